package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.internal.transcript.BoundedMap;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Requests that {@code Fetch} paused and no command let go on: they hang, and what waits for them does too. */
final class PausedRequestDetector implements Detector {

    private record Key(SessionId session, String id) {}

    private record Paused(RecordedMessage message, String sentence, String networkId) {}

    private final Map<Key, Paused> paused = new BoundedMap<>(10_000);
    private final Map<Integer, Map.Entry<Key, Paused>> released =
            new BoundedMap<>(10_000); // by the command that did it

    @Override
    public void look(RecordedMessage message, Findings findings) {
        switch (message.method()) {
            case "Fetch.requestPaused" -> pause(message, "was paused by Fetch and never continued");
            case "Fetch.authRequired" -> pause(message, "asked Fetch for a password and got no answer");
            case "Fetch.continueRequest",
                    "Fetch.continueResponse",
                    "Fetch.continueWithAuth",
                    "Fetch.failRequest",
                    "Fetch.fulfillRequest" -> {
                if (message.isCommand()) {
                    release(message);
                } else {
                    answered(message);
                }
            }
            case "Fetch.disable" ->
                paused.keySet().removeIf(key -> key.session().equals(message.session()));
            case "Network.loadingFailed" -> gone(message);
            default -> {
                // neither stops a request nor lets it go on
            }
        }
    }

    private void release(RecordedMessage command) {
        var key = new Key(command.session(), id(Detector.read(command, "params"), "requestId"));
        var request = paused.remove(key);
        if (request != null) {
            released.put(command.id().orElse(0), Map.entry(key, request));
        }
    }

    /** What was refused has let nothing go on. */
    private void answered(RecordedMessage answer) {
        var request = released.remove(answer.id().orElse(0));
        if (request != null && !answer.tree().path("error").isMissingNode()) {
            paused.putIfAbsent(request.getKey(), request.getValue());
        }
    }

    private void pause(RecordedMessage message, String what) {
        if (message.isEvent()) {
            var params = Detector.read(message, "params");
            var request = params.path("request");
            paused.put(
                    new Key(message.session(), id(params, "requestId")),
                    new Paused(
                            message,
                            "%s %s %s"
                                    .formatted(
                                            request.path("method").asString("GET"),
                                            SafeText.line(request.path("url").asString(""), 200),
                                            what),
                            id(params, "networkId")));
        }
    }

    /** The page gave it up, so it no longer hangs. */
    private void gone(RecordedMessage message) {
        if (!paused.isEmpty() && message.isEvent()) {
            var id = id(Detector.read(message, "params"), "requestId");
            paused.values().removeIf(request -> request.networkId().equals(id));
        }
    }

    @Override
    public void end(PointInTime end, Findings findings) {
        paused.values()
                .forEach(request -> findings.add(Suspicion.Kind.PAUSED, request.message(), request.sentence())
                        .stillSo());
    }

    private static String id(JsonNode params, String name) {
        return params.path(name).asString("");
    }
}
