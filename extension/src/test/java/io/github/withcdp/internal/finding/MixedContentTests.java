package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.finding.FindingLines.lines;
import static io.github.withcdp.internal.finding.FindingLines.linesUntil;
import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import org.junit.jupiter.api.Test;

class MixedContentTests {

    private static final String UPGRADED =
            "an insecure element 'http://cdn.test/ada.svg'. This request was automatically upgraded to HTTPS, For more information see https://blog.chromium.org/2019/10/no-more-mixed-messages-about-https.html";

    private static final String BLOCKED =
            "an insecure resource 'http://api.test/now'. This request has been blocked; the content must be served over HTTPS.";

    private static Conversation logged(Conversation conversation, String level, String text) {
        return conversation.event(
                3,
                PAGE,
                "Log.entryAdded",
                "{\"entry\":{\"source\":\"security\",\"level\":\"%s\",\"url\":\"https://shop.test/\",\"lineNumber\":4,\"text\":\"Mixed Content: The page at 'https://shop.test/' was loaded over HTTPS, but requested %s\"}}"
                        .formatted(level, text));
    }

    private static Conversation requested(Conversation conversation, String type, String url) {
        return conversation.event(
                4,
                PAGE,
                "Network.requestWillBeSent",
                "{\"requestId\":\"1\",\"type\":\"%s\",\"documentURL\":\"https://shop.test/\",\"request\":{\"method\":\"GET\",\"url\":\"%s\"}}"
                        .formatted(type, url));
    }

    private static Conversation failed(Conversation conversation, String reason) {
        return conversation.event(5, PAGE, "Network.loadingFailed", "{\"requestId\":\"1\",%s}".formatted(reason));
    }

    @Test
    void says_that_a_request_that_failed_is_not_the_one_that_the_page_asked_for() {
        var log = requested(logged(new Conversation(), "warning", UPGRADED), "Image", "https://cdn.test/ada.svg");

        assertThat(lines(failed(log, "\"errorText\":\"net::ERR_SSL_PROTOCOL_ERROR\"")))
                .containsExactly(
                        "0.005 s @9F86D081 GET https://cdn.test/ada.svg failed: cdn.test does not speak TLS (net::ERR_SSL_PROTOCOL_ERROR); the page says http:, of which Chrome made https:, as the page is secure (messages 1, 2)");
    }

    @Test
    void says_so_of_one_that_a_load_waits_for() {
        var waiting = new Conversation()
                .command(1, PAGE, 1, "Page.navigate", "{\"url\":\"https://shop.test/\"}")
                .result(2, PAGE, 1, "{\"frameId\":\"F\"}");
        var log = requested(logged(waiting, "warning", UPGRADED), "Image", "https://cdn.test/ada.svg");

        assertThat(linesUntil(log, 3_004))
                .containsExactly(
                        "0.001 s @9F86D081 The load of https://shop.test/ had not ended at the failure: it waits for GET https://cdn.test/ada.svg, asked for 3 s before and not answered; the page says http:, of which Chrome made https:, as the page is secure (messages 0, 3)");
    }

    @Test
    void takes_a_page_at_its_word_that_asked_for_another_one() {
        var log = requested(logged(new Conversation(), "warning", UPGRADED), "Image", "https://cdn.test/ada.svg?2");

        assertThat(lines(failed(log, "\"errorText\":\"net::ERR_ABORTED_BY_TEST\"")))
                .containsExactly(
                        "0.005 s @9F86D081 GET https://cdn.test/ada.svg?2 failed: net::ERR_ABORTED_BY_TEST (messages 1, 2)");
    }

    @Test
    void tells_what_was_blocked_once() {
        var log = requested(logged(new Conversation(), "error", BLOCKED), "Fetch", "http://api.test/now");

        assertThat(lines(failed(log, "\"errorText\":\"\",\"blockedReason\":\"mixed-content\"")))
                .containsExactly(
                        "0.005 s @9F86D081 GET http://api.test/now was blocked because the page https://shop.test is secure, and may not load what is not https (mixed-content) (messages 1, 2)");
    }

    @Test
    void tells_of_a_frame_what_the_browser_logs_as_no_request_tells() {
        var log = logged(new Conversation(), "error", BLOCKED.replace("resource", "frame"));

        assertThat(lines(log))
                .containsExactly(
                        "0.003 s @9F86D081 Blocked: Mixed Content: The page at 'https://shop.test/' was loaded over HTTPS, but requested an insecure frame 'http://api.test/now'. This request has been blocked; the content must be served over HTTPS. (https://shop.test/:5) (message 0)");
    }
}
