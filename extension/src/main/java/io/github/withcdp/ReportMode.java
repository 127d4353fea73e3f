package io.github.withcdp;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * When a report is written.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public enum ReportMode {
    /** For tests that fail. */
    ON_FAILURE,
    /** For every test. */
    ALWAYS,
    /** For none. */
    NEVER
}
