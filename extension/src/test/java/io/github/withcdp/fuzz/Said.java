package io.github.withcdp.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.withcdp.internal.recording.TestConversation;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Direction;
import java.time.Duration;

/**
 * A message, with what a recorder is told of it.
 *
 * @param id 0 of an event
 */
public record Said(Direction direction, String session, String method, int id, String json) {

    /** Return the same with another text. */
    public Said saying(String other) {
        return new Said(direction, session, method, id, other);
    }

    /** Say it, some time after what was said before. */
    public void in(TestConversation conversation) {
        var bytes = json.getBytes(UTF_8);
        conversation
                .pass(Duration.ofMillis(1 + method.length() % 40))
                .recorder()
                .record(direction, new SessionId(session), method, id, bytes, 0, bytes.length);
    }
}
