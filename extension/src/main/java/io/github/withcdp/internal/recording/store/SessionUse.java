package io.github.withcdp.internal.recording.store;

/** Who uses a session, and so how dear its messages are. */
public enum SessionUse {
    /** It waits for a test. */
    LATER,
    /** A test uses it. */
    NOW,
    /** Its test has ended. */
    NO_MORE
}
