package io.github.withcdp.internal.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDPExtension;
import io.github.withcdp.internal.transport.ChromiumProcess;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Popups in a Chromium that blocks them, as one does that was started by hand. */
class BlockedPopupChromiumTests {

    private static final CompletableFuture<String> endpoint = new CompletableFuture<>();

    @AutoClose
    @SuppressWarnings("unused") // JUnit closes it
    private static final ChromiumProcess chromium = start();

    @RegisterExtension
    static final WithCDPExtension cdp = WithCDPExtension.builder()
            .endpoint(() -> endpoint.orTimeout(60, TimeUnit.SECONDS).join())
            .build();

    private static ChromiumProcess start() {
        try {
            var started = ChromiumProcess.start((executable, switches) -> {
                var command = new ArrayList<>(List.of(executable));
                command.addAll(switches);
                command.add("--remote-debugging-port=0");
                return new ProcessBuilder(command);
            });
            var reader = new Thread(() -> read(started), "chromium-stderr");
            reader.setDaemon(true);
            reader.start();
            return started;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void read(ChromiumProcess started) {
        var listening = "DevTools listening on ";
        try (var lines = started.process().errorReader(StandardCharsets.UTF_8)) {
            lines.lines()
                    .filter(line -> line.startsWith(listening))
                    .forEach(line -> endpoint.complete(line.substring(listening.length())));
        } catch (IOException | UncheckedIOException ended) {
            endpoint.completeExceptionally(ended);
        }
    }

    private static void open(CDPSession page, boolean gesture) {
        page.send("Runtime.evaluate", Map.of("expression", "open('about:blank#help')", "userGesture", gesture));
    }

    private static List<String> sentences(Recording recording) {
        return SuspiciousMessages.in(recording.messages(), Duration.ZERO).top().stream()
                .map(Suspicion::sentence)
                .toList();
    }

    @Test
    void it_says_nothing_of_one_that_it_blocks_and_we_do(CDPSession page, Recording recording) {
        open(page, false);

        assertThat(sentences(recording))
                .containsExactly(
                        "Chrome blocked the popup about:blank#help: window.open() was not called for a click or a key of the user. Send one with Input.dispatchMouseEvent, or start the browser with --disable-popup-blocking, as WithCDP does");
    }

    @Test
    void one_that_the_user_asks_for_opens(CDPSession page, Recording recording) {
        page.awaitChild(target -> target.type().equals("page"), () -> open(page, true));

        assertThat(sentences(recording)).isEmpty();
    }
}
