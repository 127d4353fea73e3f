package io.github.withcdp.internal.config;

/** What becomes of recorded commands that a replayed test has not sent. */
public enum UnusedCommands {
    /** They are told. */
    REPORT,
    /** They fail the test. */
    FAIL
}
