package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.finding.FindingLines.lines;
import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import org.junit.jupiter.api.Test;

class EventSourceSuspicionsTests {

    private final Conversation conversation = new Conversation();

    private EventSourceSuspicionsTests tell(long millis, String id, String method, String more) {
        conversation.event(millis, PAGE, "Network." + method, "{\"requestId\":\"%s\"%s}".formatted(id, more));
        return this;
    }

    private EventSourceSuspicionsTests opened(long millis, String id, int status, String mimeType) {
        return tell(
                        millis,
                        id,
                        "requestWillBeSent",
                        ",\"type\":\"EventSource\",\"documentURL\":\"http://shop.test/\",\"request\":{\"method\":\"GET\",\"url\":\"http://shop.test/stock\"}")
                .tell(
                        millis + 10,
                        id,
                        "responseReceived",
                        ",\"type\":\"EventSource\",\"response\":{\"status\":%d,\"statusText\":\"OK\",\"mimeType\":\"%s\"}"
                                .formatted(status, mimeType));
    }

    private EventSourceSuspicionsTests event(long millis, String id) {
        return tell(millis, id, "eventSourceMessageReceived", ",\"eventName\":\"message\",\"data\":\"3\"");
    }

    private EventSourceSuspicionsTests failed(long millis, String id, String error, boolean cancelled) {
        return tell(millis, id, "loadingFailed", ",\"errorText\":\"%s\",\"canceled\":%b".formatted(error, cancelled));
    }

    @Test
    void tells_what_is_no_stream_of_events_once() {
        opened(1, "1", 200, "text/html").failed(12, "1", "net::ERR_ABORTED", true);
        conversation.event(
                13,
                PAGE,
                "Log.entryAdded",
                "{\"entry\":{\"source\":\"javascript\",\"level\":\"error\",\"text\":\"EventSource's response has a MIME type (\\\"text/html\\\") that is not \\\"text/event-stream\\\". Aborting the connection.\",\"url\":\"http://shop.test/\"}}");

        assertThat(lines(conversation))
                .containsExactly(
                        "0.012 s @9F86D081 EventSource http://shop.test/stock got no events: the answer is text/html, and no text/event-stream (messages 0, 3)");
    }

    @Test
    void tells_one_that_is_refused_without_an_error() {
        opened(1, "1", 204, "text/event-stream").failed(12, "1", "net::ERR_ABORTED", true);

        assertThat(lines(conversation))
                .containsExactly(
                        "0.012 s @9F86D081 EventSource http://shop.test/stock got no events: the answer is 204, which ends it for good (message 0)");
    }

    @Test
    void one_that_is_refused_after_its_events_has_come_to_its_end() {
        opened(1, "1", 200, "text/event-stream").event(20, "1").failed(30, "1", "net::ERR_ABORTED", true);
        opened(50, "2", 204, "text/event-stream").failed(62, "2", "net::ERR_ABORTED", true);

        assertThat(lines(conversation)).isEmpty();
    }

    @Test
    void tells_one_that_the_server_ended_if_Chrome_asked_again() {
        opened(1, "1", 200, "text/event-stream").event(20, "1").event(30, "1").tell(41, "1", "loadingFinished", "");
        opened(3_041, "2", 200, "text/event-stream").event(3_060, "2").tell(3_081, "2", "loadingFinished", "");
        opened(6_081, "3", 200, "text/event-stream");

        assertThat(lines(conversation))
                .containsExactly(
                        "0.041 s @9F86D081 EventSource http://shop.test/stock was ended by the server, and Chrome asked again; it had 2 events in 40 ms, and the next began 3 s later (2 times, first message 0)");
    }

    @Test
    void one_that_ended_may_be_one_that_the_page_closed() {
        opened(1, "1", 200, "text/event-stream").event(20, "1").tell(41, "1", "loadingFinished", "");

        assertThat(lines(conversation)).isEmpty();
    }

    @Test
    void tells_how_much_had_come_of_one_that_broke_off() {
        opened(1, "1", 200, "text/event-stream")
                .event(20, "1")
                .failed(2_001, "1", "net::ERR_INCOMPLETE_CHUNKED_ENCODING", false);

        assertThat(lines(conversation))
                .containsExactly(
                        "2.001 s @9F86D081 GET http://shop.test/stock was answered with 200 OK, then failed: the answer broke off (net::ERR_INCOMPLETE_CHUNKED_ENCODING), 2 s after the begin and after 1 event (messages 0, 1, 3)");
    }

    @Test
    void one_that_is_open_or_was_closed_by_the_page_is_not_suspicious() {
        opened(1, "1", 200, "text/event-stream").event(20, "1").failed(30, "1", "net::ERR_ABORTED", true);
        opened(50, "2", 200, "text/event-stream");

        assertThat(lines(conversation)).isEmpty();
    }
}
