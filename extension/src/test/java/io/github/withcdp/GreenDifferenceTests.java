package io.github.withcdp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A test that passes, and passes, and fails: its report says what was otherwise. */
@Execution(ExecutionMode.SAME_THREAD)
class GreenDifferenceTests {

    private static HttpServer server;
    private static volatile int status = 200;

    @TempDir
    Path directory;

    @BeforeAll
    static void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", GreenDifferenceTests::answer);
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @BeforeEach
    void mend() {
        status = 200;
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        boolean pays = exchange.getRequestURI().getPath().equals("/api/pay");
        var body = pays
                ? "{\"order\":\"%s\"}".formatted(UUID.randomUUID())
                : "<link rel=icon href=data:,><script>async function pay() { const paid = await fetch('/api/pay?_=' + Date.now(), { method: 'POST' }); await paid.text(); return paid.status }</script>";
        exchange.getResponseHeaders().set("Content-Type", pays ? "application/json" : "text/html");
        exchange.sendResponseHeaders(pays ? status : 200, body.length());
        try (exchange) {
            exchange.getResponseBody().write(body.getBytes(UTF_8));
        }
    }

    private FixtureRun run(String label) {
        return FixtureRun.of(PayingTestCase.class, directory.resolve("reports"))
                .with("withcdp.green", "true")
                .with("withcdp.green.dir", directory.resolve("green").toString())
                .with("withcdp.green.label", label);
    }

    /** Return what a report says of a comparison, with neither times nor numbers that each run has others of. */
    private static String unlike(Path folder) throws IOException {
        var summary = Files.readString(folder.resolve("summary.md"));
        return summary.substring(summary.indexOf("## What was unusual"), summary.indexOf("## What happened"))
                .replaceAll("127\\.0\\.0\\.1:\\d+", "shop.test")
                .replaceAll("_=\\d+", "_=1")
                .replaceAll("\\d+\\.\\d{3}\\b", "0.000")
                .replaceAll("[0-9-]{10} [0-9:]{8} UTC, commit [0-9a-f]{10}", "NOW")
                .replaceAll("[0-9a-f-]{36}", "UUID")
                .replaceAll("Chrome \\d+", "Chrome 1")
                .replaceAll("(messages?) [0-9, ]+", "$1 1");
    }

    @Test
    void is_the_first_finding() throws IOException {
        run("main").execute().allSucceeded();
        run("main").execute().allSucceeded();
        status = 503;

        var failure = run("main").execute().failure();
        var folder = FailurePhaseTests.notedFolder(failure);

        assertThat(unlike(folder)).startsWith("""
                        ## What was unusual

                        1. 0.000 s: `POST http://shop.test/api/pay?_=1 was answered with 503 Service Unavailable, asked for at http://shop.test/:1; it says: {"order":"UUID"}; unlike the last green run: /response/status is 503, was 200` (messages 1)

                        ## Unlike the last green run

                        ```text
                        0.000 POST http://shop.test/api/pay?_=1: /response/status is 503, was 200;""").contains("""

                        Compared with the last green run, of NOW, with the label main, Chrome 1; what differs between it and the one before is explained.
                        """);
        assertThat(failure.getSuppressed()[0])
                .asString()
                .containsOnlyOnce("unlike the last green run: /response/status is 503, was 200");
        var again = Files.createDirectories(directory.resolve("again/report"));
        Recording.read(folder.resolve("traffic.jsonl")).writeReport(again);
        assertThat(unlike(again)).isEqualTo(unlike(folder));
    }

    @Test
    void says_that_there_is_nothing_to_compare_with() throws IOException {
        status = 503;

        var folder = FailurePhaseTests.notedFolder(run("main").execute().failure());

        assertThat(folder.resolve("summary.md"))
                .content()
                .contains("\n- `There is no green run of this test to compare with`\n")
                .doesNotContain("## Unlike the last green run", "unlike the last green run");
    }

    @WithCDP
    static class PayingTestCase {

        @Test
        void pays(CDPSession page) {
            page.navigate("http://127.0.0.1:" + server.getAddress().getPort() + "/");

            assertThat(page.evaluate("pay()").asInt()).isEqualTo(200);
        }
    }
}
