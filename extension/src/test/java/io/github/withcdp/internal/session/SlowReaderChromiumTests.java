package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.chrome.ChromeLauncher;
import io.github.withcdp.internal.chrome.LaunchOptions;
import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.transport.Transport;
import io.github.withcdp.internal.transport.TransportListener;
import io.github.withcdp.internal.transport.WebSocketTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Whoever reads more slowly than a page talks, over a WebSocket, is not sent everything; that is only to be read in what Chrome prints. */
@Tag("faults")
@Timeout(400)
@EnabledIfSystemProperty(
        named = "faults.long",
        matches = "true",
        disabledReason =
                "takes Chrome ten seconds of work; DroppedMessagesTests has what becomes of what it prints then")
class SlowReaderChromiumTests {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int MESSAGES = 300;

    @Test
    void what_is_too_much_for_Chrome_to_keep_is_lost_and_said_and_the_rest_goes_on() throws Exception {
        var lost = new CountDownLatch(1);
        var options = LaunchOptions.DEFAULTS.withLimit(LIMIT).withWebSocket(true);
        try (var chrome = ChromeLauncher.ofThisMachine().launch(options, line -> {
                    if (line.contains("Too large write data is pending")) { // as BrowserStarter looks for it
                        lost.countDown();
                    }
                });
                var recorder = MessageRecorder.create();
                var conversation = ChromiumFixture.converse(
                        new SlowReader(
                                WebSocketTransport.connect(chrome.webSocketUrl().orElseThrow(), Map.of(), LIMIT), lost),
                        recorder,
                        true,
                        "slow reader",
                        Pausing.NONE);
                var scope = conversation.newScope()) {
            var page = scope.newPage(scope.newContext());
            var heard = new AtomicInteger();
            page.on("Runtime.consoleAPICalled", event -> heard.incrementAndGet());

            page.evaluate(
                    "const text = 'x'.repeat(2 ** 20); for (let i = 0; i < %d; i++) console.log(text)"
                            .formatted(MESSAGES),
                    LIMIT);

            assertThat(lost.getCount()).isZero();
            assertThat(heard).hasPositiveValue().hasValueLessThan(MESSAGES);
            assertThat(page.evaluate("text.length", LIMIT).asInt()).isEqualTo(1 << 20);
            chrome.close(() -> conversation.closeBrowser(LIMIT));
        }
    }

    /** Stops reading at the first message that is large, until something has been lost. */
    private record SlowReader(WebSocketTransport transport, CountDownLatch lost) implements Transport {

        @Override
        public void start(TransportListener listener) {
            transport.start(new TransportListener() {
                @Override
                public void onMessage(byte[] buffer, int from, int length) {
                    if (length > 1 << 20) {
                        awaitLoss();
                    }
                    listener.onMessage(buffer, from, length);
                }

                @Override
                public void onClosed(String why) {
                    listener.onClosed(why);
                }
            });
        }

        private void awaitLoss() {
            try {
                boolean unused = lost.await(LIMIT.toSeconds(), TimeUnit.SECONDS);
            } catch (InterruptedException interrupt) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public void send(byte[] json, int length) throws IOException {
            transport.send(json, length);
        }

        @Override
        public void close() {
            transport.close();
        }
    }
}
