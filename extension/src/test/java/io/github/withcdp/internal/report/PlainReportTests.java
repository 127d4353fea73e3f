package io.github.withcdp.internal.report;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.api.GoldenFile;
import io.github.withcdp.recording.Recording;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PlainReportTests {

    private static String format(FailureReport report) {
        var content = new ReportContent(report);
        return PlainReport.format(content, ReportFiles.of(content));
    }

    private static String format(Recording recording) {
        return format(Reports.with(recording, List.of()));
    }

    @Test
    void says_what_failed_what_was_unusual_and_what_was_said_last() throws IOException {
        GoldenFile.assertSame(
                format(Reports.checkout().event(4_001, PAGE, "Page.afterwards", "{}")),
                PlainReportTests.class,
                "report-without-scripts.html");
    }

    @Test
    void has_the_last_lines_and_a_few_kilobytes_whatever_was_said() {
        var endless = "x".repeat(100_000);
        var recording = new Conversation();
        IntStream.range(0, 1_000)
                .forEach(i -> recording.event(i, PAGE, "A.b" + i, "{\"text\":\"%s\"}".formatted(endless)));

        var plain = format(Reports.report(
                endless, Optional.of(new IllegalStateException(endless)), recording, endless, List.of()));

        assertThat(plain).contains("A.b999 ", "A.b980 ").doesNotContain("A.b979 ");
        assertThat(plain.length()).isLessThan(12_000);
    }

    @Test
    void is_of_a_test_that_passed_too_and_of_a_recording_without_messages() {
        assertThat(format(Reports.report("passes", Optional.empty(), new Conversation(), "", List.of())))
                .startsWith(
                        "<h1>passes passed</h1>\n<p>com.acme.CheckoutTests.pays_once passed in @BeforeEach</p>\n<h2>Nothing unusual</h2>\n<p>No message was recorded.</p>\n<h2>All of it</h2>\n");
    }

    @Test
    void shows_the_lines_that_threw() {
        var recording = new Conversation()
                .command(1_001, PAGE, 1, "Runtime.evaluate", "{\"expression\":\"let total = 0;\\npay(<b>);\"}")
                .result(
                        1_002,
                        PAGE,
                        1,
                        "{\"exceptionDetails\":{\"lineNumber\":1,\"exception\":{\"description\":\"SyntaxError: no\"}}}");

        assertThat(format(recording))
                .contains(
                        "<ol>\n<li>0.002 s @9F86D081 Runtime.evaluate threw SyntaxError: no (message 1)<pre wrap>\n  1: let total = 0;\n&gt; 2: pay(&lt;b&gt;);</pre>\n</li>\n</ol>\n");
    }

    @Test
    void says_what_is_missing() {
        assertThat(format(Reports.checkout().incomplete("the disk was full")))
                .contains("<p>The recording is incomplete: the disk was full</p>");
        assertThat(format(
                        Reports.with(Reports.checkout(), List.of(Screenshot.missing("http://b.test/", "a <dialog>")))))
                .contains("<p>Missing: screenshot.png of http://b.test/: a &lt;dialog&gt;</p>");
    }

    @Test
    void is_text_whatever_pages_say() {
        var hostile = "</pre></main><script>alert(1)</script><img src=x onerror=alert(2)> &amp; \"'" + Reports.ESC
                + Reports.OVERRIDE + "\ud800";
        var recording = new Conversation()
                .event(1, PAGE, "A.</pre><script>", "{\"x\":\"</pre><script>alert(1)</script>\"}")
                .event(
                        2,
                        PAGE,
                        "Runtime.consoleAPICalled",
                        "{\"type\":\"error\",\"args\":[{\"type\":\"string\",\"value\":\"</li><script>alert(1)</script>\"}]}")
                .incomplete(hostile);

        var plain = format(Reports.report(
                hostile, Optional.of(new IllegalStateException(hostile)), recording, hostile, List.of()));

        assertThat(plain.replaceAll(
                        "</?(h1|h2|p|pre( wrap)?|ol|ul|li)>|<a href=\"\\./[a-z0-9-]+\\.(txt|png|html)\">|</a>", ""))
                .doesNotContain("<", ">", Reports.ESC, Reports.OVERRIDE)
                .contains("&lt;script&gt;alert(1)", "&amp;amp;");
    }
}
