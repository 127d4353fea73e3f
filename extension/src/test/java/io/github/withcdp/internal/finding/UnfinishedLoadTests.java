package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.finding.FindingLines.linesUntil;
import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.network.Exchanges;
import io.github.withcdp.internal.report.Conversation;
import io.github.withcdp.internal.schema.StrictNames;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnfinishedLoadTests {

    private final Conversation conversation = new Conversation();

    private List<String> lines() {
        return linesUntil(conversation, 5_000);
    }

    private UnfinishedLoadTests navigated() {
        conversation
                .command(0, PAGE, 1, "Page.navigate", "{\"url\":\"http://a.test/inbox\"}")
                .result(100, PAGE, 1, "{\"frameId\":\"F\"}");
        return this;
    }

    private UnfinishedLoadTests asked(long millis, String type, String path) {
        conversation.event(
                millis,
                PAGE,
                "Network.requestWillBeSent",
                "{\"requestId\":\"%d\",\"type\":\"%s\",\"request\":{\"method\":\"GET\",\"url\":\"http://a.test%s\"}}"
                        .formatted(millis, type, path));
        return this;
    }

    @Test
    void tells_what_holds_up_the_load_for_which_the_test_waited() {
        navigated().asked(200, "Image", "/banner.jpg");

        assertThat(lines())
                .containsExactly(
                        "0.000 s @9F86D081 The load of http://a.test/inbox had not ended at the failure: it waits for GET http://a.test/banner.jpg, asked for 4.8 s before and not answered (messages 0, 2)");
    }

    @Test
    void tells_an_answer_that_began() {
        navigated().asked(200, "Stylesheet", "/a.css").asked(300, "Script", "/b.js");
        conversation.event(
                400, PAGE, "Network.responseReceived", "{\"requestId\":\"200\",\"response\":{\"status\":200}}");

        assertThat(lines())
                .containsExactly(
                        "0.000 s @9F86D081 The load of http://a.test/inbox had not ended at the failure: it waits for GET http://a.test/a.css, asked for 4.8 s before and not answered to the end; 1 more had not ended either (messages 0, 2)");
    }

    @Test
    void tells_only_who_asked_if_the_failure_says_the_rest() {
        navigated();
        conversation.event(
                200,
                PAGE,
                "Network.requestWillBeSent",
                "{\"requestId\":\"1\",\"type\":\"Script\",\"request\":{\"method\":\"GET\",\"url\":\"http://b.test/count.js\"},\"initiator\":{\"type\":\"parser\",\"url\":\"http://a.test/inbox\",\"lineNumber\":2}}");
        var messages = conversation.messages();

        assertThat(SuspiciousMessages.in(
                                messages,
                                Exchanges.in(messages),
                                List.of(),
                                Duration.ZERO,
                                Optional.of(Duration.ofSeconds(5)),
                                new Circumstances(
                                        List.of(),
                                        "",
                                        "No load event\n  it waits for http://b.test/count.js (Script)",
                                        StrictNames.NONE))
                        .top())
                .extracting(Suspicion::line)
                .containsExactly(
                        "0.000 s @9F86D081 The load waits for GET http://b.test/count.js, asked for at http://a.test/inbox:3 (messages 0, 2)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Fetch", "XHR", "EventSource", "WebSocket", "Ping"})
    void forgives_what_a_load_does_not_wait_for(String type) {
        navigated().asked(200, type, "/aside");

        assertThat(lines()).isEmpty();
    }

    @Test
    void forgives_what_has_just_been_asked_for() {
        navigated().asked(4_500, "Image", "/banner.jpg");

        assertThat(lines()).isEmpty();
    }

    @Test
    void forgives_what_a_page_asks_for_when_it_has_loaded() {
        navigated();
        conversation.event(150, PAGE, "Page.loadEventFired", "{}");
        asked(200, "Image", "/banner.jpg");

        assertThat(lines()).isEmpty();
    }

    @Test
    void forgives_a_load_for_which_the_test_does_not_wait() {
        navigated().asked(200, "Image", "/banner.jpg");
        conversation
                .command(300, PAGE, 2, "Runtime.evaluate", "{\"expression\":\"1\"}")
                .result(310, PAGE, 2, "{}");

        assertThat(lines()).isEmpty();
    }

    @Test
    void leaves_it_to_others_to_tell_of_a_dialog_that_is_open() {
        navigated().asked(200, "Image", "/banner.jpg");
        conversation.event(300, PAGE, "Page.javascriptDialogOpening", "{\"type\":\"alert\",\"message\":\"Hello\"}");

        assertThat(lines())
                .containsExactly(
                        "0.300 s @9F86D081 alert \"Hello\" was still open at the failure: Page.handleJavaScriptDialog answers it (message 3)");
    }
}
