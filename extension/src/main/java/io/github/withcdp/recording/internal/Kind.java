package io.github.withcdp.recording.internal;

/** The kinds of messages that are asked for by themselves. */
enum Kind {
    ANY,
    EVENT,
    COMMAND
}
