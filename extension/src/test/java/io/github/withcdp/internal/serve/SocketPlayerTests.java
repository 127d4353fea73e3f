package io.github.withcdp.internal.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.Exchange;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.java_websocket.WebSocketListener;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whoever waits for a page waits no longer than the page is there, nor than its test. */
@Timeout(60)
class SocketPlayerTests {

    private static final String URL = "ws://chat.test/room";

    /** A page that never says what it said in the recording. */
    private static final FlushedWebSocket SILENT = new FlushedWebSocket(
            (WebSocketListener) Proxy.newProxyInstance(
                    WebSocketListener.class.getClassLoader(),
                    new Class<?>[] {WebSocketListener.class},
                    (proxy, method, arguments) -> null),
            List.of(new RecordedHandshake()));

    private record Said(Direction direction, String kind, String payload) implements Exchange.Frame {

        @Override
        public Duration elapsed() {
            return Duration.ZERO;
        }
    }

    private static ServedSockets sockets() {
        var plain = Asked.get(URL).of("WebSocket").got(101, "").exchange();
        var recorded = new Exchange(
                plain.id(),
                plain.session(),
                plain.sequence(),
                plain.resourceType(),
                plain.documentUrl(),
                plain.request(),
                plain.response(),
                plain.failure(),
                plain.redirects(),
                plain.timing(),
                plain.initiator(),
                plain.encodedBytes(),
                plain.finished(),
                List.of(new Said(Direction.SENT, "text", "hello")));
        return new ServedSockets(
                List.of(recorded), new ServedTally("here", "", new AnswerPool(List.of(), false)), true);
    }

    private static List<Thread> speakers(List<Thread> before) {
        return threads().filter(thread -> !before.contains(thread)).toList();
    }

    private static Stream<Thread> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("withcdp-serve-socket"));
    }

    @Test
    void does_not_begin_with_a_page_that_has_gone() {
        var before = threads().toList();
        var player = sockets().take(URL).orElseThrow();

        player.end();
        player.play(SILENT);

        assertThat(speakers(before)).isEmpty();
    }

    @Test
    void ends_with_its_test() throws InterruptedException {
        var before = threads().toList();
        var sockets = sockets();
        sockets.take(URL).orElseThrow().play(SILENT);
        var speaker = speakers(before).get(0);

        sockets.end();

        speaker.join();
        assertThat(sockets.take(URL)).isEmpty();
    }
}
