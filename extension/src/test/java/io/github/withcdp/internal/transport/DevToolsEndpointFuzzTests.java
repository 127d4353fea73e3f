package io.github.withcdp.internal.transport;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.fuzz.Costly;
import io.github.withcdp.fuzz.Hostile;
import io.github.withcdp.fuzz.HostileJson;
import io.github.withcdp.fuzz.Tries;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Whatever is written as an endpoint and answered there, it leads to a URL at the host that was given, or is refused in a sentence. */
@Tag("fuzz")
@AddLifecycleHook(Tries.class)
class DevToolsEndpointFuzzTests {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String SECRET = "s3cr3t-Zq7w9";

    private static final List<String> VERSIONS = List.of("""
            {"Browser":"HeadlessChrome/156.0.8078.79","Protocol-Version":"1.3","User-Agent":"Mozilla/5.0 (X11)",
             "webSocketDebuggerUrl":"ws://127.0.0.1:9222/devtools/browser/b4711?a=b"}""", """
            {"Browser":"node.js/v24.1.0","Protocol-Version":"1.1"}""", """
            {"Browser":"Firefox/150.0"}""");

    @Provide
    Arbitrary<String> endpoints() {
        return Hostile.texts(List.of(
                "9222",
                "chrome.test:9222",
                "[::1]:9222",
                "http://user:pass@chrome.test:9222/a/b?token=c&d=e#f",
                "wss://chrome.test/devtools/page/1?token=c",
                "ws://127.0.0.1:9222/x%20y"));
    }

    @Provide
    Arbitrary<String> versions() {
        return HostileJson.of(VERSIONS);
    }

    @Provide
    Arbitrary<String> damaged() {
        return Hostile.texts(VERSIONS);
    }

    @Provide
    Arbitrary<String> urls() {
        return Hostile.texts(List.of(
                "ws://127.0.0.1:9222/devtools/browser/b4711?a=b",
                "/devtools/inspector.html?ws=localhost/devtools/page/1",
                "https://a.test/serve_rev/@1/inspector.html?ws=localhost:1/devtools/page/1&x=y"));
    }

    @Property
    void what_is_written_is_understood_or_refused(@ForAll("endpoints") String text, @ForAll("urls") String told) {
        DevToolsEndpoint endpoint;
        try {
            endpoint = DevToolsEndpoint.parse(text);
        } catch (IllegalArgumentException refusal) {
            assertThat(refusal).hasMessageContaining("is no DevTools endpoint: ");
            return;
        }
        assertThat(endpoint.display()).isNotEmpty();
        assertThat(endpoint.withHeaders(Map.of("X-Token", SECRET)).secrets()).contains(SECRET);
        var given = endpoint.completed("ws://elsewhere.test/devtools/browser/1");
        completed(endpoint, told)
                .ifPresent(url -> assertThat(url.getRawAuthority()).isEqualTo(given.getRawAuthority()));
    }

    private static Optional<URI> completed(DevToolsEndpoint endpoint, String told) {
        try {
            return Optional.of(endpoint.completed(told));
        } catch (ChromeUnavailableException refusal) {
            return Optional.empty();
        }
    }

    @Property
    void what_is_answered_is_understood_or_refused(@ForAll("versions") String json, @ForAll("damaged") String body) {
        var endpoint = DevToolsEndpoint.parse("http://chrome.test:1/?token=" + SECRET);
        for (var answer : List.of(json, body, body.replace("Mozilla", SECRET))) {
            try {
                var version = endpoint.json(new HttpResponse(200, "OK", "", answer), "/json/version");
                var url =
                        endpoint.completed(version.path("webSocketDebuggerUrl").asString(""));
                assertThat(url.getHost()).isEqualTo("chrome.test");
            } catch (ChromeUnavailableException refusal) {
                assertThat(refusal)
                        .hasMessageStartingWith("The browser at http://chrome.test:1")
                        .hasMessageNotContaining(SECRET);
            }
            assertThat(endpoint.said(new HttpResponse(404, answer, answer, answer)))
                    .isNotEmpty();
        }
    }

    @Provide
    Arbitrary<byte[]> answers() {
        var body = VERSIONS.get(0);
        var head = "HTTP/1.1 200 OK\r\nContent-Type: application/json; charset=UTF-8\r\n";
        var texts = List.of(
                head + "Content-Length: " + body.length() + "\r\n\r\n" + body,
                head + "Transfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(body.length()) + "\r\n" + body
                        + "\r\n0\r\n\r\n",
                head + "\r\n" + body,
                "HTTP/1.1 302 Found\r\nLocation: http://a.test/?x=y\r\nContent-Length: 0\r\n\r\n",
                "HTTP/1.1 401 Unauthorized\r\nWWW-Authenticate: Basic realm=\"x\"\r\nContent-Length: 2\r\n\r\nno");
        return Hostile.bytes(
                texts.stream().map(text -> text.getBytes(ISO_8859_1)).toList());
    }

    @Property
    @Costly(10)
    void bytes_are_understood_or_refused(@ForAll("answers") byte[] bytes) throws IOException {
        try (var server = new ScriptedServer((head, in, out) -> {
            out.write(bytes);
            out.flush();
        })) {
            var endpoint = DevToolsEndpoint.parse(server.address());
            try {
                assertThat(endpoint.webSocketUrl(LIMIT).getPort()).isEqualTo(server.port());
            } catch (ChromeUnavailableException refusal) {
                assertThat(refusal).hasMessageStartingWith("The browser at http://" + server.address());
            }
        }
    }
}
