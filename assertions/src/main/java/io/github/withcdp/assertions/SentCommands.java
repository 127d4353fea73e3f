package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.match.EventPattern;
import io.github.withcdp.recording.Recording;
import org.apiguardian.api.API;

/**
 * The commands of one method in a recording, which {@link CommandAssert} is about.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
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
