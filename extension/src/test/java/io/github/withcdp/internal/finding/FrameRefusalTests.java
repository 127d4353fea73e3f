package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.finding.FindingLines.lines;
import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import org.junit.jupiter.api.Test;

class FrameRefusalTests {

    private final Conversation conversation = new Conversation();

    private FrameRefusalTests blocked(String type, String headers) {
        conversation
                .event(
                        1,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"1\",\"type\":\"%s\",\"documentURL\":\"http://maps.test/map\",\"request\":{\"method\":\"GET\",\"url\":\"http://maps.test/map\"}}"
                                .formatted(type))
                .event(
                        2,
                        PAGE,
                        "Network.responseReceived",
                        "{\"requestId\":\"1\",\"response\":{\"status\":200,\"statusText\":\"OK\",\"headers\":{%s}}}"
                                .formatted(headers))
                .event(
                        3,
                        PAGE,
                        "Network.loadingFailed",
                        "{\"requestId\":\"1\",\"errorText\":\"net::ERR_BLOCKED_BY_RESPONSE\",\"blockedReason\":\"other\"}");
        return this;
    }

    private FrameRefusalTests logged(String text) {
        conversation.event(
                4,
                PAGE,
                "Log.entryAdded",
                "{\"entry\":{\"source\":\"other\",\"level\":\"error\",\"text\":\"%s\"}}".formatted(text));
        return this;
    }

    @Test
    void names_the_policy_before_the_older_header() {
        blocked(
                "Document",
                "\"X-Frame-Options\":\"DENY\",\"Content-Security-Policy\":\"img-src *;frame-ancestors http://a.test ; script-src *\"");

        assertThat(lines(conversation))
                .containsExactly(
                        "0.003 s @9F86D081 GET http://maps.test/map was answered with 200 OK, but the answer was blocked by its Content-Security-Policy: frame-ancestors http://a.test, which does not allow the page to show it in a frame (messages 0, 1, 2)");
    }

    @Test
    void knows_no_reason_of_a_document_without_such_a_header() {
        blocked("Document", "\"Content-Security-Policy\":\"frame-src *\"");

        assertThat(lines(conversation))
                .containsExactly(
                        "0.003 s @9F86D081 GET http://maps.test/map was answered with 200 OK, but the answer was blocked by Chrome, which gave no reason (other) (messages 0, 1, 2)");
    }

    @Test
    void knows_no_reason_of_what_is_no_document() {
        blocked("Image", "\"X-Frame-Options\":\"DENY\"");

        assertThat(lines(conversation)).singleElement().asString().contains("by Chrome, which gave no reason");
    }

    @Test
    void tells_what_is_logged_of_it_once_and_of_others_all_the_same() {
        var text = "Refused to display '%s/' in a frame because it set 'X-Frame-Options' to 'deny'.";
        blocked("Document", "\"X-Frame-Options\":\"DENY\"")
                .logged(text.formatted("http://maps.test"))
                .logged(text.formatted("http://other.test"));

        assertThat(lines(conversation))
                .containsExactly(
                        "0.003 s @9F86D081 GET http://maps.test/map was answered with 200 OK, but the answer was blocked by its X-Frame-Options: DENY, which allows no page to show it in a frame (messages 0, 1, 2, 3)",
                        "0.004 s @9F86D081 The browser logged: Refused to display 'http://other.test/' in a frame because it set 'X-Frame-Options' to 'deny'. (message 4)");
    }
}
