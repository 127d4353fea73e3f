package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is fetched when a real test fails is in {@code traffic.jsonl}, and that alone is enough to make its report again. */
class RemakeTests {

    private static HttpServer server;

    @TempDir
    static Path elsewhere;

    @TempDir
    Path reports;

    @BeforeAll
    static void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var body = ("you asked for " + exchange.getRequestURI()).getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/plain");
            exchange.sendResponseHeaders(200, body.length);
            try (exchange) {
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
    }

    @AfterAll
    static void stop() {
        server.stop(0);
    }

    @Test
    void a_report_from_its_traffic_alone() throws IOException {
        var original = failed(FailingTestCase.class);
        var file = Files.move(original.resolve("traffic.jsonl"), reports.resolve("lonely.jsonl"));

        Recording.read(file).writeReport(elsewhere.resolve("again"));

        Files.move(file, original.resolve("traffic.jsonl"));
        var remade = elsewhere.resolve("again");
        assertThat(names(remade)).isEqualTo(names(original)).contains("screenshot.png", "dom.html", "chrome.log");
        for (var same : List.of("transcript.txt", "traffic.jsonl", "summary.md", "dom.html", "screenshot.png")) {
            assertThat(remade.resolve(same)).as(same).hasSameBinaryContentAs(original.resolve(same));
        }
    }

    @Test
    void a_report_of_what_a_killed_JVM_has_left() throws IOException {
        var original = failed(FailingTestCase.class);
        var whole = Files.readString(original.resolve("traffic.jsonl"));
        var file = reports.resolve("cut.jsonl");
        Files.writeString(file, whole.substring(0, (whole.indexOf('\n') + whole.length()) / 2));

        Recording.read(file).writeReport(elsewhere.resolve("cut"));

        assertThat(elsewhere.resolve("cut/summary.md"))
                .content()
                .contains("fails")
                .contains("oops")
                .contains("was cut off while it was written");
    }

    @Test
    void bodies_survive_a_navigation_and_are_in_the_report() throws IOException {
        var report = failed(FailingTestCase.class);
        var messages = Recording.read(report.resolve("traffic.jsonl")).messages();

        assertThat(messages)
                .as(Files.readString(report.resolve("transcript.txt")) + Files.readString(report.resolve("summary.md")))
                .filteredOn(message -> message.method().equals("Network.getResponseBody") && message.isAnswer())
                .extracting(message -> message.tree().at("/result/body").asString())
                .contains("you asked for /first", "you asked for /second");
    }

    @Test
    void the_document_is_in_the_report_before_AfterEach_changes_it() throws IOException {
        var folder = failed(FailingTestCase.class);

        assertThat(folder.resolve("dom.html"))
                .content()
                .contains("you asked for /second")
                .contains(
                        "&lt;template shadowrootmode=&quot;closed&quot;&gt;&lt;b&gt;inside&lt;/b&gt;&lt;/template&gt;")
                .doesNotContain("changed");
    }

    @Test
    void a_report_of_a_test_that_still_runs() {
        FixtureRun.of(LiveTestCase.class, reports).execute().allSucceeded();

        assertThat(elsewhere.resolve("live/summary.md"))
                .content()
                .startsWith("# `A recording of ")
                .doesNotContain(" passed");
        assertThat(elsewhere.resolve("live/transcript.txt")).content().contains("Page.navigate");
    }

    @Test
    void a_report_of_a_test_that_still_runs_has_the_settings_of_the_test() {
        FixtureRun.of(LiveTestCase.class, reports)
                .with("withcdp.redact.values", "you-name-it")
                .execute()
                .allSucceeded();

        assertThat(elsewhere.resolve("live/transcript.txt"))
                .content()
                .contains("‹redacted:value:")
                .doesNotContain("you-name-it");
    }

    private Path failed(Class<?> fixture) {
        return FailurePhaseTests.notedFolder(
                FixtureRun.of(fixture, reports).execute().failure());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private static String url(String host, String path) {
        return "http://" + host + ":" + server.getAddress().getPort() + path;
    }

    @WithCDP
    static class FailingTestCase {

        @AfterEach
        void changes(CDPSession page) {
            page.evaluate("document.body.textContent = 'changed'");
            page.screenshot();
        }

        @Test
        void fails(CDPSession page) {
            page.navigate(url("127.0.0.1", "/first"));
            page.navigate(url("localhost", "/second"));
            page.evaluate(
                    "document.body.appendChild(document.createElement('div')).attachShadow({mode: 'closed'}).innerHTML = '<b>inside</b>'");
            throw new IllegalStateException("oops");
        }
    }

    @WithCDP
    static class LiveTestCase {

        @Test
        void writes(CDPSession page, Recording recording) throws IOException {
            page.navigate("about:blank");
            page.evaluate("'you-name-it'");
            recording.writeReport(elsewhere.resolve("live"));
        }
    }
}
