package io.github.withcdp.internal.report;

import io.github.withcdp.api.HandmadeMessage;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.CapturedEvents;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** A recording made up line by line. */
public final class Conversation implements Recording {

    public static final String PAGE = "9F86D081884C7D65";

    private final List<RecordedMessage> messages = new ArrayList<>();
    private final Map<Integer, String> methods = new HashMap<>();
    private String incompleteBecause = "";

    public Conversation command(long millis, String session, int id, String method, String params) {
        methods.put(id, method);
        return say(
                millis,
                Direction.SENT,
                session,
                method,
                OptionalInt.of(id),
                "{\"id\":%d,\"method\":\"%s\"%s}"
                        .formatted(id, method, params.isEmpty() ? "" : ",\"params\":" + params));
    }

    public Conversation result(long millis, String session, int id, String result) {
        return answer(millis, session, id, "\"result\":" + result);
    }

    public Conversation failure(long millis, String session, int id, String error) {
        return answer(millis, session, id, "\"error\":" + error);
    }

    public Conversation event(long millis, String session, String method, String params) {
        return say(
                millis,
                Direction.RECEIVED,
                session,
                method,
                OptionalInt.empty(),
                "{\"method\":\"%s\",\"params\":%s,\"sessionId\":\"%s\"}".formatted(method, params, session));
    }

    public Conversation raw(long millis, String text) {
        return say(millis, Direction.RECEIVED, "", "", OptionalInt.empty(), text);
    }

    public Conversation incomplete(String because) {
        incompleteBecause = because;
        return this;
    }

    public RecordedMessage last() {
        return messages.get(messages.size() - 1);
    }

    private Conversation answer(long millis, String session, int id, String member) {
        return say(
                millis,
                Direction.RECEIVED,
                session,
                methods.getOrDefault(id, ""),
                OptionalInt.of(id),
                "{\"id\":%d,%s,\"sessionId\":\"%s\"}".formatted(id, member, session));
    }

    private Conversation say(
            long millis, Direction direction, String session, String method, OptionalInt id, String json) {
        messages.add(new HandmadeMessage(
                messages.size(), Duration.ofMillis(millis), direction, new SessionId(session), method, id, json));
        return this;
    }

    @Override
    public List<RecordedMessage> messages() {
        return List.copyOf(messages);
    }

    @Override
    public CapturedEvents events() {
        return CapturedEvents.of();
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
    public String incompleteBecause() {
        return incompleteBecause;
    }

    @Override
    public void writeTo(Path file) throws IOException {
        Files.write(file, messages.stream().map(RecordedMessage::json).toList());
    }
}
