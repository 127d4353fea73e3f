package io.github.withcdp.assertions.internal.evidence;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.recording.CapturedEvents;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.util.HashMap;
import java.util.Map;

/** The commands of a recording, for those who know how to look at events: a method, params and a session are what both have. */
public final class RecordedCommands {

    private RecordedCommands() {}

    public static CapturedEvents of(Recording recording) {
        return CapturedEvents.of(
                recording.commands().stream().map(RecordedCommands::asEvent).toArray(CDPEvent[]::new));
    }

    private static CDPEvent asEvent(RecordedMessage command) {
        return CDPEvent.lazy(
                command.session(), command.method(), () -> command.tree().path("params"));
    }

    /** Return the answers of a recording by the ids of their commands. */
    public static Map<Integer, RecordedMessage> answers(Recording recording) {
        var answers = new HashMap<Integer, RecordedMessage>();
        recording.messages().stream()
                .filter(RecordedMessage::isAnswer)
                .forEach(answer -> answers.put(answer.id().orElseThrow(), answer));
        return answers;
    }
}
