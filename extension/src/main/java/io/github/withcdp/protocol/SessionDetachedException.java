package io.github.withcdp.protocol;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * A command could not be answered, or a wait not be met, because nobody is there any more; {@link #reason()} says why.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class SessionDetachedException extends CDPException {

    private static final long serialVersionUID = 1L;

    private final String subject;
    private final DetachReason reason;
    private final String detail;

    /**
     * Create the exception.
     *
     * @param subject what the user did, for example {@code Page.navigate} or {@code waiting for Page.loadEventFired}
     * @param detail what is known beyond the reason (exit status, the browser's last words), or an empty string
     */
    public SessionDetachedException(String subject, DetachReason reason, String detail) {
        super("Protocol error (%s): %s".formatted(subject, reason.sentence(detail)));
        this.subject = subject;
        this.reason = reason;
        this.detail = detail;
    }

    /** Return what could not be done, {@code Page.navigate} or {@code waiting for Page.loadEventFired}. */
    public String subject() {
        return subject;
    }

    /** Return why the session can no longer be talked to. */
    public DetachReason reason() {
        return reason;
    }

    /** Return what is known beyond the reason, such as the exit status and the browser's last words; may be empty. */
    public String detail() {
        return detail;
    }
}
