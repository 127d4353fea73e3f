package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.finding.FindingLines.lines;
import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.withcdp.internal.report.Conversation;
import io.github.withcdp.internal.text.SafeText;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SuspiciousMessagesTests {

    private static Suspicions in(Conversation conversation) {
        return SuspiciousMessages.in(conversation.messages(), Duration.ZERO);
    }

    private static Conversation request(Conversation conversation, String url) {
        return conversation.event(
                1,
                PAGE,
                "Network.requestWillBeSent",
                "{\"requestId\":\"R1\",\"request\":{\"method\":\"POST\",\"url\":\"%s\"}}".formatted(url));
    }

    private static Conversation response(Conversation conversation, int status, String url) {
        return conversation.event(
                2,
                PAGE,
                "Network.responseReceived",
                "{\"requestId\":\"R1\",\"response\":{\"status\":%d,\"statusText\":\"\",\"url\":\"%s\"}}"
                        .formatted(status, url));
    }

    @Test
    void finds_nothing_in_an_ordinary_conversation() {
        var ordinary = new Conversation()
                .command(1, PAGE, 1, "Page.navigate", "{\"url\":\"http://a.test/\"}")
                .result(2, PAGE, 1, "{\"frameId\":\"F\"}")
                .event(3, PAGE, "Runtime.consoleAPICalled", "{\"type\":\"log\",\"args\":[{\"value\":\"error\"}]}")
                .event(3, PAGE, "Log.entryAdded", "{\"entry\":{\"level\":\"warning\",\"text\":\"slow\"}}");

        assertThat(in(response(request(ordinary, "http://a.test/"), 304, "http://a.test/")))
                .isEqualTo(
                        new Suspicions(
                                List.of(),
                                0,
                                "Every command was answered, no request failed, no exception went uncaught, no error was logged."));
    }

    @Test
    void tells_a_failed_request_once_although_the_browser_logs_it_too() {
        var log =
                "{\"entry\":{\"source\":\"network\",\"level\":\"error\",\"text\":\"Failed to load\",\"url\":\"http://a.test/\",\"networkRequestId\":\"%s\"}}";
        var conversation = response(
                        new Conversation().event(1, PAGE, "Log.entryAdded", log.formatted("R1")), 500, "http://a.test/")
                .event(3, PAGE, "Log.entryAdded", log.formatted("R2"));

        assertThat(lines(conversation))
                .containsExactly(
                        "0.002 s @9F86D081 http://a.test/ was answered with 500 (messages 0, 1)",
                        "0.003 s @9F86D081 The browser logged: Failed to load (http://a.test/) (message 2)");
    }

    @Test
    void does_not_count_what_was_said_after_the_failure() {
        var conversation = new Conversation()
                .command(1, PAGE, 1, "Page.captureScreenshot", "{}")
                .failure(10, PAGE, 1, "{\"message\":\"in time\"}")
                .command(11, PAGE, 2, "Page.captureScreenshot", "{}")
                .failure(12, PAGE, 2, "{\"message\":\"too late\"}")
                .event(13, PAGE, "Runtime.exceptionThrown", "{\"exceptionDetails\":{\"text\":\"late\"}}");

        assertThat(SuspiciousMessages.in(conversation.messages(), Duration.ZERO, Optional.of(Duration.ofMillis(10)))
                        .top())
                .extracting(Suspicion::line)
                .containsExactly("0.010 s @9F86D081 Page.captureScreenshot failed: in time (message 1)");
    }

    @Test
    void says_which_message_each_is_about() {
        var conversation = request(new Conversation().raw(0, "{}"), "http://a.test/pay")
                .event(5, PAGE, "Network.loadingFailed", "{\"requestId\":\"R1\",\"errorText\":\"net::ERR_FAILED\"}")
                .event(6, PAGE, "Runtime.exceptionThrown", "{\"exceptionDetails\":{\"text\":\"x\"}}")
                .event(7, PAGE, "Runtime.exceptionThrown", "{\"exceptionDetails\":{\"text\":\"x\"}}")
                .command(8, PAGE, 1, "Runtime.evaluate", "{}");

        assertThat(in(conversation).top())
                .extracting(Suspicion::kind, Suspicion::sequence)
                .containsExactly(
                        tuple(Suspicion.Kind.EXCEPTION, 3L),
                        tuple(Suspicion.Kind.UNANSWERED, 5L),
                        tuple(Suspicion.Kind.REQUEST_FAILED, 1L));
    }

    @Test
    void ranks_by_how_much_it_tells_and_then_by_time() {
        var kinds = in(new Conversation()
                        .event(1, PAGE, "Log.entryAdded", "{\"entry\":{\"level\":\"error\",\"text\":\"x\"}}")
                        .event(2, PAGE, "Runtime.consoleAPICalled", "{\"type\":\"error\",\"args\":[]}")
                        .event(3, PAGE, "Runtime.exceptionThrown", "{\"exceptionDetails\":{\"text\":\"second\"}}")
                        .event(2, PAGE, "Runtime.exceptionThrown", "{\"exceptionDetails\":{\"text\":\"first\"}}")
                        .event(4, PAGE, "Inspector.targetCrashed", "{}")
                        .event(5, PAGE, "Page.javascriptDialogOpening", "{}"))
                .top();

        assertThat(kinds)
                .extracting(Suspicion::kind)
                .containsExactly(
                        Suspicion.Kind.CRASH,
                        Suspicion.Kind.EXCEPTION,
                        Suspicion.Kind.EXCEPTION,
                        Suspicion.Kind.DIALOG,
                        Suspicion.Kind.CONSOLE_ERROR);
        assertThat(kinds.get(1).sentence()).isEqualTo("Uncaught first");
    }

    @Test
    void counts_what_is_said_again_and_what_is_not_shown() {
        var conversation = new Conversation();
        for (int i = 0; i < 50; i++) {
            conversation.event(i, PAGE, "Runtime.exceptionThrown", "{\"exceptionDetails\":{\"text\":\"again\"}}");
        }
        for (int i = 0; i < 2_000; i++) {
            conversation.event(
                    i, PAGE, "Log.entryAdded", "{\"entry\":{\"level\":\"error\",\"text\":\"%d\"}}".formatted(i));
        }
        var suspicions = in(conversation);

        assertThat(suspicions.top()).hasSize(5);
        assertThat(suspicions.top().get(0).line())
                .isEqualTo("0.000 s @9F86D081 Uncaught again (50 times, first message 0)");
        assertThat(suspicions.total()).isEqualTo(2_050);
        assertThat(suspicions.more()).isEqualTo(1_996);
    }

    @Test
    void survives_messages_of_unexpected_shape() {
        for (var params : List.of(
                "[]", "null", "7", "\"x\"", "{\"entry\":7}", "{\"args\":{}}", "{\"response\":{\"status\":\"x\"}}")) {
            for (var method : List.of(
                    "Log.entryAdded",
                    "Runtime.consoleAPICalled",
                    "Runtime.exceptionThrown",
                    "Network.requestWillBeSent",
                    "Network.responseReceived",
                    "Network.loadingFailed",
                    "Network.webSocketCreated",
                    "Network.webSocketFrameReceived",
                    "Network.webSocketFrameError",
                    "Network.webSocketClosed",
                    "Fetch.requestPaused",
                    "Page.javascriptDialogOpening",
                    "Target.attachedToTarget",
                    "Target.detachedFromTarget",
                    "Page.windowOpen",
                    "Inspector.detached")) {
                assertThat(in(new Conversation().event(1, PAGE, method, params)).total())
                        .isLessThanOrEqualTo(1);
            }
            assertThat(in(new Conversation()
                                    .command(1, PAGE, 1, "Page.navigate", params)
                                    .failure(2, PAGE, 1, params))
                            .total())
                    .isEqualTo(1);
        }
    }

    @Test
    void does_not_read_a_huge_message() {
        var conversation = new Conversation()
                .event(1, PAGE, "Runtime.exceptionThrown", "{\"x\":\"" + "x".repeat(Detector.READABLE) + "\"}");

        assertThat(lines(conversation)).hasSize(1);
    }

    @Test
    void says_hostile_things_harmlessly() {
        var line = lines(new Conversation()
                        .event(
                                1,
                                PAGE,
                                "Page.javascriptDialogOpening",
                                "{\"type\":\"alert\",\"message\":\"\\u001b[2J\\r\\n\\u202e%s\"}"
                                        .formatted("x".repeat(1_000))))
                .get(0);

        assertThat(line.codePoints()).allMatch(SafeText::isHarmless);
        assertThat(line)
                .contains("\\u001b[2J\\r\\n\\u202exxx")
                .hasSizeLessThan(400)
                .contains("more characters)\" was still open");
    }
}
