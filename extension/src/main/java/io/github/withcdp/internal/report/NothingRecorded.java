package io.github.withcdp.internal.report;

import io.github.withcdp.recording.CapturedEvents;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * In place of a recording that cannot be had.
 *
 * @param incompleteBecause why
 */
record NothingRecorded(String incompleteBecause) implements Recording {

    @Override
    public List<RecordedMessage> messages() {
        return List.of();
    }

    @Override
    public CapturedEvents events() {
        return CapturedEvents.of();
    }

    @Override
    public List<RecordedMessage> commands() {
        return List.of();
    }

    @Override
    public boolean isComplete() {
        return false;
    }

    @Override
    public void writeTo(Path file) throws IOException {
        throw new IOException(incompleteBecause);
    }
}
