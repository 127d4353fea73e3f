package io.github.withcdp;

/** When a report is written. */
public enum ReportMode {
    /** For tests that fail. */
    ON_FAILURE,
    /** For every test. */
    ALWAYS,
    /** For none. */
    NEVER
}
