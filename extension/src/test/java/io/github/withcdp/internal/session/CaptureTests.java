package io.github.withcdp.internal.session;

import static io.github.withcdp.internal.session.ScriptedBrowser.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.internal.connection.ScriptedTransport;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is asked for when a test has failed, of whom, and of whom not. Who cannot answer is not asked, so nothing here waits. */
@Timeout(60)
class CaptureTests {

    /** Far longer than any test here may take: whoever waits for it fails. */
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private static final String FRAME = "FEDCBA9876543210FEDCBA9876543210";

    private final ScriptedBrowser browser = ScriptedBrowser.start();

    @BeforeEach
    void answers() {
        browser.chrome
                .answer("Page.captureScreenshot", "{\"data\":\"AQID\"}")
                .answer("Runtime.evaluate", "{\"result\":{\"type\":\"object\",\"objectId\":\"O1\"}}")
                .answer("DOM.getOuterHTML", "{\"outerHTML\":\"<html>x</html>\"}")
                .answer("Network.getResponseBody", "{\"body\":\"b\",\"base64Encoded\":false}");
        browser.page.send("Network.enable");
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void pictures_and_documents() {
        var capture = capture();

        assertThat(capture.shots())
                .singleElement()
                .satisfies(shot -> assertThat(shot.png().orElseThrow()).containsExactly(1, 2, 3));
        assertThat(capture.sources())
                .singleElement()
                .satisfies(source -> assertThat(source.html()).contains("<html>x</html>"));
        assertThat(capture.problems()).isEmpty();
        assertThat(browser.chrome
                        .only("DOM.getOuterHTML")
                        .params()
                        .path("objectId")
                        .asString())
                .isEqualTo("O1");
        assertThat(browser.chrome.sent("Runtime.releaseObjectGroup")).hasSize(1);
    }

    @Test
    void everything_is_on_record() {
        finished("R1", "Document", 200, "text/html", 10);

        capture();

        assertThat(browser.scope.recording().messages().stream()
                        .filter(RecordedMessage::isAnswer)
                        .map(RecordedMessage::method))
                .contains("Page.captureScreenshot", "DOM.getOuterHTML", "Network.getResponseBody");
    }

    @Test
    void frames_of_other_sites_after_the_pages() {
        browser.attached(PAGE, FRAME, "F1", "iframe", "https://other.example/", "");

        var capture = capture();

        assertThat(capture.sources()).extracting(source -> source.target().id()).containsExactly("T1", "F1");
        assertThat(capture.shots()).hasSize(1);
    }

    @Test
    void a_page_that_refuses() {
        browser.chrome
                .on("Page.captureScreenshot", command -> command.error(-32000, "Unable to capture screenshot"))
                .on("Runtime.evaluate", command -> command.error(-32000, "Cannot find default execution context"));

        var capture = capture();

        assertThat(capture.shots().get(0).missingBecause()).contains("Unable to capture screenshot");
        assertThat(capture.sources().get(0).missingBecause()).contains("Cannot find default execution context");
    }

    @Test
    void a_page_that_makes_no_sense() {
        browser.chrome.answer("Page.captureScreenshot", "{\"data\":\"?\"}");

        assertThat(capture().shots().get(0).missingBecause()).contains("makes no sense");
    }

    @Test
    void a_page_that_does_not_answer() {
        browser.chrome.silent("Page.captureScreenshot").silent("DOM.getOuterHTML");

        var capture = Capture.of(browser.scope, Duration.ofMillis(1), true, BodyCapture.TEXT);

        assertThat(capture.shots().get(0).missingBecause()).isEqualTo("the page did not answer within 1 ms");
        assertThat(capture.sources().get(0).missingBecause()).isEqualTo("the page did not answer within 1 ms");
    }

    @Test
    void a_page_that_dies_meanwhile() {
        browser.chrome
                .silent("Page.captureScreenshot")
                .on("Runtime.evaluate", command -> browser.event("Inspector.targetCrashed", "{}"));

        var capture = capture();

        assertThat(capture.shots().get(0).missingBecause()).contains("its target crashed");
        assertThat(capture.sources().get(0).missingBecause()).contains("its target crashed");
    }

    @Test
    void a_crashed_page_is_not_asked() {
        finished("R1", "Document", 200, "text/html", 10);
        browser.event("Inspector.targetCrashed", "{}");

        assertNothingAsked(capture(), "its target crashed");
    }

    @Test
    void a_page_with_a_dialog_is_not_asked() {
        finished("R1", "Document", 200, "text/html", 10);
        browser.chrome.silent("Page.handleJavaScriptDialog");
        browser.event("Page.javascriptDialogOpening", "{\"type\":\"alert\",\"message\":\"hi\"}");

        assertNothingAsked(capture(), "a dialog is open and waits for Page.handleJavaScriptDialog: alert(\"hi\")");
    }

    @Test
    void a_paused_page_is_not_asked() {
        finished("R1", "Document", 200, "text/html", 10);
        browser.event("Debugger.paused", "{}");

        assertNothingAsked(capture(), "the debugger is paused and waits for Debugger.resume");
    }

    @Test
    void a_browser_that_has_gone_is_not_asked() throws Exception {
        finished("R1", "Document", 200, "text/html", 10);
        var ended = new Promise<DetachReason>();
        browser.page.onDetached(ended::complete);
        browser.chrome.end("gone");

        assertThat(ended.await(LIMIT.toNanos())).isEqualTo(DetachReason.BROWSER_GONE);
        assertNothingAsked(capture(), "the browser is gone");
    }

    @Test
    void a_page_with_a_paused_request_is_asked() {
        browser.event("Fetch.requestPaused", "{\"requestId\":\"interception-1\"}");

        assertThat(capture().shots().get(0).png()).isPresent();
    }

    @Test
    void the_body_of_a_document_that_was_left_before_its_end_was_told() {
        responded("first", "Document", 200, "text/html");
        responded("poll", "Fetch", 200, "application/json");
        responded("second", "Document", 200, "text/html");
        browser.chrome.on("Network.getResponseBody", command -> command.error(-32000, "No data found"));

        var capture = capture();

        assertThat(bodiesAsked()).containsExactly("first");
        assertThat(capture.problems()).isEmpty();
    }

    @Test
    void bodies_the_most_suspicious_first_and_the_newest_of_equals() {
        finished("script", "Script", 200, "text/javascript", 10);
        finished("old", "Fetch", 200, "application/json", 10);
        finished("image", "Image", 200, "image/png", 10);
        finished("broken-image", "Image", 404, "text/html", 10);
        finished("font", "Font", 200, "font/woff2", 10);
        finished("new", "Document", 200, "text/html", 10);
        finished("beacon", "Other", 200, "text/plain", 10);
        finished("download", "Other", 200, "application/octet-stream", 10);

        var capture = capture();

        assertThat(bodiesAsked()).containsExactly("broken-image", "new", "old", "beacon", "script");
        assertThat(capture.problems()).isEmpty();
    }

    @Test
    void bodies_from_whoever_has_them() {
        browser.attached(PAGE, FRAME, "F1", "iframe", "https://other.example/", "");
        requested("R1", "Document", false);
        browser.chrome.event(FRAME, "Network.loadingFinished", "{\"requestId\":\"R1\",\"encodedDataLength\":10}");
        browser.scope.sessions().get(1).send("Network.enable");

        capture();

        assertThat(browser.chrome.only("Network.getResponseBody").session()).isEqualTo(FRAME);
    }

    @Test
    void bodies_of_a_target_that_has_gone_from_another_session_of_its_browser_context() {
        browser.attached(PAGE, FRAME, "W1", "worker", "https://a.example/w.js", "\"browserContextId\":\"C1\"");
        browser.scope.sessions().get(1).send("Network.enable");
        browser.chrome.event(
                FRAME,
                "Network.responseReceived",
                "{\"requestId\":\"R1\",\"type\":\"Script\",\"response\":{\"status\":200,\"mimeType\":\"text/javascript\"}}");
        browser.chrome.event(FRAME, "Network.loadingFinished", "{\"requestId\":\"R1\",\"encodedDataLength\":10}");
        browser.detached(PAGE, FRAME);

        assertThat(capture().problems()).isEmpty();
        assertThat(browser.chrome.only("Network.getResponseBody").session()).isEqualTo(PAGE);
    }

    @Test
    void no_bodies_that_are_there_already_or_do_not_exist() {
        finished("known", "Fetch", 200, "application/json", 10);
        browser.page.send("Network.getResponseBody", Map.of("requestId", "known"));
        finished("preflight", "Preflight", 200, "text/plain", 10);
        requested("unfinished", "Fetch", false);
        requested("failed", "Fetch", false);
        browser.event("Network.loadingFailed", "{\"requestId\":\"failed\",\"errorText\":\"net::ERR_FAILED\"}");
        browser.event(
                "Network.requestWillBeSent",
                "{\"requestId\":\"inline\",\"type\":\"Fetch\",\"request\":{\"url\":\"data:,x\"}}");
        browser.event("Network.loadingFinished", "{\"requestId\":\"inline\",\"encodedDataLength\":0}");

        capture();

        assertThat(bodiesAsked()).containsExactly("known");
    }

    @Test
    void no_bodies_if_the_test_has_disabled_the_domain() {
        finished("R1", "Fetch", 200, "application/json", 10);
        browser.page.send("Network.disable");

        assertThat(capture().problems()).isEmpty();
        assertThat(bodiesAsked()).isEmpty();
    }

    @Test
    void bodies_of_requests_that_were_left_out() {
        requested("large", "Fetch", true);
        browser.event(
                "Network.requestWillBeSent",
                "{\"requestId\":\"small\",\"type\":\"Fetch\",\"request\":{\"url\":\"http://x/\",\"hasPostData\":true,\"postData\":\"x\"}}");

        capture();

        assertThat(browser.chrome
                        .only("Network.getRequestPostData")
                        .params()
                        .path("requestId")
                        .asString())
                .isEqualTo("large");
    }

    @Test
    void large_bodies_are_left_out_and_counted() {
        finished("small", "Fetch", 200, "application/json", 10);
        finished("large", "Fetch", 200, "application/json", BodyCapture.TEXT.largest() + 1);
        requested("bomb", "Fetch", false);
        browser.event("Network.dataReceived", "{\"requestId\":\"bomb\",\"dataLength\":600000000}");
        browser.event("Network.loadingFinished", "{\"requestId\":\"bomb\",\"encodedDataLength\":600000}");

        var capture = capture();

        assertThat(bodiesAsked()).containsExactly("small");
        assertThat(capture.problems()).containsExactly("2 bodies of requests or responses left out: larger than 1 MB");
    }

    @Test
    void everything_is_fetched_if_that_is_wanted_what_explains_a_failure_first() {
        finished("picture", "Image", 200, "image/png", 10);
        finished("font", "Font", 200, "font/woff2", BodyCapture.TEXT.largest() + 1);
        finished("data", "Fetch", 200, "application/json", 10);
        finished("film", "Media", 200, "video/mp4", BodyCapture.EVERYTHING.largest() + 1);

        assertThat(Capture.bodies(browser.scope, BodyCapture.EVERYTHING))
                .containsExactly("1 body of requests or responses left out: larger than 10 MB");
        assertThat(bodiesAsked()).containsExactly("data", "font", "picture");
    }

    @Test
    void no_more_bodies_than_there_is_room_for() {
        for (int i = 0; i < 12; i++) {
            finished("R" + i, "Fetch", 200, "application/json", 900_000);
        }

        var capture = capture();

        assertThat(bodiesAsked()).hasSize(11).startsWith("R11").doesNotContain("R0");
        assertThat(capture.problems()).containsExactly("1 body of requests or responses left out: beyond 10 MB in all");
    }

    @Test
    void no_more_bodies_than_there_is_time_for() {
        for (int i = 0; i <= BodyCapture.TEXT.most(); i++) {
            finished("R" + i, "Fetch", 200, "application/json", 1);
        }

        assertThat(capture().problems())
                .containsExactly("1 body of requests or responses left out: more than " + BodyCapture.TEXT.most());
    }

    @Test
    void bodies_that_are_no_longer_there_are_counted() {
        finished("R1", "Fetch", 200, "application/json", 1);
        finished("R2", "Fetch", 200, "application/json", 1);
        browser.chrome.on(
                "Network.getResponseBody", command -> command.error(-32000, "No resource with given identifier found"));

        assertThat(capture().problems())
                .containsExactly("2 bodies of requests or responses left out: No resource with given identifier found");
    }

    @Test
    void an_interrupt_ends_the_waiting_and_stays() {
        browser.chrome.silent("Page.captureScreenshot");
        Thread.currentThread().interrupt();
        try {
            assertThat(capture().shots().get(0).missingBecause()).isEqualTo("the test was interrupted");
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            var unused = Thread.interrupted();
        }
    }

    private Capture capture() {
        return Capture.of(browser.scope, LIMIT, true, BodyCapture.TEXT);
    }

    private void assertNothingAsked(Capture capture, String because) {
        assertThat(capture.shots().get(0).missingBecause()).contains(because);
        assertThat(capture.sources().get(0).missingBecause()).contains(because);
        assertThat(capture.problems())
                .singleElement()
                .asString()
                .startsWith("1 body")
                .contains(because);
        assertThat(browser.chrome.sent())
                .extracting(ScriptedTransport.Command::method)
                .doesNotContain(
                        "Page.captureScreenshot", "Runtime.evaluate", "DOM.getOuterHTML", "Network.getResponseBody");
    }

    private List<String> bodiesAsked() {
        return browser.chrome.sent("Network.getResponseBody").stream()
                .map(command -> command.params().path("requestId").asString())
                .toList();
    }

    private void requested(String id, String type, boolean leftOut) {
        browser.event(
                "Network.requestWillBeSent",
                "{\"requestId\":\"%s\",\"type\":\"%s\",\"request\":{\"url\":\"http://x/\",\"hasPostData\":%s}}"
                        .formatted(id, type, leftOut));
    }

    private void finished(String id, String type, int status, String mimeType, long bytes) {
        responded(id, type, status, mimeType);
        browser.event(
                "Network.loadingFinished", "{\"requestId\":\"%s\",\"encodedDataLength\":%d}".formatted(id, bytes));
    }

    private void responded(String id, String type, int status, String mimeType) {
        requested(id, type, false);
        browser.event(
                "Network.responseReceived",
                "{\"requestId\":\"%s\",\"type\":\"%s\",\"response\":{\"status\":%d,\"mimeType\":\"%s\"}}"
                        .formatted(id, type, status, mimeType));
    }
}
