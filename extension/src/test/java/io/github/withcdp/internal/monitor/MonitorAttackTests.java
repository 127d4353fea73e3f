package io.github.withcdp.internal.monitor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.withcdp.WithCDP;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page under test can do that knows the port, and even one that knows the token. */
@WithCDP(timeout = "60 s", args = "--host-resolver-rules=MAP evil.example 127.0.0.1")
class MonitorAttackTests {

    private static final String EVERYTHING = """
            (async url => {
              const outcome = promise => promise.then(() => "answered", () => "refused");
              const loaded = element => new Promise(done => {
                element.onload = element.onerror = done;
                document.body.append(element);
              });
              const frame = Object.assign(document.createElement("iframe"), { src: url, name: "target" });
              await loaded(frame);
              const form = Object.assign(document.createElement("form"), { action: url + "send", method: "post", target: "target" });
              document.body.append(form);
              const submitted = new Promise(done => { frame.onload = done; });
              form.submit();
              await submitted;
              await loaded(Object.assign(document.createElement("script"), { src: url + "feed" }));
              await fetch(url, { mode: "no-cors", credentials: "include" }).catch(() => {});
              return [
                await outcome(fetch(url)),
                await outcome(fetch(url + "feed")),
                await outcome(fetch(url + "send", { method: "POST", headers: { "Content-Type": "application/json" }, body: "{}" })),
                await new Promise(done => {
                  const socket = new WebSocket(url.replace("http", "ws") + "feed");
                  socket.onopen = () => done("answered");
                  socket.onerror = () => done("refused");
                }),
              ].join();
            })""";

    private final MonitoredRun run = new MonitoredRun();
    private HttpServer server;

    @BeforeEach
    void serveAnotherSite() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var page = "<title>a page under test</title><body>".getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            try (var out = exchange.getResponseBody()) {
                out.write(page);
            }
        });
        server.start();
    }

    @AfterEach
    void end() {
        server.stop(0);
        run.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "evil.example"})
    void a_page_gets_nothing_out_of_it_even_with_the_token(String site, CDPSession page) {
        for (var address : List.of(run.address(), withoutToken())) {
            page.navigate("http://" + site + ":" + server.getAddress().getPort() + "/");

            assertThat(page.evaluate(EVERYTHING + "('" + address + "')").asString())
                    .isEqualTo("refused,refused,refused,refused");
        }
        assertThat(page.recording().exchanges().stream()
                        .filter(exchange -> exchange.url().startsWith(withoutToken()))
                        .flatMap(exchange -> exchange.response().stream())
                        .map(Exchange.Response::status))
                .isNotEmpty()
                .allMatch(status -> status == 403);
    }

    @Test
    void another_name_for_this_machine_does_not_help(CDPSession page) {
        page.navigate(run.address().replace("127.0.0.1", "evil.example"));

        assertThat(page.evaluate("document.body.innerText").asString())
                .startsWith(
                        "This is the monitor of a test run. Open the address that the run has printed, as it stands there.");
    }

    @Test
    void a_link_on_another_page_does_not_lead_there(CDPSession page) {
        page.navigate("http://evil.example:" + server.getAddress().getPort() + "/");
        var opened = page.awaitChild(
                target -> target.type().equals("page"), () -> page.evaluate("open('" + run.address() + "'), 0"));
        opened.awaitLoad();

        assertThat(opened.evaluate("document.body.innerText").asString()).startsWith("This is the monitor");
    }

    @Test
    void whoever_has_the_address_gets_in(CDPSession page) {
        page.navigate(run.address());

        MonitoredRun.await(page, "document.querySelector('.verdict')?.textContent === 'Live'");
        assertThat(page.recording().exchanges().stream()
                        .map(Exchange::response)
                        .flatMap(Optional::stream)
                        .filter(response -> response.mimeType().equals("text/html"))
                        .flatMap(response -> response.headers().stream())
                        .filter(header -> header.name().equalsIgnoreCase("Set-Cookie")
                                || header.name().toLowerCase(Locale.ROOT).startsWith("access-control")))
                .isEmpty();
    }

    private String withoutToken() {
        return run.address().replaceFirst("/[^/]+/$", "/");
    }
}
