package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.finding.Suspicion;
import io.github.withcdp.internal.finding.SuspiciousMessages;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is said of WebSockets whose end Chromium tells, whoever's doing it was. */
@Timeout(180)
class WebSocketSuspicionsChromiumTests {

    @AutoClose
    private static final ChromiumFixture chromium = ChromiumFixture.start();

    @AutoClose
    private static final Site site = new Site();

    @AutoClose
    private static final EchoSocket echo = EchoSocket.open();

    private final CDPSession page = chromium.newPage();

    @BeforeEach
    void open() {
        page.navigate(site.url("/"));
    }

    private List<String> sentences() {
        return SuspiciousMessages.in(page.recording().messages(), Duration.ZERO).top().stream()
                .map(Suspicion::sentence)
                .toList();
    }

    @Test
    void tells_a_refused_handshake_once_with_its_status() {
        var url = site.url("/missing").replace("http", "ws");

        page.evaluate("new Promise(done => new WebSocket('%s').onclose = done)".formatted(url));

        assertThat(sentences())
                .containsExactly("WebSocket %s was refused: its handshake was answered with 404".formatted(url));
    }

    @Test
    void forgives_a_socket_that_the_page_closed_before_it_was_open() {
        page.evaluate("""
                new Promise(done => {
                  const socket = new WebSocket('%s');
                  socket.onclose = done;
                  socket.close();
                })""".formatted(echo.url()));

        assertThat(page.recording().messages())
                .anyMatch(message -> message.method().equals("Network.webSocketFrameError"));
        assertThat(sentences()).isEmpty();
    }

    @Test
    void tells_a_socket_that_was_closed() {
        page.evaluate("""
                new Promise(done => {
                  const socket = new WebSocket('%s');
                  socket.onopen = () => socket.send('hello');
                  socket.onmessage = () => socket.close();
                  socket.onclose = done;
                })""".formatted(echo.url()));

        assertThat(sentences())
                .singleElement()
                .asString()
                .matches(
                        "WebSocket \\S+ was closed .+ after it opened; frames: 1 sent, 1 received, the last received .+ before: hello; Chrome does not tell by whom");
    }

    @Test
    void forgives_a_socket_that_is_open_when_its_page_goes_elsewhere() {
        page.evaluate("new Promise(open => new WebSocket('%s').onopen = open)".formatted(echo.url()));

        page.navigate(site.url("/inner"));

        assertThat(sentences()).isEmpty();
    }
}
