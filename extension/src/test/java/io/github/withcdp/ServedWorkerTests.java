package io.github.withcdp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a shared worker asks for is served, and what CORS asks before a request to another origin. */
class ServedWorkerTests {

    private static final String HEARD = "prices of tea, from a shared worker";

    private static final Map<String, List<String>> CONTENTS = Map.of(
            "/", List.of("text/html", "<!doctype html><title>Shop</title>"),
            "/prices", List.of("text/plain", "prices of tea"),
            "/told", List.of("text/plain", "from a shared worker"),
            "/shared.js",
                    List.of(
                            "text/javascript",
                            "onconnect = async page => page.ports[0].postMessage(await (await"
                                    + " fetch('/told')).text())"));

    @TempDir
    Path recorded;

    @TempDir
    Path reports;

    @Test
    void the_same_is_heard_without_the_servers() throws IOException {
        var pages = serve();
        var prices = serve();
        ShopTestCase.page = url(pages);
        ShopTestCase.prices = url(prices);
        try {
            assertThat(FixtureRun.of(ShopTestCase.class, recorded).execute().failure())
                    .hasMessage(HEARD);
        } finally {
            pages.stop(0);
            prices.stop(0);
        }

        var failure = FixtureRun.of(ShopTestCase.class, reports)
                .with("withcdp.serve", recorded.toString())
                .execute()
                .failure();

        assertThat(failure).hasMessage(HEARD);
        assertThat(failure.getSuppressed())
                .anySatisfy(note -> assertThat(note).asString().endsWith(" 0 unused, 0 missed"));
    }

    private static HttpServer serve() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                var content = CONTENTS.get(exchange.getRequestURI().getPath());
                exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
                exchange.getResponseHeaders().set("Access-Control-Allow-Headers", "X-Shop");
                if (content == null || exchange.getRequestMethod().equals("OPTIONS")) {
                    exchange.sendResponseHeaders(content == null ? 404 : 204, -1);
                } else {
                    var bytes = content.get(1).getBytes(UTF_8);
                    exchange.getResponseHeaders().set("Content-Type", content.get(0));
                    exchange.sendResponseHeaders(200, bytes.length);
                    exchange.getResponseBody().write(bytes);
                }
            }
        });
        server.start();
        return server;
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @WithCDP
    static class ShopTestCase {

        static volatile String page = "";
        static volatile String prices = "";

        @Test
        void hears(CDPSession session) {
            session.navigate(page + "/");
            var heard = session.evaluate("""
                (async () => {
                  const prices = await (await fetch('%s/prices', {headers: {'X-Shop': 'tea'}})).text();
                  const worker = new SharedWorker('/shared.js');
                  return prices + ', ' + await new Promise(done => worker.port.onmessage = told => done(told.data));
                })()\
                """.formatted(prices));
            throw new IllegalStateException(heard.asString());
        }
    }
}
