package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.spi.AssertedSession;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a session is quiet, as far as its events tell; what Chrome tells is with {@link ActivityChromiumTests}. */
@Timeout(60)
class ActivityTests {

    /** Within which whatever has come is still heard. */
    private static final Duration QUIET = Duration.ofHours(1);

    private static final Duration LIMIT = Duration.ofSeconds(5);

    private final ScriptedBrowser browser = ScriptedBrowser.start();
    private final AssertedSession page = (AssertedSession) browser.page;

    @BeforeEach
    void nothing_has_come_yet() {
        assertThat(left()).contains(Duration.ZERO);
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private Optional<Duration> left() {
        return page.untilQuiet(QUIET, LIMIT, method -> false);
    }

    private void asked(String id, String type, String url) {
        browser.event("Network.requestWillBeSent", """
                {"requestId":"%s","loaderId":"L1","frameId":"T1","type":"%s",
                "request":{"method":"POST","url":"http://localhost%s"}}""".formatted(id, type, url));
    }

    private void finished(String id) {
        browser.event("Network.loadingFinished", "{\"requestId\":\"%s\"}".formatted(id));
    }

    /** Have all be on record that Chrome has said by now. */
    private void barrier() {
        browser.page.send("A.b");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Runtime.consoleAPICalled",
                "Log.entryAdded",
                "Page.frameNavigated",
                "Network.responseReceived",
                "Fetch.requestPaused",
                "Target.attachedToTarget"
            })
    void what_the_page_does_breaks_the_quiet(String method) {
        browser.event(method, "{}");
        barrier();

        assertThat(left())
                .hasValueSatisfying(left -> assertThat(left).isPositive().isLessThanOrEqualTo(QUIET));
    }

    @Test
    void the_last_event_counts() {
        browser.event("Page.frameNavigated", "{}");
        barrier();
        long since = System.nanoTime();
        browser.event("Runtime.consoleAPICalled", "{}");
        barrier();

        var age = QUIET.minus(left().orElseThrow());
        assertThat(age).isLessThanOrEqualTo(Duration.ofNanos(System.nanoTime() - since));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Network.dataReceived",
                "Network.eventSourceMessageReceived",
                "Network.webSocketFrameReceived",
                "Page.screencastFrame",
                "Target.targetInfoChanged",
                "DOM.attributeModified",
                "Animation.animationStarted"
            })
    void what_comes_without_end_does_not_unless_it_is_asked_for(String method) {
        browser.event(method, "{}");
        barrier();

        assertThat(left()).contains(Duration.ZERO);
        assertThat(page.untilQuiet(QUIET, LIMIT, method::equals))
                .hasValueSatisfying(left -> assertThat(left).isPositive());
    }

    @Test
    void what_another_session_tells_does_not() {
        browser.attached(ScriptedBrowser.PAGE, "W", "T2", "worker", "http://localhost/w.js", "");
        barrier();
        var before = left().orElseThrow();
        browser.chrome.event("W", "Runtime.consoleAPICalled", "{}");
        barrier();

        assertThat(left().orElseThrow()).isLessThan(before);
    }

    @Test
    void there_is_none_while_a_request_is_pending() {
        asked("1", "Fetch", "/pay");
        barrier();

        assertThat(left()).isEmpty();
        assertThat(page.pending())
                .singleElement()
                .asString()
                .matches("POST http://localhost/pay, asked for \\d+ ms ago and not answered");

        browser.event(
                "Network.responseReceived", "{\"requestId\":\"1\",\"response\":{\"mimeType\":\"application/json\"}}");
        barrier();
        assertThat(left()).isEmpty();
        assertThat(page.pending()).singleElement().asString().endsWith("ago and not answered to its end");

        finished("1");
        barrier();
        assertThat(left()).isPresent();
        assertThat(page.pending()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"EventSource,/events", "Media,/film.mp4", "WebTransport,/wt", "Other,/favicon.ico"})
    void a_request_that_has_no_end_is_not_pending(String type, String url) {
        asked("1", type, url);
        barrier();

        assertThat(left()).isPresent();
        assertThat(page.pending()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/event-stream", "multipart/x-mixed-replace"})
    void nor_is_one_whose_answer_has_none(String mimeType) {
        asked("1", "Fetch", "/stream");
        browser.event(
                "Network.responseReceived",
                "{\"requestId\":\"1\",\"response\":{\"mimeType\":\"%s\"}}".formatted(mimeType));
        barrier();

        assertThat(left()).isPresent();
    }

    @Test
    void the_requests_of_a_document_that_was_left_are_over() {
        asked("1", "Fetch", "/poll");
        browser.event("Page.frameNavigated", "{\"frame\":{\"id\":\"T1\",\"loaderId\":\"L2\",\"url\":\"about:blank\"}}");
        barrier();

        assertThat(left()).isPresent();
    }

    @Test
    void so_are_those_of_a_frame_and_those_of_the_page_are_not() {
        asked("1", "Fetch", "/poll");
        browser.event("Network.requestWillBeSent", """
                {"requestId":"2","loaderId":"L3","frameId":"F","type":"Fetch","request":{"method":"GET","url":"http://localhost/inner"}}""");
        browser.event(
                "Page.frameNavigated",
                "{\"frame\":{\"id\":\"F\",\"parentId\":\"T1\",\"loaderId\":\"L4\",\"url\":\"about:blank\"}}");
        barrier();

        assertThat(page.pending()).singleElement().asString().startsWith("POST http://localhost/poll,");
    }

    @Test
    void a_request_may_end_in_the_session_of_the_worker_that_is_made_of_it() {
        asked("1", "Script", "/w.js");
        browser.attached(ScriptedBrowser.PAGE, "W", "T2", "worker", "http://localhost/w.js", "");
        browser.chrome.event("W", "Network.loadingFinished", "{\"requestId\":\"1\"}");
        barrier();

        assertThat(left()).isPresent();
    }

    @Test
    void nobody_tells_of_the_end_of_a_request_when_the_domain_is_disabled() {
        asked("1", "Fetch", "/pay");
        browser.page.send("Network.disable");

        assertThat(left()).isPresent();
    }

    @Test
    void a_paused_request_has_one_look_again_where_nothing_else_tells_of_it() {
        browser.event("Fetch.requestPaused", "{\"requestId\":\"1\",\"request\":{\"url\":\"http://localhost/pay\"}}");
        barrier();

        assertThat(left()).contains(QUIET);

        browser.page.send("Fetch.failRequest", Map.of("requestId", "1", "errorReason", "Failed"));
        assertThat(left()).hasValueSatisfying(left -> assertThat(left).isLessThan(QUIET));
    }

    @Test
    void what_was_waited_for_in_vain_is_not_waited_for_as_long_again() {
        asked("1", "Fetch", "/poll");
        barrier();
        page.waitedInVain(LIMIT);

        assertThat(left()).isPresent();
        assertThat(page.untilQuiet(QUIET, LIMIT.plusMillis(1), method -> false)).isEmpty();
        assertThat(page.pending()).hasSize(1);

        asked("2", "Fetch", "/pay");
        barrier();
        assertThat(left()).isEmpty();
    }
}
