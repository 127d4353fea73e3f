package io.github.withcdp;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * A fault of a page that fails a test which did not deal with it, see {@link WithCDP#failOn()}.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public enum FailOn {
    /**
     * An error on a console: {@code console.error}, a failed {@code console.assert}, an error in the browser's log. What the log says of a request
     * that failed is no fault beside it, nor what it says of {@code /favicon.ico}.
     */
    CONSOLE_ERRORS,
    /** An exception that nobody caught, or a rejection that nobody handled; one that is handled later is none. */
    UNCAUGHT_EXCEPTIONS,
    /**
     * A request that got no response because of an error, or one with a status of 400 or above. One that was cancelled has not failed, and the
     * browser's own for {@code /favicon.ico} does not count.
     */
    FAILED_REQUESTS
}
