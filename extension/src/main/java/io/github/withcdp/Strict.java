package io.github.withcdp;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * How strictly names and params are compared with the protocol, see {@link WithCDP#strict()}.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public enum Strict {
    /** Nothing is compared. */
    OFF,
    /**
     * Names of events that do not exist are refused where somebody waits for them, or asserts that they do not come, because that would be a test that
     * cannot succeed, or cannot fail. What is wrong with a command is told when the test fails.
     */
    WARN,
    /** What is wrong with a command is refused, too, before the command is sent. */
    FAIL
}
