package io.github.withcdp.internal.report;

import io.github.withcdp.recording.RecordedMessage;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The commands that somebody sent from the monitor while a test ran, which the test did not.
 *
 * @param sequences the numbers of their messages in the recording
 */
public record SentByHand(List<Long> sequences) {

    /** As it is in nearly all tests. */
    public static final SentByHand NOTHING = new SentByHand(List.of());

    private static final int MOST_SHOWN = 20;

    /** Copy the list. */
    public SentByHand {
        sequences = List.copyOf(sequences);
    }

    /** Return the messages without these commands and their answers, which explain nothing that the test has done. */
    List<RecordedMessage> leaveOut(List<RecordedMessage> messages) {
        if (sequences.isEmpty()) {
            return messages;
        }
        var commands = Set.copyOf(sequences);
        var ids = messages.stream()
                .filter(message -> commands.contains(message.sequence()))
                .map(RecordedMessage::id)
                .collect(Collectors.toSet());
        return messages.stream()
                .filter(message -> message.isEvent() || !ids.contains(message.id()))
                .toList();
    }

    /** Return what is said of them to people; empty if there are none. */
    Optional<String> sentence() {
        if (sequences.isEmpty()) {
            return Optional.empty();
        }
        boolean one = sequences.size() == 1;
        var shown = sequences.stream().limit(MOST_SHOWN).map(String::valueOf).collect(Collectors.joining(", "));
        return Optional.of("%d %s sent by hand from the monitor, and not by the test: message%s %s%s."
                .formatted(
                        sequences.size(),
                        one ? "command was" : "commands were",
                        one ? "" : "s",
                        shown,
                        sequences.size() > MOST_SHOWN ? " and so on" : ""));
    }

    Optional<JsonNode> json() {
        if (sequences.isEmpty()) {
            return Optional.empty();
        }
        var array = JsonNodeFactory.instance.arrayNode();
        sequences.forEach(array::add);
        return Optional.of(array);
    }

    static SentByHand read(JsonNode json) {
        return new SentByHand(json.valueStream()
                .filter(sequence -> sequence.isIntegralNumber() && sequence.canConvertToLong())
                .map(JsonNode::longValue)
                .toList());
    }
}
