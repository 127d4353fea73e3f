package io.github.withcdp.internal.script;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.ConsoleMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Knows what the log of a page repeats of its workers. What a worker writes to its console, and what nobody in it catches, Chrome enters into
 * the log of the page or worker that started it as well, as a poorer text, and before or after the worker's session has told it.
 * Both have the same stack, or the same place where there is none.
 */
final class WorkerRepetitions {

    private final Map<SessionId, String> targets = new HashMap<>();
    private final Map<String, Integer> ofWorkers = new HashMap<>();

    /** The targets of the workers that entries of a log, by their sequence, are about. */
    private final Map<Long, String> workers = new HashMap<>();

    /** Return what both accounts of a message have in common. */
    private static String key(String target, ConsoleMessage message) {
        boolean placed = message.stack().isEmpty(); // where a log knows no column
        return target + " " + (placed ? message.url() + ":" + message.line() : message.stack());
    }

    /** Note whose session this is: a {@code Target.attachedToTarget}. */
    void attached(JsonNode params) {
        targets.put(
                new SessionId(params.path("sessionId").asString("")),
                params.path("targetInfo").path("targetId").asString(""));
    }

    /**
     * Note what a session tells.
     *
     * @param worker the id of the worker that it is about; empty unless it is an entry of the log
     */
    void told(ConsoleMessage message, String worker) {
        if (!worker.isEmpty()) {
            workers.put(message.sequence(), worker);
        }
        var target = targets.get(message.session());
        if (target != null) {
            ofWorkers.merge(key(target, message), 1, Integer::sum);
        }
    }

    /** Return the messages without those that repeat another. Once only. */
    List<ConsoleMessage> without(List<ConsoleMessage> messages) {
        return workers.isEmpty()
                ? List.copyOf(messages)
                : messages.stream().filter(message -> !repeats(message)).toList();
    }

    private boolean repeats(ConsoleMessage entry) {
        var worker = workers.get(entry.sequence());
        return worker != null
                && ofWorkers.computeIfPresent(key(worker, entry), (key, left) -> left > 0 ? left - 1 : null) != null;
    }
}
