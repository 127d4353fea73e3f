package io.github.withcdp.internal.recording;

/** The kinds of messages that are asked for by themselves. */
enum Kind {
    ANY,
    EVENT,
    COMMAND
}
