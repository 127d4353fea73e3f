package io.github.withcdp.internal.config;

/** Whether a run has a monitor from its begin. */
public enum MonitorMode {
    /** It has none. */
    FALSE,
    /** It has one, unless it runs in CI, where nobody looks. */
    TRUE,
    /** It has one, also in CI. */
    ALWAYS
}
