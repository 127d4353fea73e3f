package io.github.withcdp.assertions;

import io.github.withcdp.recording.Recording;

/** The commands of one method in a recording, which {@link CommandAssert} is about. */
public final class SentCommands {

    private final Recording recording;
    private final EventPattern pattern;

    SentCommands(Recording recording, EventPattern pattern) {
        this.recording = recording;
        this.pattern = pattern;
    }

    Recording recording() {
        return recording;
    }

    EventPattern pattern() {
        return pattern;
    }

    @Override
    public String toString() {
        return pattern.method();
    }
}
