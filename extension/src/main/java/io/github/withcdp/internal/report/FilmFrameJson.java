package io.github.withcdp.internal.report;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.recording.FilmFrame;
import io.github.withcdp.protocol.SessionId;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The pictures of a film as they stand in a report. */
final class FilmFrameJson {

    private FilmFrameJson() {}

    static JsonNode json(FilmFrame frame) {
        return Json.object()
                .put("session", frame.session().value())
                .put("elapsed", frame.elapsed().toNanos())
                .put("jpeg", Base64.getEncoder().encodeToString(frame.jpeg()));
    }

    /** Read a picture; empty if it is none. */
    static Optional<FilmFrame> read(JsonNode frame) {
        return HeaderJson.readTime(frame.path("elapsed"))
                .flatMap(elapsed -> bytes(HeaderJson.text(frame, "jpeg"))
                        .map(jpeg -> new FilmFrame(new SessionId(HeaderJson.text(frame, "session")), elapsed, jpeg)));
    }

    private static Optional<byte[]> bytes(String base64) {
        try {
            var bytes = Base64.getDecoder().decode(base64);
            return bytes.length == 0 ? Optional.empty() : Optional.of(bytes);
        } catch (IllegalArgumentException broken) {
            return Optional.empty();
        }
    }
}
