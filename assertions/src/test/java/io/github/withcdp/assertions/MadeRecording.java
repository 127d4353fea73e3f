package io.github.withcdp.assertions;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.recording.CapturedEvents;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A recording made by hand; it looks anew at its messages each time, as a live one does. */
record MadeRecording(List<RecordedMessage> messages, String incompleteBecause) implements Recording {

    static MadeRecording of(RecordedMessage... messages) {
        return new MadeRecording(List.of(messages), "");
    }

    @Override
    public CapturedEvents events() {
        return new LiveEvents(messages, message -> true, incompleteBecause);
    }

    @Override
    public List<RecordedMessage> commands() {
        return messages.stream().filter(RecordedMessage::isCommand).toList();
    }

    @Override
    public boolean isComplete() {
        return incompleteBecause.isEmpty();
    }

    @Override
    public void writeTo(Path file) {
        throw new AssertionError("Assertions read recordings, they do not write them");
    }

    private record LiveEvents(
            List<RecordedMessage> messages, Predicate<RecordedMessage> filter, String incompleteBecause)
            implements CapturedEvents {

        @Override
        public List<CDPEvent> list() {
            return stream().toList();
        }

        @Override
        public Stream<CDPEvent> stream() {
            return messages.stream()
                    .filter(RecordedMessage::isEvent)
                    .filter(filter)
                    .map(message -> CDPEvent.of(
                            message.session(), message.method(), message.tree().path("params")));
        }

        @Override
        public CapturedEvents named(String method) {
            return new LiveEvents(
                    messages, filter.and(message -> message.method().equals(method)), incompleteBecause);
        }

        @Override
        public CapturedEvents inDomain(String domain) {
            return new LiveEvents(
                    messages, filter.and(message -> message.method().startsWith(domain + ".")), incompleteBecause);
        }
    }
}
