package io.github.withcdp.internal.report.html;

import io.github.withcdp.recording.RecordedMessage;
import java.util.HashMap;
import java.util.Map;

/** Finds the command that an answer is to, in the messages of one conversation as they come. */
final class Partners {

    private final Map<Integer, Integer> unanswered = new HashMap<>();

    /** Return the index of the command that a message answers, -1 if it answers none. */
    int of(RecordedMessage message, int index) {
        int id = message.id().orElse(0);
        if (message.isCommand() && id != 0) {
            unanswered.put(id, index);
        } else if (message.isAnswer()) {
            var command = unanswered.remove(id);
            return command == null ? -1 : command;
        }
        return -1;
    }
}
