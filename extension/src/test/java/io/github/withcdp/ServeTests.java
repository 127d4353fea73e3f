package io.github.withcdp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.withcdp.internal.session.LocalServer;
import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A test is served from the recording of an earlier run, while its server counts who comes nevertheless. */
class ServeTests {

    private static final String SHOP = "io.github.withcdp.ServeTests$ShopTestCase";

    @TempDir
    static Path recorded;

    @TempDir
    Path reports;

    @BeforeAll
    static void record() {
        try {
            FixtureRun.of(ShopTestCase.class, recorded)
                    .with("withcdp.report", "always")
                    .execute();
        } finally {
            Shop.close();
        }
        assertThat(Shop.requests).hasPositiveValue();
        Shop.open(); // on another port
        Shop.requests.set(0);
    }

    @AfterAll
    static void close() {
        Shop.close();
    }

    @Test
    void the_failure_comes_back_and_nobody_asks_the_server() throws IOException {
        var before = contents(recorded);

        var outcome = served().execute();

        assertThat(outcome.failures()).containsOnlyKeys("shows_what_was_ordered(CDPSession)");
        assertThat(outcome.failure())
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("second, then first; 503 no stock left; moved; net::ERR_CONNECTION_REFUSED; 204");
        assertThat(outcome.failure().getSuppressed())
                .anySatisfy(note -> assertThat(note).asString().contains("0 unused, 0 missed"));
        assertThat(outcome.succeeded())
                .containsExactlyInAnyOrder(
                        "passes(CDPSession)", "hears_the_news(CDPSession)", "is_refused_Fetch(CDPSession)");
        assertThat(Shop.requests).hasValue(0);
        assertThat(contents(recorded)).isEqualTo(before);
        assertThat(reports.resolve("index.html")).doesNotExist();
        var again = reports.resolve("replayed").resolve(SHOP).resolve("shows_what_was_ordered");
        assertThat(again.resolve("summary.md"))
                .content()
                .contains("The test was served from " + recorded)
                .contains("0 unused, 0 missed")
                .doesNotContain("withcdp.replay");
        assertThat(Recording.read(again.resolve("traffic.jsonl")).messages())
                .extracting(RecordedMessage::method)
                .contains("Network.responseReceived")
                .noneMatch(method -> method.startsWith("Fetch."));
    }

    @Test
    void one_recording_serves_its_test_and_the_others_are_skipped() {
        var folder = recorded.resolve(SHOP).resolve("passes");

        var outcome = FixtureRun.of(ShopTestCase.class, reports)
                .with("withcdp.serve", folder.toString())
                .with("withcdp.green", "true")
                .with("withcdp.green.dir", reports.resolve("green").toString())
                .execute();

        assertThat(reports.resolve("green")).as("it shows nothing of the shop").doesNotExist();
        assertThat(outcome.allSucceeded().succeeded()).containsExactly("passes(CDPSession)");
        assertThat(outcome.results().testEvents().skipped().stream()
                        .map(event -> event.getRequiredPayload(String.class)))
                .containsExactlyInAnyOrder(
                        "there is no recording of %s.shows_what_was_ordered in %s, which is of %s.passes (withcdp.serve)"
                                .formatted(SHOP, folder, SHOP),
                        "there is no recording of %s.hears_the_news in %s, which is of %s.passes (withcdp.serve)"
                                .formatted(SHOP, folder, SHOP),
                        "there is no recording of %s.is_refused_Fetch in %s, which is of %s.passes (withcdp.serve)"
                                .formatted(SHOP, folder, SHOP));
    }

    @Test
    void what_was_not_recorded_reaches_no_server_and_fails_a_test_that_has_passed() {
        var folder = recorded.resolve(SHOP).resolve("passes");
        Shop.further = "/new";
        try {
            var failure = FixtureRun.of(ShopTestCase.class, reports)
                    .with("withcdp.serve", folder.toString())
                    .execute()
                    .failure();

            assertThat(String.valueOf(failure.getMessage()).replaceAll("127.0.0.1:\\d+", "shop.test"))
                    .isEqualTo("""
                    The test asked for what the recording does not have (withcdp.serve):
                      GET http://shop.test/new
                          nothing like it was recorded
                    Served from %s: 1 answers loaded, 1 used, 0 unused, 1 missed""".formatted(folder.resolve("traffic.jsonl")));
            assertThat(failure.getSuppressed())
                    .anySatisfy(note -> assertThat(note)
                            .hasMessageContaining("Asked for, and not in the recording: GET ")
                            .hasMessageContaining("/new; nothing like it was recorded"));
            assertThat(Shop.requests).hasValue(0);
        } finally {
            Shop.further = "";
        }
    }

