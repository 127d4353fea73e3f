package io.github.withcdp.internal.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SharedMessageTests {

    private static final String JSON = "{\"method\":\"Page.loadEventFired\",\"params\":{\"timestamp\":1}}";

    private final CountingMessage message = new CountingMessage();
    private final SharedMessage shared = new SharedMessage(message);

    @Test
    void is_read_once_for_all_who_look_at_it() {
        assertThat(Detector.read(shared, "params").path("timestamp").asInt()).isEqualTo(1);
        assertThat(Detector.read(shared, "params").path("timestamp").asInt()).isEqualTo(1);

        assertThat(message.decoded).isEqualTo(1);
        assertThat(message.read).isEqualTo(1);
    }

    @Test
    void keeps_nothing_of_what_was_read_but_can_be_read_again() {
        var first = shared.tree();

        shared.forget();

        assertThat(shared.tree()).isEqualTo(first).isNotSameAs(first).isNotSameAs(shared.tree());
        assertThat(shared.json()).isEqualTo(JSON);
    }

    @Test
    void is_the_message_otherwise() {
        assertThat(shared)
                .returns(7L, RecordedMessage::sequence)
                .returns(Duration.ofMillis(3), RecordedMessage::elapsed)
                .returns(Direction.RECEIVED, RecordedMessage::direction)
                .returns(new SessionId("S"), RecordedMessage::session)
                .returns("Page.loadEventFired", RecordedMessage::method)
                .returns(OptionalInt.empty(), RecordedMessage::id)
                .returns(true, RecordedMessage::isEvent);
    }

    private static final class CountingMessage implements RecordedMessage {

        private int decoded;
        private int read;

        @Override
        public long sequence() {
            return 7;
        }

        @Override
        public Duration elapsed() {
            return Duration.ofMillis(3);
        }

        @Override
        public Direction direction() {
            return Direction.RECEIVED;
        }

        @Override
        public SessionId session() {
            return new SessionId("S");
        }

        @Override
        public String method() {
            return "Page.loadEventFired";
        }

        @Override
        public OptionalInt id() {
            return OptionalInt.empty();
        }

        @Override
        public String json() {
            decoded++;
            return JSON;
        }

        @Override
        public JsonNode tree() {
            read++;
            return JsonMapper.shared().readTree(JSON);
        }
    }
}
