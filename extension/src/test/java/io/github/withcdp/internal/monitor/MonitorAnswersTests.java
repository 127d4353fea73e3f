package io.github.withcdp.internal.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.Headless;
import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the monitor says with each answer, and to whom it lends its hands. */
@Timeout(60)
@WithCDP(headless = Headless.SHELL)
class MonitorAnswersTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String ORDER = "{\"method\":\"Browser.close\"}";

    private final MonitoredRun run = new MonitoredRun();
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void end() {
        run.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "commands", "method?Page.navigate", "nothing", "../"})
    void each_answer_is_for_its_own_page_alone(String resource) throws IOException, InterruptedException {
        var headers = get(run.address() + resource).headers();

        Map.of(
                        "X-Frame-Options", "DENY",
                        "X-Content-Type-Options", "nosniff",
                        "Referrer-Policy", "no-referrer",
                        "Cross-Origin-Opener-Policy", "same-origin",
                        "Cross-Origin-Resource-Policy", "same-origin",
                        "Cache-Control", "no-store")
                .forEach((name, value) ->
                        assertThat(headers.allValues(name)).as(name).containsExactly(value));
        assertThat(headers.allValues("Content-Security-Policy"))
                .singleElement()
                .satisfies(policy -> assertThat(policy.split("; ", -1))
                        .contains("default-src 'none'", "connect-src 'self'", "frame-ancestors 'none'")
                        .noneMatch(directive -> directive.contains("unsafe")));
    }

    @Test
    void the_path_alone_lets_somebody_look() throws IOException, InterruptedException {
        assertThat(get(run.address()).statusCode()).isEqualTo(200);
        assertThat(get(run.address().replaceFirst(".{4}/$", "/")).statusCode()).isEqualTo(403);
    }

    @Test
    void a_command_is_taken_from_its_own_page_alone() throws IOException, InterruptedException {
        var own = run.address().replaceFirst("/[^/]+/$", "");

        assertThat(post(order())).satisfies(refused -> {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).startsWith("What sends something needs the header Origin");
        });
        assertThat(post(order().header("Origin", "http://evil.example"))).satisfies(refused -> {
            assertThat(refused.statusCode()).isEqualTo(403);
            assertThat(refused.body()).contains("Open the address");
        });
        assertThat(post(order().header("Origin", own)).statusCode()).isEqualTo(200);
    }

    @Test
    void what_a_message_might_smuggle_into_the_page_neither_runs_nor_calls_home(CDPSession page) {
        page.navigate(run.address());
        MonitoredRun.await(page, "document.querySelector('.verdict')?.textContent === 'Live'");

        assertThat(page.evaluate("""
                        new Promise(done => {
                          const blocked = new Set();
                          document.addEventListener("securitypolicyviolation", event => {
                            blocked.add(event.effectiveDirective);
                            if (blocked.size === 4) done([...blocked].sort().join());
                          });
                          const add = (name, attributes) => document.body.append(Object.assign(document.createElement(name), attributes));
                          add("script", { textContent: "done('a script ran')" });
                          add("img", { src: "http://127.0.0.1:9/" });
                          add("iframe", { src: "http://127.0.0.1:9/" });
                          fetch("http://127.0.0.1:9/").catch(() => {});
                        })""").asString()).isEqualTo("connect-src,frame-src,img-src,script-src-elem");
    }

    private HttpRequest.Builder order() {
        return HttpRequest.newBuilder(URI.create(run.address() + "send"))
                .timeout(LIMIT)
                .POST(BodyPublishers.ofString(ORDER));
    }

    private HttpResponse<String> post(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.build(), BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address)).timeout(LIMIT).build(), BodyHandlers.ofString());
    }
}