    @Test
    void what_does_not_say_of_which_test_it_is_is_refused() throws IOException {
        var file = Files.writeString(
                reports.resolve("some.jsonl"),
                "{\"withcdp\":\"traffic\",\"version\":1,\"browser\":\"\",\"started\":\"2026-11-20T13:00:00Z\",\"messages\":0}\n");

        assertThat(FixtureRun.of(ShopTestCase.class, reports.resolve("again"))
                        .with("withcdp.serve", file.toString())
                        .execute()
                        .failures()
                        .values())
                .hasSize(4)
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageContaining(
                                "withcdp.serve: %s was written by Recording.writeTo, and does not say of which test it is. Give the traffic.jsonl of a report.",
                                file));
    }

    @Test
    void what_has_no_messages_is_refused() throws IOException {
        var folder =
                Files.createDirectories(reports.resolve("cut").resolve(SHOP).resolve("passes"));
        var lines = Files.readAllLines(recorded.resolve(SHOP).resolve("passes/traffic.jsonl"));
        Files.writeString(
                folder.resolve("traffic.jsonl"),
                lines.get(0).replaceFirst("\"messages\":\\d+", "\"messages\":0") + "\n");

        assertThat(served(folder).failures().values())
                .singleElement()
                .satisfies(failure -> assertThat(failure)
                        .hasMessageContaining(
                                "withcdp.serve: %s has no messages: there is nothing to be served from it. Give the recording of a run in which the test talked to its page.",
                                folder.resolve("traffic.jsonl")));
    }

    @Test
    void what_was_cut_off_is_served_as_far_as_it_goes_and_a_failure_says_so() throws IOException {
        var folder =
                Files.createDirectories(reports.resolve("cut").resolve(SHOP).resolve("shows_what_was_ordered"));
        var lines = Files.readAllLines(recorded.resolve(SHOP).resolve("shows_what_was_ordered/traffic.jsonl"));
        Files.write(folder.resolve("traffic.jsonl"), lines.subList(0, lines.size() - 1));

        assertThat(served(folder).failure().getSuppressed())
                .anySatisfy(note -> assertThat(note)
                        .hasMessageContaining("The recording is not complete: ")
                        .hasMessageContaining("was cut off"));
    }

    private FixtureRun.Outcome served(Path folder) {
        return FixtureRun.of(ShopTestCase.class, reports.resolve("again"))
                .with("withcdp.serve", folder.toString())
                .execute();
    }

    @Test
    void without_a_recording_the_class_is_told_what_to_give() {
        assertThat(FixtureRun.of(ShopTestCase.class, reports)
                        .with("withcdp.serve", reports.resolve("nowhere").toString())
                        .execute()
                        .failure())
                .hasMessage(
                        "withcdp.serve: %s does not exist. Give the folder of a report, the traffic.jsonl in it, or a directory of reports, as withcdp-reports is one."
                                .formatted(reports.resolve("nowhere")));
        assertThat(FixtureRun.of(ShopTestCase.class, reports)
                        .with("withcdp.serve", reports.toString())
                        .execute()
                        .failure())
                .hasMessageStartingWith("withcdp.serve: %s has no recording in it, nor are there reports below it. Give"
                        .formatted(reports));
    }

    private FixtureRun served() {
        return FixtureRun.of(ShopTestCase.class, reports).with("withcdp.serve", recorded.toString());
    }

    private static Map<Path, String> contents(Path directory) throws IOException {
        var contents = new TreeMap<Path, String>();
        try (var files = Files.walk(directory)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file, Files.getLastModifiedTime(file) + " " + Files.size(file));
            }
        }
        return contents;
    }

    @WithCDP
    static class ShopTestCase {

        @Test
        void shows_what_was_ordered(CDPSession page) {
            page.navigate(Shop.url("/shop"));
            page.evaluate("all");
            throw new IllegalStateException(page.evaluate("texts.join('; ')").asString());
        }

        @Test
        void passes(CDPSession page) {
            page.navigate(Shop.url("/empty"));
            if (!Shop.further.isEmpty()) {
                page.evaluate("fetch('" + Shop.further + "').catch(() => {})");
            }
        }

        @Test
        void hears_the_news(CDPSession page) {
            page.navigate(Shop.url("/empty"));
            var heard = page.evaluate("""
                    new Promise(done => {
                      const heard = [];
                      window.news = new EventSource('/news');
                      news.addEventListener('tea', event => heard.push('tea: ' + event.data));
                      news.onmessage = event => done(heard.concat(event.data).join(', '));
                    })""").asString();
            assertThat(heard).isEqualTo("tea: 2.80, open\nuntil nine");
            if (Shop.requests.get() == 0) { // it is served, and so what it was told has an end
                page.evaluate(
                        "new Promise(done => { (function look() { news.readyState === 2 ? done(1) : setTimeout(look, 50) })() })",
                        Duration.ofSeconds(30));
            }
        }

        @Test
        void is_refused_Fetch(CDPSession page) {
            page.navigate(Shop.url("/empty"));
            if (Shop.requests.get() == 0) { // it is served
                assertThatThrownBy(() -> page.send("Fetch.enable"))
                        .isInstanceOf(CommandFailedException.class)
                        .hasMessageContaining(
                                "the requests of this test are answered from a recording (withcdp.serve)");
            }
        }
    }

    /** A shop that answers the first of two requests after the second, has no stock, and has moved. */
    private static final class Shop {

        static final AtomicInteger requests = new AtomicInteger();
        static volatile String further = "";
        private static final CountDownLatch secondShown = new CountDownLatch(1);
        private static final CountDownLatch closed = new CountDownLatch(1);
        private static HttpServer server = started();

        private static final String PAGE = """
                <!doctype html><title>Shop</title><script>
                const texts = [];
                const order = [];
                const text = async path => await (await fetch(path)).text();
                const all = (async () => {
                  await Promise.all([
                    text('/first').then(text => order.push(text)), text('/second').then(text => order.push(text))
                        .then(() => navigator.sendBeacon('/second-shown'))]);
                  texts.push(order.join(', then '));
                  const post = await fetch('/order', {method: 'POST', body: '{"pieces":2,"at":' + Date.now() + '}'});
                  texts.push(post.status + ' ' + await post.text());
                  texts.push(await text('ORIGIN/old?_=' + Date.now()));
                  await fetch('NOBODY').catch(() => texts.push('net::ERR_CONNECTION_REFUSED'));
                  texts.push((await fetch('/nothing')).status);
                })();
                </script>""";

        /** Where nobody listens. */
        private static final String NOBODY = "http://127.0.0.1:" + closedPort();

        private static int closedPort() {
            try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                return socket.getLocalPort();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static void open() {
            server = started();
        }

        private static HttpServer started() {
            HttpServer server;
            try {
                server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            server.setExecutor(Executors.newCachedThreadPool(work -> {
                var thread = new Thread(work, "shop");
                thread.setDaemon(true);
                return thread;
            }));
            server.createContext("/", Shop::answer);
            server.start();
            return server;
        }

        static void close() {
            closed.countDown();
            server.stop(0);
        }

        static String url(String path) {
            return "http://127.0.0.1:" + server.getAddress().getPort() + path;
        }

        private static void answer(HttpExchange exchange) throws IOException {
            requests.incrementAndGet();
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                switch (exchange.getRequestURI().getPath()) {
                    case "/shop" ->
                        LocalServer.answer(
                                exchange,
                                200,
                                "text/html",
                                PAGE.replace("ORIGIN", url("")).replace("NOBODY", NOBODY));
                    case "/first" -> {
                        secondShown.await();
                        LocalServer.answer(exchange, 200, "text/plain", "first");
                    }
                    case "/second" -> LocalServer.answer(exchange, 200, "text/plain", "second");
                    case "/second-shown" -> {
                        exchange.sendResponseHeaders(204, -1);
                        secondShown.countDown();
                    }
                    case "/order" -> LocalServer.answer(exchange, 503, "text/plain", "no stock left");
                    case "/old" -> {
                        exchange.getResponseHeaders().set("Location", url("/new-place"));
                        exchange.sendResponseHeaders(302, -1);
                    }
                    case "/new-place" -> LocalServer.answer(exchange, 200, "text/plain", "moved");
                    case "/news" -> {
                        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
                        exchange.sendResponseHeaders(200, 0);
                        exchange.getResponseBody()
                                .write("event: tea\ndata: 2.80\n\ndata: open\ndata: until nine\n\n".getBytes(UTF_8));
                        exchange.getResponseBody().flush();
                        closed.await();
                    }
                    case "/nothing" -> exchange.sendResponseHeaders(204, -1);
                    case "/empty" -> LocalServer.answer(exchange, 200, "text/html", "<title>empty</title>");
                    default -> LocalServer.answer(exchange, 404, "text/plain", "");
                }
            } catch (InterruptedException interrupt) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
