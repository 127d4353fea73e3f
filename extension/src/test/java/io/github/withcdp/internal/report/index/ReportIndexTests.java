package io.github.withcdp.internal.report.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.github.withcdp.internal.report.ReportCard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportIndexTests {

    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    @TempDir
    Path build;

    private Path reports;

    @BeforeEach
    void choose_folder() {
        reports = build.resolve("target/withcdp-reports");
    }

    private static ReportCard card(String title, Instant written) {
        return new ReportCard(
                title, "com.acme.Tests", "fails", "", "java.lang.AssertionError: no", "", List.of(), written);
    }

    private static void write(Path reports, String type, String test, ReportCard card) throws IOException {
        var folder = Files.createDirectories(reports.resolve(type).resolve(test));
        Files.deleteIfExists(folder.resolve("report.json"));
        card.file().content().writeTo(folder.resolve("report.json"));
    }

    private void write(String test, ReportCard card) throws IOException {
        write(reports, "com.acme.Tests", test, card);
    }

    private void refresh() {
        ReportIndex.of(reports, true, build).refresh();
    }

    private String index() throws IOException {
        return Files.readString(reports.resolve("index.html"));
    }

    @Test
    void lists_reports_the_newest_first() throws IOException {
        write("one", card("one fails", NOON));
        write("two", card("two fails", NOON.plusSeconds(5)));
        write("three", card("three fails", NOON.minusSeconds(86_400)));

        refresh();

        assertThat(index())
                .startsWith(IndexPage.HEAD)
                .contains("<h1>3 reports</h1>")
                .containsSubsequence("two fails", "one fails", "<h2>Earlier</h2>", "three fails")
                .contains("<a href=\"./com.acme.Tests/one/report.html\">one fails</a>")
                .contains("<time datetime=\"2026-11-20T12:00:05Z\">2026-11-20 12:00:05 UTC</time>")
                .contains("<code>com.acme.Tests.fails</code>", "<code>java.lang.AssertionError: no</code>");
        assertThat(reports).isDirectoryNotContaining("glob:**/*.tmp");
    }

    @Test
    void whoever_may_read_other_files_may_read_the_page() throws IOException {
        assumeThat(build.getFileSystem().supportedFileAttributeViews()).contains("posix");
        var other = Files.writeString(build.resolve("other"), "");
        write("one", card("one fails", NOON));

        refresh();

        var usual = Files.getPosixFilePermissions(other);
        assertThat(Files.getPosixFilePermissions(reports.resolve("index.html"))).isEqualTo(usual);
        assertThat(Files.getPosixFilePermissions(reports.resolve("com.acme.Tests/one/report.json")))
                .isEqualTo(usual);
    }

    @Test
    void lets_no_text_be_markup() throws IOException {
        var hostile = "</code><script>alert(1)</script>\u001b[31m\u202e\"'&\ud800";
        write("a", new ReportCard(hostile, hostile, hostile, hostile, hostile, hostile, List.of(hostile), NOON));

        refresh();

        assertThat(index())
                .doesNotContain("<script", "\u001b", "\u202e")
                .contains("&lt;script&gt;alert(1)")
                .contains("default-src 'none'; style-src 'sha256-");
    }

    @Test
    void encodes_the_way_to_a_report() throws IOException {
        assertThat(RelativeUrl.of(Path.of("a", "b"), Path.of("a", "c d", "javascript:x", "ü%\"$.html")))
                .isEqualTo("./../c%20d/javascript%3Ax/%C3%BC%25%22$.html");
    }

    @Test
    void lists_only_what_can_be_read() throws IOException {
        write("good", card("good", NOON));
        for (var bad :
                List.of("", "{", "[]", "{\"format\":2}", "{\"format\":1,\"written\":\"soon\"}", "x".repeat(70_000))) {
            var folder =
                    Files.createDirectories(reports.resolve("com.acme.Tests").resolve("bad" + bad.hashCode()));
            Files.writeString(folder.resolve("report.json"), bad);
        }
        Files.writeString(reports.resolve("com.acme.Tests/file"), "x");
        var outside = Files.createDirectory(build.resolve("outside"));
        write(outside, "type", "test", card("outside", NOON));
        Files.createSymbolicLink(reports.resolve("link"), outside);

        refresh();

        assertThat(index()).contains("<h1>1 report</h1>", "good").doesNotContain("outside");
    }

    @Test
    void says_when_none_is_left() throws IOException {
        Files.createDirectories(reports);

        refresh();

        assertThat(index()).contains("<h1>No test has failed</h1>");
    }

    @Test
    void leaves_a_page_of_others_alone() throws IOException {
        write("one", card("one", NOON));
        Files.writeString(reports.resolve("index.html"), "<!doctype html>\nmine");

        refresh();

        assertThat(index()).isEqualTo("<!doctype html>\nmine");
    }

    @Test
    void does_not_write_through_a_link() throws IOException {
        write("one", card("one", NOON));
        var outside = Files.writeString(build.resolve("outside.html"), IndexPage.HEAD);
        Files.createSymbolicLink(reports.resolve("index.html"), outside);

        refresh();

        assertThat(outside).hasContent(IndexPage.HEAD);
    }

    @Test
    void has_all_reports_whoever_writes_at_the_same_time() throws Exception {
        int writers = 4;
        int each = 15;
        var barrier = new CyclicBarrier(writers);
        var threads = Executors.newFixedThreadPool(writers);
        try {
            List<Callable<Void>> tasks = new ArrayList<>();
            for (int writer = 0; writer < writers; writer++) {
                int number = writer;
                tasks.add(() -> {
                    barrier.await(20, TimeUnit.SECONDS);
                    for (int i = 0; i < each; i++) {
                        write("test-" + number + "-" + i, card("t", NOON));
                        refresh();
                    }
                    return null;
                });
            }
            for (var done : threads.invokeAll(tasks, 60, TimeUnit.SECONDS)) {
                done.get();
            }
        } finally {
            threads.shutdownNow();
        }

        assertThat(index()).contains("<h1>60 reports</h1>");
        assertThat(reports).isDirectoryNotContaining("glob:**/*.tmp");
    }

    @Test
    void the_root_of_a_build_has_an_index_of_all_parts() throws IOException {
        pom(build, "<modules><module>shop</module><module> group </module></modules>");
        pom(build.resolve("shop"), "");
        pom(build.resolve("group"), "<modules><module>deep/cart</module></modules>");
        pom(build.resolve("group/deep/cart"), "");
        for (var module : List.of("shop", "group/deep/cart")) {
            var here = build.resolve(module);
            var own = here.resolve("target/withcdp-reports");
            write(own, "com.acme.Tests", "fails", card(module + " fails", NOON));
            ReportIndex.of(own, false, here).refresh();
            assertThat(own.resolve("index.html")).content().contains("<h1>1 report</h1>");
        }

        assertThat(index())
                .contains("<h1>2 reports</h1>")
                .contains(
                        "<a href=\"./../../shop/target/withcdp-reports/com.acme.Tests/fails/report.html\">shop fails</a>")
                .contains("<code>group/deep/cart</code>");
    }

    @Test
    void believes_no_note_that_leads_out_of_the_build() throws IOException {
        var outside = build.resolve("other/target/withcdp-reports");
        write(outside, "com.acme.Tests", "fails", card("outside", NOON));
        var inner = build.resolve("inner/target/withcdp-reports");
        write(inner, "com.acme.Tests", "fails", card("inside", NOON));
        Files.createDirectories(inner.resolve(".modules"));
        for (var note : List.of("../other/target/withcdp-reports", outside.toString(), "target", "a\0b", "")) {
            Files.writeString(inner.resolve(".modules").resolve("n" + note.hashCode()), note);
        }

        ReportIndex.of(inner, true, build).refresh();

        assertThat(inner.resolve("index.html"))
                .content()
                .contains("<h1>1 report</h1>")
                .doesNotContain("outside");
    }

    @Test
    void nothing_is_written_outside_of_what_is_configured() throws IOException {
        pom(build, "<modules><module>shop</module></modules>");
        pom(build.resolve("shop"), "");
        reports = build.resolve("elsewhere");
        write("one", card("one", NOON));

        ReportIndex.of(reports, true, build.resolve("shop")).refresh();

        assertThat(index()).contains("<h1>1 report</h1>");
        assertThat(build.resolve("target")).doesNotExist();
    }

    @Test
    void a_project_that_merely_lies_in_another_is_a_build_of_its_own() throws IOException {
        pom(build, "<modules><!-- <module>shop</module> --><module>cart</module></modules>");
        pom(build.resolve("shop"), "");

        assertThat(BuildRoot.of(build.resolve("shop"))).isEqualTo(build.resolve("shop"));
        assertThat(BuildRoot.of(build)).isEqualTo(build);
    }

    @Test
    void the_root_of_Gradle_has_the_settings() throws IOException {
        Files.createDirectories(build.resolve("a/b"));
        Files.createFile(build.resolve("settings.gradle.kts"));

        assertThat(BuildRoot.of(build.resolve("a/b"))).isEqualTo(build);
    }

    @Test
    void makes_a_page_of_very_many_reports_short() {
        var many = IntStream.range(0, 2_100)
                .mapToObj(i ->
                        new IndexedReport(card("t", NOON), reports.resolve("a").resolve("b" + i), ""))
                .toList();

        assertThat(IndexPage.format(reports, many)).contains("<h1>2,100 reports</h1>", "<p>… and 100 more.</p>");
    }

    private static void pom(Path folder, String text) throws IOException {
        Files.createDirectories(folder);
        Files.writeString(folder.resolve("pom.xml"), "<project>" + text + "</project>");
    }
}
