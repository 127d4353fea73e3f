package io.github.withcdp.internal.report;

import static io.github.withcdp.internal.report.Conversation.PAGE;

import io.github.withcdp.internal.redaction.Redaction;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Recording;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Reports to be formatted. */
public final class Reports {

    public static final String ESC = String.valueOf((char) 27);
    public static final String OVERRIDE = String.valueOf((char) 0x202e);

    private Reports() {}

    public static Conversation checkout() {
        var url = "http://shop.test/checkout";
        return new Conversation()
                .command(1_000, "", 1, "Target.setAutoAttach", "{\"autoAttach\":true}")
                .result(1_003, "", 1, "{}")
                .event(
                        1_004,
                        "",
                        "Target.attachedToTarget",
                        "{\"sessionId\":\"%s\",\"targetInfo\":{\"targetId\":\"T1\",\"type\":\"page\",\"url\":\"about:blank\"}}"
                                .formatted(PAGE))
                .command(1_012, PAGE, 4, "Page.navigate", "{\"url\":\"%s\"}".formatted(url))
                .event(
                        1_020,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"R1\",\"request\":{\"method\":\"GET\",\"url\":\"%s\"}}".formatted(url))
                .event(
                        1_029,
                        PAGE,
                        "Network.responseReceived",
                        "{\"requestId\":\"R1\",\"response\":{\"status\":500,\"statusText\":\"Oh no\",\"url\":\"%s\"}}"
                                .formatted(url))
                .result(1_031, PAGE, 4, "{\"frameId\":\"F1\",\"loaderId\":\"L1\"}")
                .event(1_044, PAGE, "Page.loadEventFired", "{\"timestamp\":1.5}")
                .event(
                        1_050,
                        PAGE,
                        "Runtime.consoleAPICalled",
                        "{\"type\":\"error\",\"args\":[{\"type\":\"string\",\"value\":\"no \\u001b[31mbasket\"},{\"type\":\"number\",\"value\":7}]}")
                .command(1_060, PAGE, 5, "Page.navigate", "{\"url\":\"http://[bad\"}")
                .failure(1_079, PAGE, 5, "{\"code\":-32000,\"message\":\"Cannot navigate to invalid URL\"}")
                .command(1_100, PAGE, 12, "Page.captureScreenshot", "")
                .result(3_600, PAGE, 12, "{\"data\":\"%s\"}".formatted("iVBOR".repeat(1_000)))
                .command(3_700, PAGE, 13, "Runtime.evaluate", "{\"expression\":\"while(true);\"}");
    }

    public static FailureReport of(Recording recording, Throwable failure) {
        return report("pays once", Optional.of(failure), recording, "about:blank", List.of());
    }

    public static FailureReport with(Recording recording, List<Screenshot> screenshots) {
        return report("pays once", Optional.of(new AssertionError("no")), recording, "about:blank", screenshots);
    }

    public static FailureReport report(
            String displayName,
            Optional<Throwable> failure,
            Recording recording,
            String url,
            List<Screenshot> screenshots) {
        return FailureReport.of(recording, Redaction.OFF)
                .with(
                        ReportField.TEST,
                        new TestDescription(displayName, "com.acme.CheckoutTests", "pays_once", "@BeforeEach"))
                .with(ReportField.FAILURE, failure.map(Failure::of))
                .with(ReportField.FAILED_AT, failure.map(thrown -> Duration.ofSeconds(4)))
                .with(ReportField.ORIGIN, Duration.ofSeconds(1))
                .with(
                        ReportField.BROWSER,
                        new BrowserDescription("Chrome/156.0.7800.0", "/opt/chrome/chrome", true, ""))
                .with(ReportField.SCREENSHOTS, screenshots)
                .with(ReportField.CHROME_LOG, "[1:1] ERROR: " + ESC + "[31mred\nDevTools listening\n")
                .with(ReportField.SESSIONS, List.of(new SessionTarget(new SessionId(PAGE), "T1", "page", url)));
    }

    /** Return the same report, to be written without secrets. */
    public static FailureReport redacted(FailureReport report) {
        return withRedaction(report, Redaction.DEFAULT);
    }

    /** Return the same report, of a browser that says something about its protocol. */
    public static FailureReport described(FailureReport report, ProtocolDescription protocol) {
        return report.with(ReportField.PROTOCOL, protocol);
    }

    static FailureReport withRedaction(FailureReport report, Redaction redaction) {
        var copy = FailureReport.of(report.recording(), redaction);
        for (var field : ReportField.ALL) {
            copy = withValueOf(report, field, copy);
        }
        return copy;
    }

    private static <T> FailureReport withValueOf(FailureReport from, ReportField<T> field, FailureReport to) {
        return to.with(field, from.get(field));
    }
}
