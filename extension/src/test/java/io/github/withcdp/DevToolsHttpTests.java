package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.fail;

import io.github.withcdp.protocol.ChromeUnavailableException;
import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** DevTools' HTTP endpoints, on a browser with a port and through what stands in front of one. */
class DevToolsHttpTests {

    private static final String PAGE = "data:text/html,<title>Theirs</title>";
    private static final String KEY = "headersecret-4711";
    private static final String TOKEN = "querysecret-4711";
    private static final String HEADERS = "X-Api-Key: " + KEY;

    @AutoClose
    private static final RunningChromium chromium = RunningChromium.start(PAGE);

    @TempDir
    Path reports;

    @Test
    void serve_a_test_whose_browser_has_a_port() throws Exception {
        FixtureRun.of(UsingTestCase.class, reports)
                .with("withcdp.endpoint", chromium.port())
                .execute()
                .allSucceeded();

        assertThat(chromium.pages()).containsExactly(PAGE);
    }

    @Test
    void are_reached_through_a_server_that_wants_a_header() throws Exception {
        try (var hosted = HostedChromium.start(chromium, "X-Api-Key", KEY)) {
            FixtureRun.of(UsingTestCase.class, reports)
                    .with("withcdp.endpoint", "http://" + hosted.address())
                    .with("withcdp.endpoint.headers", HEADERS)
                    .execute()
                    .allSucceeded();
        }
        assertThat(chromium.pages()).containsExactly(PAGE);
    }

    @Test
    void are_refused_where_only_a_WebSocket_is_passed_on() throws Exception {
        try (var hosted = HostedChromium.webSocketOnly(chromium, "X-Api-Key", KEY)) {
            var url = chromium.webSocketUrl().replace("127.0.0.1:" + chromium.port(), hosted.address());
            var failure = FixtureRun.of(AskingTestCase.class, reports)
                    .with("withcdp.endpoint", url + "?token=" + TOKEN)
                    .with("withcdp.endpoint.headers", HEADERS)
                    .execute()
                    .failure();

            assertThat(failure)
                    .hasMessageContaining("can be talked to through its WebSocket only")
                    .hasMessageContaining("it answered 404 Scripted: <html>Only WebSockets here</html>")
                    .hasMessageContaining("CDPBrowser.session()");
        }
    }

    @Test
    void are_refused_by_a_browser_without_a_port_with_the_remedy() {
        assertThat(FixtureRun.of(AskingTestCase.class, reports).execute().failure())
                .isInstanceOf(ChromeUnavailableException.class)
                .hasMessageContaining("spoken to over the pipe")
                .hasMessageContaining("withcdp.transport=websocket");
    }

    @Test
    void serve_a_launched_browser_with_a_port() {
        FixtureRun.of(AskingTestCase.class, reports)
                .with("withcdp.transport", "websocket")
                .execute()
                .allSucceeded();
    }

    @Test
    void nothing_tells_the_secrets_of_the_way_to_the_browser() throws Exception {
        try (var hosted = HostedChromium.start(chromium, "X-Api-Key", KEY)) {
            var failure = FixtureRun.of(TellingTestCase.class, reports)
                    .with("withcdp.endpoint", "http://ada:usersecret@" + hosted.address() + "/?token=" + TOKEN)
                    .with("withcdp.endpoint.headers", HEADERS)
                    .execute()
                    .failure();

            assertThat(StackTraces.of(failure)).contains("told:").doesNotContain(KEY, TOKEN, "usersecret");
        }
        assertThat(written()).isNotEmpty().doesNotContain(KEY, TOKEN, "usersecret");
    }

    @Test
    void a_missing_header_is_told_with_what_came_back() throws Exception {
        try (var hosted = HostedChromium.start(chromium, "X-Api-Key", KEY)) {
            var failure = FixtureRun.of(AskingTestCase.class, reports)
                    .with("withcdp.endpoint", hosted.address())
                    .with("withcdp.endpoint.headers", "X-Api-Key: wrongsecret")
                    .execute()
                    .failure();

            assertThat(failure)
                    .hasMessageContaining("status 401")
                    .hasMessageContaining("Who are you? Not …")
                    .hasMessageNotContaining("wrongsecret");
        }
    }

    /** Return all that was written, as text. */
    private String written() throws IOException {
        var all = new StringBuilder();
        try (var files = Files.walk(reports)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                all.append(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @WithCDP
    static class UsingTestCase {

        @Test
        void asks(CDPSession page, CDPBrowser browser) {
            var http = browser.http();
            assertThat(http.version().path("Browser").asString("")).contains("Chrome/");
            assertThat(http.protocol().path("domains").size()).isGreaterThan(10);
            assertThat(http.list())
                    .extracting(DevToolsHttp.Tab::id)
                    .contains(page.target().id());

            var url = "http://127.0.0.1:1/a%20b?c=d%26e&f=%C3%BC+g#x";
            var tab = http.newTab(url);
            assertThat(tab.url()).isEqualTo(url);
            assertThat(browser.attach(tab.id()).target().id()).isEqualTo(tab.id());
            assertThat(tab.webSocketDebuggerUrl())
                    .startsWith(browser.endpoint().orElseThrow().toString().replaceFirst("/devtools.*", ""))
                    .endsWith(tab.id());
            http.activate(tab.id());
            var authority = "127.0.0.1:" + browser.endpoint().orElseThrow().getPort(); // Chrome refuses it at localhost
            assertThat(http.frontendUrl(tab.id()))
                    .asString()
                    .isEqualTo("http://%s/devtools/inspector.html?ws=%s/devtools/page/%s"
                            .formatted(authority, authority, tab.id()));
            var session = browser.session();
            session.send("Target.setDiscoverTargets", Map.of("discover", true));
            session.await( // Chrome answers when it begins to close it
                    "Target.targetDestroyed",
                    event -> event.param("/targetId").asString("").equals(tab.id()),
                    () -> http.close(tab.id()));

            http.newTab("about:blank"); // closed with the test
            assertThatThrownBy(() -> http.activate("nope"))
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessage(
                            "Protocol error (GET /json/activate/nope): the browser at %s answered 404 Not Found: No such target id: nope [code 404]",
                            browser.endpoint()
                                    .map(u -> "http://" + u.getAuthority())
                                    .orElseThrow());
            assertThatThrownBy(() -> http.close("X")).hasMessageContaining("No such target id: X");
            assertThatThrownBy(() -> http.frontendUrl("X")).hasMessageContaining("X");
            assertThatThrownBy(() -> http.newTab("example.com"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("has no scheme");
        }
    }

    @WithCDP
    static class AskingTestCase {

        @Test
        void asks(CDPBrowser browser) {
            assertThat(browser.http().list()).isNotNull();
        }
    }

    @WithCDP(report = ReportMode.ALWAYS)
    static class TellingTestCase {

        @Test
        void tells(CDPSession page, CDPBrowser browser) {
            page.evaluate("console.log('" + KEY + " " + TOKEN + " usersecret')");
            fail("told: " + browser.endpoint().orElseThrow() + " "
                    + browser.http().list() + KEY);
        }
    }
}
