package io.github.withcdp.internal.report;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.api.GoldenFile;
import io.github.withcdp.internal.json.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryFormatterTests {

    private static final Map<String, String> NO_FILES = Map.of();

    private static String format(FailureReport report, Map<String, String> files) {
        var summary = SummaryFormatter.format(new ReportContent(report), files);
        assertThat(summary.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(SummaryFormatter.LIMIT);
        return summary;
    }

    private static FailureReport full(Conversation recording, Throwable failure) {
        return Reports.of(recording, failure)
                .with(ReportField.PROBLEMS, List.of("screenshot.png of about:blank: a dialog was open"))
                .with(
                        ReportField.DOMS,
                        List.of(new PageDom(
                                "http://shop.test/checkout",
                                0,
                                Optional.of("<h1>Checkout</h1><p>The basket is <b>empty</b></p><script>no()</script>"),
                                "")))
                .with(
                        ReportField.SOURCE,
                        Optional.of(new SourceExcerpt(
                                "src/test/java/com/acme/CheckoutTests.java",
                                97,
                                99,
                                List.of("    @Test", "    void pays_once() {", "\tpay();", "        leave();"))))
                .with(
                        ReportField.RUN,
                        new TestRun("0123456789abcdef0123456789abcdef01234567", "0.1.0", "5.14.4", "17.0.15"));
    }

    @Test
    void tells_what_matters() throws IOException {
        var files = new LinkedHashMap<String, String>();
        files.put("transcript.txt", "the conversation, one line a message");
        files.put("chrome.log", "what the browser printed");
        var failure =
                new AssertionError("expected: <1>\nbut was: <2>", new IllegalStateException("the basket is empty"));
        var recording = Reports.checkout();
        for (int i = 0; i < 20; i++) {
            recording
                    .command(3_710 + 10 * i, PAGE, 20 + i, "Runtime.evaluate", "{\"expression\":\"total\"}")
                    .result(3_711 + 10 * i, PAGE, 20 + i, "{\"result\":{\"type\":\"string\",\"value\":\"0.00\"}}");
        }

        GoldenFile.assertSame(format(full(recording, failure), files), SummaryFormatterTests.class, "summary.txt");
    }

    @Test
    void shows_bodies_of_requests_that_failed() {
        var recording = new Conversation()
                .event(
                        1_010,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"7.1\",\"type\":\"Fetch\",\"request\":{\"method\":\"POST\",\"url\":\"http://shop.test/pay\",\"hasPostData\":true,\"postData\":\"card=1\"}}")
                .event(
                        1_020,
                        PAGE,
                        "Network.responseReceived",
                        "{\"requestId\":\"7.1\",\"response\":{\"status\":422,\"statusText\":\"No\",\"mimeType\":\"application/json\"}}")
                .event(1_021, PAGE, "Network.loadingFinished", "{\"requestId\":\"7.1\"}")
                .command(4_100, PAGE, 9, "Network.getResponseBody", "{\"requestId\":\"7.1\"}")
                .result(4_101, PAGE, 9, "{\"body\":\"{\\\"error\\\":\\n \\\"declined\\\"}\",\"base64Encoded\":false}");

        assertThat(format(Reports.of(recording, new AssertionError("no")), NO_FILES))
                .contains("""
                        ## Requests that failed or had not ended

                        ```text
                        message 0: POST http://shop.test/pay: 422 No
                          sent: card=1
                          got: {"error": "declined"}
                        ```
                        """);
    }

    @Test
    void counts_what_the_console_said_again() {
        var recording = new Conversation();
        for (int i = 0; i < 3; i++) {
            console(recording, 1_010 + i, "warning", "low stock");
        }

        assertThat(format(Reports.of(recording, new AssertionError("no")), NO_FILES))
                .contains("console\n\n```text\n0.010 WARNING low stock (3 times)\n```");
    }

    @Test
    void says_once_what_is_unusual_on_the_console() {
        var recording = new Conversation();
        console(recording, 1_010, "error", "no stock");
        console(recording, 1_011, "error", "no stock");

        assertThat(format(Reports.of(recording, new AssertionError("no")), NO_FILES))
                .contains("1. 0.010 s: `console.error: no stock` (2 times, first message 0)")
                .doesNotContain("## Errors and warnings");

        console(recording, 1_012, "warning", "low stock");

        assertThat(format(Reports.of(recording, new AssertionError("no")), NO_FILES))
                .contains("console\n\n```text\n0.012 WARNING low stock\n```");
    }

    private static void console(Conversation recording, long millis, String type, String text) {
        recording.event(
                millis,
                PAGE,
                "Runtime.consoleAPICalled",
                "{\"type\":\"%s\",\"args\":[{\"type\":\"string\",\"value\":\"%s\"}]}".formatted(type, text));
    }

    @Test
    void says_why_there_is_neither_picture_nor_text_of_a_page() {
        var report = Reports.of(new Conversation(), new AssertionError("no"));
        var head = "## What the page said\n\n```text\n";

        assertThat(format(report, NO_FILES)).contains(head + "(no page was asked for a picture or its document)\n```");
        assertThat(format(
                        report.with(
                                ReportField.SCREENSHOTS,
                                List.of(Screenshot.missing("http://a.test/", "the page did not answer within 3 s"))),
                        NO_FILES))
                .contains(
                        head
                                + "(there is neither picture nor text of it: why stands below, at \"missing or cut short\")\n```");
        assertThat(format(
                        report.with(
                                ReportField.DOMS,
                                List.of(new PageDom("http://a.test/", 0, Optional.of("<p></p>"), ""))),
                        NO_FILES))
                .contains(head + "(its document has no text, and no picture was taken)\n```");
        assertThat(format(
                        report.with(
                                ReportField.SCREENSHOTS, List.of(Screenshot.taken("http://a.test/", new byte[] {1}))),
                        NO_FILES))
                .doesNotContain("## What the page said");
    }

    @Test
    void keeps_hostile_data_in_code() throws IOException {
        var hostile = "`</code>``\n# |<script>alert(1)</script>| ![x](http://evil.test/)" + Reports.OVERRIDE;
        var json = hostile.replace("\n", "\\n");
        var conversation = new Conversation()
                .event(1_001, PAGE, "Page.javascriptDialogOpening", "{\"type\":\"alert\",\"message\":\"" + json + "\"}")
                .event(1_002, PAGE, hostile + ".x", "{}")
                .event(
                        1_003,
                        PAGE,
                        "Runtime.consoleAPICalled",
                        "{\"type\":\"error\",\"args\":[{\"type\":\"string\",\"value\":\"" + json + "\"}]}")
                .event(
                        1_004,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"%1$s\",\"request\":{\"method\":\"%1$s\",\"url\":\"%1$s\"}}".formatted(json))
                .incomplete(hostile);
        var report = Reports.report(hostile, Optional.of(new AssertionError(hostile)), conversation, hostile, List.of())
                .with(ReportField.PROBLEMS, List.of(hostile))
                .with(ReportField.DOMS, List.of(new PageDom(hostile, 0, Optional.of("<p>" + hostile + "</p>"), "")))
                .with(ReportField.SOURCE, Optional.of(new SourceExcerpt(hostile, 1, 1, List.of(hostile))))
                .with(ReportField.RUN, new TestRun(hostile, hostile, hostile, hostile));

        GoldenFile.assertSame(format(report, NO_FILES), SummaryFormatterTests.class, "summary-hostile.txt");
    }

    @Test
    void says_so_if_there_is_nothing_unusual_and_nothing_failed() {
        var report = Reports.report("", Optional.empty(), new Conversation(), "", List.of());

        assertThat(format(report, NO_FILES))
                .startsWith("# `com.acme.CheckoutTests.pays_once` passed\n")
                .contains("## Nothing unusual\n\nNo message was recorded.\n")
                .contains("- messages: 0 in 0.000 s");
    }

    @Test
    void has_no_secrets_in_the_source_of_the_test() {
        var recording = new Conversation()
                .event(
                        1_001,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"1\",\"request\":{\"method\":\"GET\",\"url\":\"http://a/\",\"headers\":{\"Authorization\":\"Bearer sunflower-2026-x9\"}}}");
        var report = Reports.redacted(Reports.of(recording, new AssertionError("no"))
                .with(
                        ReportField.SOURCE,
                        Optional.of(new SourceExcerpt("A.java", 1, 1, List.of("login(\"sunflower-2026-x9\");")))));

        try (var redacted = RedactedReport.of(report)) {
            assertThat(format(redacted.report(), NO_FILES))
                    .contains("> 1  login(\"")
                    .doesNotContain("sunflower");
        }
    }

    @Test
    void survives_an_exception_that_cannot_speak() {
        var mute = new RuntimeException() {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new IllegalStateException();
            }
        };

        assertThat(format(Reports.of(new Conversation(), mute), NO_FILES))
                .contains("its message cannot be read: java.lang.IllegalStateException");
    }

    @Test
    void gives_each_section_its_share_whatever_the_others_say() {
        for (var filler : List.of("x", "\u20ac", "`", "\ud83d\ude00", "\n", "a b\n")) {
            var much = filler.repeat(20_000);
            var json = new String(Json.write(much), StandardCharsets.UTF_8);
            var recording = new Conversation();
            for (int i = 0; i < 200; i++) {
                recording.command(1_000 + i, PAGE, i + 1, "Runtime.evaluate", "{\"expression\":\"%d\"}".formatted(i));
                recording.failure(1_000 + i, PAGE, i + 1, "{\"code\":%d,\"message\":%s}".formatted(i, json));
                recording.event(
                        1_000 + i,
                        PAGE,
                        "Runtime.consoleAPICalled",
                        "{\"type\":\"error\",\"args\":[{\"type\":\"string\",\"value\":\"%d\"},{\"type\":\"string\",\"value\":%s}]}"
                                .formatted(i, json));
                recording.event(
                        1_000 + i,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"R%d\",\"request\":{\"method\":\"GET\",\"url\":%s}}".formatted(i, json));
                recording.event(
                        1_000 + i,
                        PAGE,
                        "Network.loadingFailed",
                        "{\"requestId\":\"R%d\",\"errorText\":\"no\"}".formatted(i));
            }
            var report = full(recording, new AssertionError(much))
                    .with(ReportField.PROBLEMS, Collections.nCopies(500, much))
                    .with(ReportField.DOMS, Collections.nCopies(50, new PageDom(much, 0, Optional.of(much), "")));

            var summary = format(report, Map.of("report.html", "all of it"));

            assertThat(summary.lines().filter(line -> line.startsWith("#")))
                    .as(filler)
                    .hasSizeGreaterThanOrEqualTo(8);
            assertThat(summary).contains("grep '\"requestId\":\"R0\"' traffic.jsonl");
            assertThat(summary.lines().filter(line -> line.startsWith("```")).count() % 2)
                    .as(filler)
                    .isZero();
        }
    }
}
