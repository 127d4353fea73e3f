package io.github.withcdp.internal.fault;

/** What kinds of faults there are, in the words in which users name them. */
public enum FaultKind {
    CONSOLE_ERRORS,
    UNCAUGHT_EXCEPTIONS,
    FAILED_REQUESTS
}
