package io.github.withcdp.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.protocol.ChromeUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class DevToolsEndpointTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String CHROME =
            "{\"Browser\":\"Chrome/1\",\"webSocketDebuggerUrl\":\"ws://localhost/devtools/browser/4711\"}";

    private ScriptedServer server;
    private String address;

    @BeforeEach
    void listen() throws IOException {
        server = ScriptedServer.answering(200, CHROME);
        address = server.address();
    }

    @AfterEach
    void stop() throws IOException {
        server.close();
    }

    @ParameterizedTest
    @CsvSource({
        "9222, http://localhost:9222",
        ":9222, http://localhost:9222",
        "' 9222 ', http://localhost:9222",
        "chrome:9222, http://chrome:9222",
        "my_host.local:9222, http://my_host.local:9222",
        "10.0.0.7:9222, http://10.0.0.7:9222",
        "[::1]:9222, http://[::1]:9222",
        "http://chrome, http://chrome",
        "HTTPS://chrome/path/, https://chrome/path/",
        "http://user:secret@chrome:1?token=secret&a=b, http://…@chrome:1?…",
        "ws://chrome:1/devtools/browser/x?token=secret, ws://chrome:1/devtools/browser/x?…",
        "wss://chrome/x#secret, wss://chrome/x#…"
    })
    void shows_what_was_given_without_secrets(String given, String shown) {
        if (given.contains("_")) {
            assertThatThrownBy(() -> DevToolsEndpoint.parse(given)).hasMessageContaining("names no host");
        } else {
            assertThat(DevToolsEndpoint.parse(given)).hasToString(shown);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "0",
                "65536",
                "99999",
                "-1",
                "chrome",
                "chrome:",
                "chrome:x",
                "::1:9222",
                "ftp://chrome",
                "http://",
                "http://:9222",
                "http://chrome:0",
                "file:///tmp",
                "http://a b/?token=secret",
                "ws:/chrome?x=secret",
                "http://user:secret@/",
                "javascript:alert(1)//secret@x"
            })
    void refuses_everything_else_and_says_what_is_allowed(String given) {
        assertThatThrownBy(() -> DevToolsEndpoint.parse(given))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no DevTools endpoint")
                .hasMessageContaining("9222, host:9222")
                .hasMessageNotContaining("secret")
                .hasNoCause();
    }

    @Test
    void takes_a_WebSocket_URL_as_it_is() {
        assertThat(DevToolsEndpoint.parse("ws://nowhere.invalid/devtools/page/1?t=1")
                        .webSocketUrl(LIMIT))
                .isEqualTo(URI.create("ws://nowhere.invalid/devtools/page/1?t=1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://%s", "http://%s/", "ws://%s", "ws://%s/", "http://%s/json/version", "%s"})
    void asks_the_browser_and_keeps_the_host_and_port_that_were_given(String form) {
        assertThat(DevToolsEndpoint.parse(form.formatted(address)).webSocketUrl(LIMIT))
                .isEqualTo(URI.create("ws://" + address + "/devtools/browser/4711"));
        assertThat(asked()).containsExactly("/json/version Host=" + address);
    }

    @Test
    void keeps_the_query_the_user_information_and_the_path_of_a_proxy() {
        assertThat(DevToolsEndpoint.parse("http://ada:pass@" + address + "/team/?token=abc")
                        .webSocketUrl(LIMIT))
                .isEqualTo(URI.create("ws://ada:pass@" + address + "/team/devtools/browser/4711?token=abc"));
        assertThat(asked()).containsExactly("/team/json/version?token=abc Host=" + address);
        assertThat(ScriptedServer.header(server.heads.get(0), "Authorization")).isEqualTo("Basic YWRhOnBhc3M=");
    }

    @Test
    void finds_the_browser_by_a_name_of_this_machine() {
        var port = server.port();

        assertThat(DevToolsEndpoint.parse(String.valueOf(port)).webSocketUrl(LIMIT))
                .isEqualTo(URI.create("ws://localhost:" + port + "/devtools/browser/4711"));
        assertThat(asked()).containsExactly("/json/version Host=127.0.0.1:" + port);
    }

    @Test
    void asks_Node_for_its_first_target() {
        server.play((head, in, out) -> ScriptedServer.respond(
                out,
                200,
                "",
                ScriptedServer.path(head).equals("/json/list")
                        ? "[{\"webSocketDebuggerUrl\":\"ws://127.0.0.1:1/0815\"}]"
                        : "{\"Browser\":\"node.js/v22\",\"Protocol-Version\":\"1.1\"}"));

        assertThat(DevToolsEndpoint.parse(address).webSocketUrl(LIMIT))
                .isEqualTo(URI.create("ws://" + address + "/0815"));
    }

    @ParameterizedTest
    @CsvSource({
        "/0815, /json/",
        "/devtools/page/0815, /json/",
        "/proxy/0815, /proxy/json/",
        "/proxy/devtools/page/0815, /proxy/json/"
    })
    void asks_beside_the_path_of_a_WebSocket_who_is_there(String path, String asked) {
        server.play((head, in, out) -> ScriptedServer.respond(
                out,
                200,
                "",
                ScriptedServer.path(head).endsWith("/list")
                        ? "[{\"id\":\"0814\"},{\"id\":\"0815\",\"title\":\"a.js\"}]"
                        : "{\"Browser\":\"node.js/v22\"}"));
        var endpoint = DevToolsEndpoint.parse("ws://" + address + path);

        assertThat(endpoint.version(LIMIT).path("Browser").asString()).isEqualTo("node.js/v22");
        assertThat(endpoint.listed(LIMIT).path("title").asString()).isEqualTo("a.js");
        assertThat(DevToolsEndpoint.parse("ws://" + address + path + "6")
                        .listed(LIMIT)
                        .isMissingNode())
                .isTrue();
        assertThat(server.heads)
                .extracting(ScriptedServer::path)
                .containsExactly(asked + "version", asked + "list", asked + "list");
    }

    @Test
    void names_Firefox() {
        answer(200, "{\"Browser\":\"Firefox/120.0\",\"webSocketDebuggerUrl\":\"ws://127.0.0.1:1/x\"}");

        assertThatThrownBy(() -> DevToolsEndpoint.parse(address).webSocketUrl(LIMIT))
                .isInstanceOf(ChromeUnavailableException.class)
                .hasMessageContaining("is Firefox/120.0, which speaks WebDriver BiDi");

        answer(404, "<html><head><title>404 Not Found</title></head></html>");

        assertThatThrownBy(() -> DevToolsEndpoint.parse(address).webSocketUrl(LIMIT))
                .hasMessageContaining("so does Firefox, which speaks WebDriver BiDi");
    }

    @Test
    void says_how_to_start_a_browser_if_nothing_listens() throws IOException {
        server.close();

        assertThatThrownBy(() -> DevToolsEndpoint.parse(address).webSocketUrl(LIMIT))
                .isInstanceOf(ChromeUnavailableException.class)
                .hasMessageContaining(address)
                .hasMessageContaining("nothing listens there")
                .hasMessageContaining("--remote-debugging-port=" + address.replaceAll(".*:", ""))
                .hasMessageContaining("--user-data-dir");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 404, 500})
    void shows_the_status_and_the_beginning_of_the_body_without_the_token(int status) {
        answer(status, "No such thing for topsecret. " + "x".repeat(1000));

        assertThatThrownBy(() -> DevToolsEndpoint.parse("http://" + address + "/?token=topsecret")
                        .webSocketUrl(LIMIT))
                .isInstanceOf(ChromeUnavailableException.class)
                .hasMessageContaining("status " + status)
                .hasMessageContaining("No such thing for ….")
                .hasMessageNotContaining("topsecret")
                .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(800));
    }

    @ParameterizedTest
    @CsvSource({
        "<html>Welcome</html>, HTML instead of JSON",
        "Welcome, no JSON",
        "{\"name\":\"other\"}, without a webSocketDebuggerUrl",
        "{\"webSocketDebuggerUrl\":\"ws://a b\"}, no URL",
        "'', without a webSocketDebuggerUrl"
    })
    void says_if_it_is_not_a_browser(String body, String why) {
        answer(200, body);

        assertThatThrownBy(() -> DevToolsEndpoint.parse(address).webSocketUrl(LIMIT))
                .isInstanceOf(ChromeUnavailableException.class)
                .hasMessageContaining(why);
        assertThat(asked()).as("but Node.js nobody is asked for a list").hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"@127.0.0.1/stolen", "stolen", "mailto:stolen", "ws://127.0.0.1:1", "//127.0.0.1:1"})
    void goes_to_no_other_host_than_the_one_that_was_given(String told) {
        answer(200, "{\"Browser\":\"Chrome/1\",\"webSocketDebuggerUrl\":\"%s\"}".formatted(told));

        assertThatThrownBy(() -> DevToolsEndpoint.parse("http://user:topsecret@" + address)
                        .webSocketUrl(LIMIT))
                .isInstanceOf(ChromeUnavailableException.class)
                .hasMessageStartingWith(
                        "The browser at http://…@%s told a webSocketDebuggerUrl without a path, as in ws://host:port/devtools/browser/…: %s%n",
                        address, told);
    }

    @ParameterizedTest
    @CsvSource({
        "http://chrome:1, ws://inside:2/devtools/browser/4711, ws://chrome:1/devtools/browser/4711",
        "http://chrome:1, wss://inside:2/x, ws://chrome:1/x",
        "https://chrome:1, ws://inside:2/x, wss://chrome:1/x",
        "wss://chrome:1, ws://inside:2/x, wss://chrome:1/x",
        "http://chrome:1, ws://inside:2/a%2Fb%3F, ws://chrome:1/a%2Fb%3F",
        "http://chrome:1/team, ws://inside:2/x, ws://chrome:1/team/x",
        "http://chrome:1/team, ws://inside:2/team/x, ws://chrome:1/team/x",
        "http://chrome:1/team, ws://inside:2/teams/x, ws://chrome:1/team/teams/x",
        "http://chrome:1, ws://inside:2/x?t=1, ws://chrome:1/x?t=1",
        "http://chrome:1?a=1, ws://inside:2/x?t=1, ws://chrome:1/x?t=1&a=1",
        "http://chrome:1?a=1, ws://inside:2/x?t=1&a=1, ws://chrome:1/x?t=1&a=1",
        "http://chrome:1?a=1, ws://inside:2/x?a=12, ws://chrome:1/x?a=12&a=1"
    })
    void puts_what_it_is_told_below_what_was_given(String given, String told, String seen) {
        assertThat(DevToolsEndpoint.parse(given).completed(told)).isEqualTo(URI.create(seen));
    }

    @ParameterizedTest
    @ValueSource(strings = {"mailto:topsecret", "ws://a b/topsecret"})
    void shows_what_it_is_told_without_the_token(String told) {
        assertThatThrownBy(() -> DevToolsEndpoint.parse("http://chrome:1/?token=topsecret")
                        .completed(told))
                .hasMessageContaining(" told a webSocketDebuggerUrl ")
                .hasMessageNotContaining("topsecret");
    }

    @Test
    void takes_nothing_but_path_and_query_of_what_it_is_told() {
        answer(200, CHROME.replace("ws://localhost/", "ws://elsewhere.invalid//127.0.0.1:1/") + " ");

        assertThat(DevToolsEndpoint.parse("http://user:topsecret@" + address + "/?token=a")
                        .webSocketUrl(LIMIT))
                .isEqualTo(
                        URI.create("ws://user:topsecret@" + address + "//127.0.0.1:1/devtools/browser/4711?token=a"));
    }

    @Test
    void says_if_the_front_end_has_no_URL() {
        assertThatThrownBy(() -> DevToolsEndpoint.parse(address).frontendUrl("", "/inspector html?ws=x", LIMIT))
                .isInstanceOf(ChromeUnavailableException.class)
                .hasMessageStartingWith(
                        "The browser at http://%s told a devtoolsFrontendUrl that is no URL: /inspector html?ws=x%n",
                        address);
        assertThatThrownBy(() -> DevToolsEndpoint.parse("http://" + address + "?token=topsecret")
                        .frontendUrl("", "/inspector html?ws=topsecret", LIMIT))
                .hasMessageContaining(" that is no URL: ")
                .hasMessageNotContaining("topsecret");
    }

    @Test
    void does_not_follow_redirects() {
        server.play((head, in, out) ->
                ScriptedServer.respond(out, 302, "Location: http://elsewhere.invalid/?token=secret\r\n", ""));

        assertThatThrownBy(() -> DevToolsEndpoint.parse(address).webSocketUrl(LIMIT))
                .isInstanceOf(ChromeUnavailableException.class)
                .hasMessageContaining("redirects to http://elsewhere.invalid/?…");
    }

    @Test
    void gives_up_on_a_server_that_never_answers() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var endpoint = DevToolsEndpoint.parse("127.0.0.1:" + silent.getLocalPort());

            assertThatThrownBy(() -> endpoint.webSocketUrl(Duration.ofMillis(300)))
                    .isInstanceOf(ChromeUnavailableException.class)
                    .hasMessageContaining("did not answer within 300 ms");
        }
        Threads.awaitNone("withcdp-http");
    }

    @Test
    void gives_up_on_a_server_that_never_finishes() throws Exception {
        server.play((head, in, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n{".getBytes(UTF_8));
            out.flush();
            in.read(); // until the client hangs up
        });

        assertThatThrownBy(() -> DevToolsEndpoint.parse(address).webSocketUrl(Duration.ofMillis(300)))
                .isInstanceOf(ChromeUnavailableException.class)
                .hasMessageContaining("did not answer within 300 ms");
        server.close();
        Threads.awaitNone("withcdp-http");
    }

    @Test
    void says_if_something_else_than_HTTP_answers() throws Exception {
        server.play((head, in, out) -> out.write("220 mail ready\r\n\r\n".getBytes(UTF_8)));

        assertThatThrownBy(() -> DevToolsEndpoint.parse(address).webSocketUrl(LIMIT))
                .isInstanceOf(ChromeUnavailableException.class)
                .hasMessageContaining("does not speak HTTP");
    }

    @Test
    void asks_by_number_if_the_name_is_refused() throws Exception {
        var self = InetAddress.getLocalHost();
        var script = ScriptedServer.refusingNames((head, in, out) -> ScriptedServer.respond(out, 200, "", CHROME));
        try (var chrome = new ScriptedServer(self, script)) {
            var named = self.getHostName() + ":" + chrome.port();

            assertThat(DevToolsEndpoint.parse(named).webSocketUrl(LIMIT))
                    .isEqualTo(URI.create("ws://" + named + "/devtools/browser/4711"));
        }
    }

    @Test
    void says_if_the_host_is_unknown() {
        assertThatThrownBy(() -> DevToolsEndpoint.parse("nowhere.invalid:9222").webSocketUrl(LIMIT))
                .isInstanceOf(ChromeUnavailableException.class)
                .hasMessageContaining("nowhere.invalid");
    }

    private void answer(int status, String body) {
        server.play((head, in, out) -> ScriptedServer.respond(out, status, "", body));
    }

    private List<String> asked() {
        return server.heads.stream()
                .map(head -> ScriptedServer.path(head) + " Host=" + ScriptedServer.header(head, "Host"))
                .toList();
    }
}
