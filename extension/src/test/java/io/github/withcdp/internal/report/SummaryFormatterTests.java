package io.github.withcdp.internal.report;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.api.GoldenFile;
import io.github.withcdp.internal.finding.SuspiciousMessages;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SummaryFormatterTests {

    private static String format(FailureReport report, Map<String, String> files, List<String> problems) {
        var messages = report.recording().messages();
        return SummaryFormatter.format(
                report,
                RecordingNumbers.of(messages),
                SuspiciousMessages.in(messages, report.origin()),
                files,
                problems);
    }

    @Test
    void tells_what_matters() throws IOException {
        var files = new LinkedHashMap<String, String>();
        files.put("transcript.txt", "the conversation, one line a message");
        files.put("chrome.log", "what the browser printed");
        var failure =
                new AssertionError("expected: <1>\nbut was: <2>", new IllegalStateException("the basket is empty"));

        GoldenFile.assertSame(
                format(
                        Reports.of(Reports.checkout(), failure),
                        files,
                        List.of("screenshot.png of about:blank: a dialog was open")),
                SummaryFormatterTests.class,
                "summary.txt");
    }

    @Test
    void keeps_hostile_data_in_code() throws IOException {
        var hostile = "`</code>``\n# |<script>alert(1)</script>| ![x](http://evil.test/)" + Reports.OVERRIDE;
        var json = hostile.replace("\n", "\\n");
        var conversation = new Conversation()
                .event(1_001, PAGE, "Page.javascriptDialogOpening", "{\"type\":\"alert\",\"message\":\"" + json + "\"}")
                .event(1_002, PAGE, hostile + ".x", "{}")
                .incomplete(hostile);
        var report =
                Reports.report(hostile, Optional.of(new AssertionError(hostile)), conversation, hostile, List.of());

        GoldenFile.assertSame(
                format(report, Map.of(), List.of(hostile)), SummaryFormatterTests.class, "summary-hostile.txt");
    }

    @Test
    void says_so_if_there_is_nothing_suspicious_and_nothing_failed() {
        var report = Reports.report("", Optional.empty(), new Conversation(), "", List.of());

        assertThat(format(report, Map.of(), List.of()))
                .startsWith("# `com.acme.CheckoutTests.pays_once` passed\n")
                .contains("## Suspicious messages\n\nNothing unusual. No message was recorded.\n")
                .contains("- messages: 0 in 0.000 s");
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

        assertThat(format(Reports.of(new Conversation(), mute), Map.of(), List.of()))
                .contains("its message cannot be read: java.lang.IllegalStateException");
    }

    @Test
    void cuts_a_long_failure() {
        var report = Reports.of(new Conversation(), new AssertionError("x".repeat(100_000)));

        assertThat(format(report, Map.of(), List.of())).hasSizeLessThan(4_000).contains("98,026 more characters");
    }
}
