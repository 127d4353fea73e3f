package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a test is called and a page says: the report is written where it belongs, and is text. */
class HostileReportTests {

    private static final Pattern TERMINAL = Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f\\u009b\\u202e]");
    private static final Pattern COMMAND = Pattern.compile("##\\w*\\[");
    private static final String MARKUP = "</script><script>alert(1)</script><img src=x onerror=alert(2)>";

    static Stream<String> names() {
        return Stream.of(
                MARKUP,
                "\u001b[2J\u001b]0;title\u0007",
                "\u202egnp.exe",
                "lone \ud800 and \udc00",
                "../../../escaped",
                "..\\..\\escaped",
                "CON",
                "nul\0byte",
                "[[ATTACHMENT|/etc/passwd]]",
                "\n##teamcity[buildStatus status='SUCCESS']",
                "\n::stop-commands::x ##[add-mask]x ##vso[task.setvariable variable=x]y",
                "x".repeat(300));
    }

    @Test
    void names_of_tests(@TempDir Path parent) throws IOException {
        var reports = Files.createDirectory(parent.resolve("reports"));
        var failures = FixtureRun.of(NamesTestCase.class, reports).execute().failures();

        assertThat(failures).hasSize((int) names().count());
        for (var failure : failures.values()) {
            var folder = FailurePhaseTests.notedFolder(failure);
            assertThat(folder.toRealPath().startsWith(reports.toRealPath())).isTrue();
            assertThat(folder.getFileName().toString()).matches("fails-[0-9]+");
            harmless(folder);
        }
        harmlessPage(reports.resolve("index.html"));
        try (var beside = Files.list(parent)) {
            assertThat(beside).containsExactly(reports);
        }
    }

    @Test
    void texts_of_pages(@TempDir Path reports) throws IOException {
        var folder = FailurePhaseTests.notedFolder(
                FixtureRun.of(PageTestCase.class, reports).execute().failure());

        harmless(folder);
        harmlessPage(reports.resolve("index.html"));
        assertThat(Files.size(folder.resolve("transcript.txt"))).isLessThan(1_000_000);
        var again = reports.resolve("again");
        cut(folder.resolve("traffic.jsonl")).writeReport(again);
        harmless(again);
        assertThat(again.resolve("summary.md")).content().contains("was cut off while it was written");
    }

    /** Servers look for commands at the begin of a line, or anywhere in it. */
    @Test
    @ResourceLock(Resources.SYSTEM_OUT)
    void tests_and_pages_command_no_CI_server(@TempDir Path reports) {
        var bytes = new ByteArrayOutputStream();
        var out = System.out;
        System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        Map<String, Throwable> failures;
        try {
            FixtureRun.of(NamesTestCase.class, reports)
                    .with("withcdp.ci.annotations", "true")
                    .execute();
            failures = FixtureRun.of(CommandingTestCase.class, reports)
                    .with("withcdp.ci.annotations", "true")
                    .with("withcdp.log", "true")
                    .execute()
                    .failures();
        } finally {
            System.setOut(out);
        }

        var printed = bytes.toString(StandardCharsets.UTF_8);
        assertThat(printed.lines())
                .filteredOn(line -> line.startsWith("::"))
                .hasSize((int) names().count() + 1)
                .allMatch(line -> line.startsWith("::error file=extension/src/test/java/"));
        assertThat(printed.lines().filter(line -> line.startsWith("[[ATTACHMENT|")))
                .allMatch(line -> line.contains(reports.toString()));
        assertThat(COMMAND.matcher(printed).results()).isEmpty();
        assertThat(printed).contains("##vso\\u005btask.setvariable");
        var note = failures.values().iterator().next().getSuppressed()[0];
        assertThat(note).hasMessageContaining("##vso\\u005btask.setvariable");
        assertThat(COMMAND.matcher(note.getMessage()).results()).isEmpty();
    }

    private static Recording cut(Path traffic) throws IOException {
        var bytes = Files.readAllBytes(traffic);
        var file = traffic.resolveSibling("cut.jsonl");
        int header = new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\n');
        Files.write(file, Arrays.copyOf(bytes, header + (bytes.length - header) / 2));
        return Recording.read(file);
    }

    private static void harmless(Path folder) throws IOException {
        for (var name : List.of("transcript.txt", "summary.md")) {
            var text = Files.readString(folder.resolve(name));
            assertThat(TERMINAL.matcher(text).find())
                    .as("control characters in %s", name)
                    .isFalse();
        }
        harmlessPage(folder.resolve("report.html"));
        if (Files.exists(folder.resolve("dom.html"))) {
            harmlessPage(folder.resolve("dom.html"));
        }
        assertThat(Recording.read(folder.resolve("traffic.jsonl")).messages()).isNotEmpty();
    }

    private static void harmlessPage(Path page) throws IOException {
        assertThat(Files.readString(page)).doesNotContain("<script>alert", "<img src=x", "\u001b", "\u202e");
    }

    @WithCDP
    static class NamesTestCase {

        static Stream<String> names() {
            return HostileReportTests.names();
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("names")
        void fails(String name, CDPSession page) {
            throw new IllegalStateException(name);
        }
    }

    @WithCDP
    static class CommandingTestCase {

        @Test
        void fails(CDPSession page) {
            page.evaluate("console.error('\\n::stop-commands::x\\n##[add-mask]x ##vso[task.setvariable variable=x]y')");
            throw new IllegalStateException("\n::stop-commands::x\n##teamcity[buildStatus status='SUCCESS']");
        }
    }

    @WithCDP
    @DisplayName(MARKUP)
    static class PageTestCase {

        @Test
        @DisplayName(MARKUP + "\u001b[2J")
        void fails(CDPSession page) {
            page.navigate("data:text/html,<title>x</title><b>y</b>#\u001b[31m%1b%0a<img src=x onerror=alert(2)>");
            page.evaluate(
                    "document.title = " + "'</scr' + 'ipt><script>alert(1)</scr' + 'ipt>\\u001b[2J\\u202e\\ud800'");
            page.evaluate(
                    "console.error('\\u001b[2J\\ud800' + '<img src=x onerror=alert(2)>' + 'long'.repeat(2500000))");
            page.evaluate("document.body.append('<img src=x onerror=alert(2)>\\udc00')");
            throw new IllegalStateException(MARKUP + "\u001b[2J\ud800");
        }
    }
}
