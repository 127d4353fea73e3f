package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.transcript.BoundedMap;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Remembers which requests the test itself answered, or let fail, with {@code Fetch}: no server is to blame for what came of them. */
final class HandledRequests implements Detector {

    private static final int REMEMBERED = 10_000;

    private record Paused(SessionId session, String id) {}

    private final Map<Paused, String> paused = new BoundedMap<>(REMEMBERED);
    private final Map<String, String> commands = new BoundedMap<>(REMEMBERED);

    @Override
    public void look(RecordedMessage message, Findings findings) {
        switch (message.method()) {
            case "Fetch.requestPaused" -> {
                if (message.isEvent()) {
                    var params = Detector.read(message, "params");
                    paused.put(key(message, params), params.path("networkId").asString(""));
                }
            }
            case "Fetch.failRequest", "Fetch.fulfillRequest" -> {
                if (message.isCommand()) {
                    var request = paused.get(key(message, Detector.read(message, "params")));
                    if (request != null && !request.isEmpty()) {
                        commands.put(request, message.method());
                    }
                }
            }
            default -> {
                // about something else
            }
        }
    }

    private static Paused key(RecordedMessage message, JsonNode params) {
        return new Paused(message.session(), params.path("requestId").asString(""));
    }

    /** Return the command with which the test handled the request of this id; empty if it did not. */
    String commandFor(String request) {
        return commands.getOrDefault(request, "");
    }
}
