package io.github.withcdp.internal.connection;

import io.github.withcdp.protocol.DetachReason;
import java.util.List;

/**
 * Why a connection ended.
 *
 * @param remark what is known beyond the reason, such as an exit status, on one line; may be empty
 * @param lastOutput the last lines that the browser printed
 */
public record ConnectionEnd(DetachReason reason, String remark, List<String> lastOutput) {

    /** Copy the list. */
    public ConnectionEnd {
        lastOutput = List.copyOf(lastOutput);
    }

    /** Create it without anything that was printed. */
    public ConnectionEnd(DetachReason reason, String remark) {
        this(reason, remark, List.of());
    }

    /** Return all that is known beyond the reason; may be empty. */
    public String detail() {
        return lastOutput.isEmpty() ? remark : remark + "; the last it printed:\n  " + String.join("\n  ", lastOutput);
    }

    /** Return the reason with what is known, on one line. */
    public String sentence() {
        return reason.sentence(remark);
    }

    /** Return whether nobody here has asked for it. */
    public boolean isUnexpected() {
        return reason == DetachReason.BROWSER_GONE || reason == DetachReason.CONNECTION_LOST;
    }
}
