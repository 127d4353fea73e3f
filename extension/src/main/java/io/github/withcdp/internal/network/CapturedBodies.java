package io.github.withcdp.internal.network;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Exchange.Body;
import io.github.withcdp.recording.RecordedMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The bodies that Chrome was asked for, by the request they belong to. Of several answers the latest counts. */
final class CapturedBodies {

    private record Paused(SessionId session, String id) {}

    private final Map<Integer, String> asked = new HashMap<>(); // the request id, by the id of the command
    private final Map<Paused, String> paused = new HashMap<>();
    private final Map<String, RecordedMessage> whole = new HashMap<>(); // what a paused request is about to send
    private final Map<String, RecordedMessage> posted = new HashMap<>();
    private final Map<String, RecordedMessage> responses = new HashMap<>();
    private final Map<String, List<RecordedMessage>> streams = new HashMap<>();

    /** Take note of a request that {@code Fetch} gives a name of its own. */
    void paused(RecordedMessage message, JsonNode params) {
        var network = params.path("networkId").asString("");
        if (!network.isEmpty()) {
            paused.put(new Paused(message.session(), params.path("requestId").asString("")), network);
            if (RecordedBody.Posted.isComplete(params.path("request").path("postDataEntries"))) {
                whole.put(network, message);
            }
        }
    }

    /** Take note of a question. */
    void asked(RecordedMessage command) {
        var id = command.tree().at("/params/requestId").asString("");
        var request = command.method().startsWith("Fetch.") ? paused.get(new Paused(command.session(), id)) : id;
        if (request != null && command.id().isPresent()) {
            asked.put(command.id().getAsInt(), request);
        }
    }

    /** Take note of an answer. */
    void answered(RecordedMessage answer) {
        var request = answer.id().isPresent() ? asked.remove(answer.id().getAsInt()) : null;
        if (request == null || isRefused(answer)) {
            return;
        }
        switch (answer.method()) {
            case "Network.getRequestPostData" -> posted.put(request, answer);
            case "Network.streamResourceContent" -> {
                var stream = new ArrayList<RecordedMessage>();
                stream.add(answer);
                streams.put(request, stream);
            }
            default -> responses.put(request, answer);
        }
    }

    /** Take note of a piece of a stream. */
    void received(String request, RecordedMessage message, JsonNode params) {
        var stream = params.path("data").isString() ? streams.get(request) : null;
        if (stream != null) {
            stream.add(message);
        }
    }

    /** Return what {@code Fetch} told of a request: it knows the content of a file that is all of the body. */
    Optional<Body> ofPausedRequest(String id, DeclaredContent declared) {
        return Optional.ofNullable(whole.get(id)).map(pause -> new RecordedBody.Posted(pause, declared));
    }

    Optional<Body> ofRequest(String id, DeclaredContent declared) {
        return Optional.ofNullable(posted.get(id)).map(answer -> new RecordedBody.Sent(answer, declared));
    }

    /**
     * Return the body of a response.
     *
     * @param ended whether it came to a good end, so that what Chrome had of it was all
     */
    Optional<Body> ofResponse(String id, DeclaredContent declared, boolean ended) {
        @Nullable RecordedMessage answer = responses.get(id);
        if (answer != null) {
            return Optional.of(new RecordedBody.Response(
                    answer, declared, ended || answer.method().startsWith("Fetch.")));
        }
        return Optional.ofNullable(streams.get(id))
                .map(stream -> new RecordedBody.Streamed(List.copyOf(stream), declared.charset(), ended));
    }

    /** A tree is not made for that: the answer may be of many megabytes. Chrome puts the id first, then what it says. */
    private static boolean isRefused(RecordedMessage answer) {
        var json = answer.json();
        int result = json.indexOf("\"result\"");
        int error = json.lastIndexOf("\"error\"", result < 0 ? json.length() : result);
        return result < 0 || error >= 0;
    }
}
