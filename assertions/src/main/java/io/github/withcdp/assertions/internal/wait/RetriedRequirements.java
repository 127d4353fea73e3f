package io.github.withcdp.assertions.internal.wait;

import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.session.CDPSession;
import org.assertj.core.api.ThrowingConsumer;

/** Tries requirements on a session again and again, and remembers what they said last. */
public final class RetriedRequirements {

    private final CDPSession session;
    private final ThrowingConsumer<? super CDPSession> requirements;
    private String lastFailure = "";

    public RetriedRequirements(CDPSession session, ThrowingConsumer<? super CDPSession> requirements) {
        this.session = session;
        this.requirements = requirements;
    }

    /** Try once, and return whether they are satisfied. */
    public boolean succeed() {
        try {
            requirements.accept(session);
            return true;
        } catch (AssertionError | CDPException unmet) {
            if (Thread.currentThread().isInterrupted()) {
                throw unmet;
            }
            lastFailure = String.valueOf(unmet.getMessage()).strip();
            return false;
        }
    }

    public String lastFailure() {
        return lastFailure;
    }
}
