package io.github.withcdp.protocol;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * Why a session can no longer be talked to.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public enum DetachReason {
    /** We detached it, or another client or Chrome did while its target lived on ({@code Target.detachedFromTarget}). */
    DETACHED("the session was detached"),
    /** Its page, frame or worker is gone ({@code Inspector.detached}, {@code Target.detachedFromTarget}). */
    TARGET_CLOSED("its target was closed"),
    /** The renderer of its page crashed or was killed ({@code Inspector.targetCrashed}); a navigation brings it back. */
    TARGET_CRASHED("its target crashed"),
    /** The session it was reached through is gone. */
    PARENT_DETACHED("its parent session is gone"),
    /** The connection broke while the browser may still be running. */
    CONNECTION_LOST("the connection to the browser was lost"),
    /** We closed the browser, or our connection to it. */
    BROWSER_CLOSED("the browser was closed"),
    /** The process of the browser ended unexpectedly. */
    BROWSER_GONE("the browser is gone");

    private final String sentence;

    DetachReason(String sentence) {
        this.sentence = sentence;
    }

    /** Return the reason as a clause to be read by people: "its target was closed". */
    public String sentence() {
        return sentence;
    }

    /**
     * Return the same with what else is known: "the browser is gone: exit status 134".
     *
     * @param detail may be empty
     */
    public String sentence(String detail) {
        return detail.isEmpty() ? sentence : sentence + ": " + detail;
    }
}
