package io.github.withcdp.internal.replay;

/** A recording cannot be replayed; the message says which, why, and what to do. */
public final class ReplayRefusedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ReplayRefusedException(String message) {
        super(message);
    }
}
