package io.github.withcdp.internal.finding;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Chromium tells of the cookies of a page that is served as two sites: {@code 127.0.0.1} and {@code localhost}. */
@WithCDP
class CookieChromiumTests {

    private HttpServer server;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", CookieChromiumTests::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var headers = exchange.getResponseHeaders();
            headers.set("Content-Type", "text/html");
            var cookies =
                    switch (exchange.getRequestURI().getPath()) {
                        case "/insecure" -> List.of("sid=s3cret; SameSite=None");
                        case "/prefix" -> List.of("__Host-sid=s3cret; Secure; Path=/shop");
                        case "/domain" -> List.of("sid=s3cret; Domain=shop.test");
                        case "/strict" ->
                            List.of("sid=s3cret; SameSite=Strict; Path=/", "lang=de", "cart=1; Path=/cart");
                        default -> List.<String>of();
                    };
            cookies.forEach(cookie -> headers.add("Set-Cookie", cookie));
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("<!doctype html><link rel=icon href=data:,>".getBytes(UTF_8));
        }
    }

    private String url(String host, String path) {
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    /** What went over the wire may be told after the load, but comes before what is told of a later one. */
    private List<String> findings(CDPSession page) {
        page.navigate(url("127.0.0.1", "/end"));
        return SuspiciousMessages.in(page.recording().messages(), Duration.ZERO).top().stream()
                .map(suspicion ->
                        suspicion.sentence().replaceAll(":\\d+/", "/").replaceAll("message \\d+", "message N"))
                .toList();
    }

    @Test
    void it_refuses_SameSite_None_without_Secure(CDPSession page) {
        page.navigate(url("localhost", "/insecure"));

        assertThat(findings(page))
                .containsExactly(
                        "Chrome refused the cookie \"sid\" of GET http://localhost/insecure: SameSite=None needs Secure");
    }

    @Test
    void it_refuses_a_prefix_without_what_that_needs(CDPSession page) {
        page.navigate(url("localhost", "/prefix"));

        assertThat(findings(page))
                .containsExactly(
                        "Chrome refused the cookie \"__Host-sid\" of GET http://localhost/prefix: __Host- needs Secure, Path=/ and no Domain");
    }

    @Test
    void it_refuses_the_domain_of_another_site(CDPSession page) {
        page.navigate(url("localhost", "/domain"));

        assertThat(findings(page))
                .containsExactly(
                        "Chrome refused the cookie \"sid\" of GET http://localhost/domain: its Domain is not one that the server may set");
    }

    @Test
    void it_keeps_a_strict_cookie_from_what_another_site_begins(CDPSession page) {
        page.navigate(url("localhost", "/strict"));
        page.navigate(url("127.0.0.1", "/"));
        page.evaluate("fetch('%s', {credentials: 'include', mode: 'no-cors'}).then(() => 1)"
                .formatted(url("localhost", "/api")));

        assertThat(findings(page))
                .anySatisfy(
                        sentence -> assertThat(sentence)
                                .startsWith(
                                        "Chrome did not send the cookie \"sid\" with GET http://localhost/api: SameSite=Strict, but another site began the request")
                                .endsWith(
                                        "; the page is of 127.0.0.1, the request goes to localhost; set by GET http://localhost/strict (message N)"))
                .noneSatisfy(sentence -> assertThat(sentence).contains("\"cart\""));
    }

    @Test
    void it_says_nothing_of_cookies_that_are_as_they_should(CDPSession page) {
        page.navigate(url("localhost", "/strict"));
        page.navigate(url("localhost", "/next"));

        assertThat(findings(page)).isEmpty();
    }
}
