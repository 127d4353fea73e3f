package io.github.withcdp.recording;

/** Which way a message went. */
public enum Direction {
    /** From us to Chrome: a command. */
    SENT,
    /** From Chrome to us: an answer or an event. */
    RECEIVED
}
