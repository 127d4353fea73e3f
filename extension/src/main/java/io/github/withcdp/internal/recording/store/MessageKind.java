package io.github.withcdp.internal.recording.store;

/** The kinds of messages that are asked for by themselves. */
public enum MessageKind {
    ANY,
    EVENT,
    COMMAND
}
