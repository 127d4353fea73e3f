package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.finding.FindingLines.linesUntil;
import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlowRequestsTests {

    private static Conversation request(Conversation conversation, String url) {
        return conversation.event(
                1,
                PAGE,
                "Network.requestWillBeSent",
                "{\"requestId\":\"R1\",\"request\":{\"method\":\"POST\",\"url\":\"%s\"}}".formatted(url));
    }

    @Test
    void tells_how_long_a_request_was_waited_for_whose_page_was_left() {
        var left = request(waiting(new Conversation()), "http://a.test/pay")
                .event(2_000, PAGE, "Target.detachedFromTarget", "{\"sessionId\":\"%s\"}".formatted(PAGE));

        assertThat(linesUntil(left, 2_100))
                .anyMatch(line -> line.endsWith("POST http://a.test/pay was given up after 2.0 s (message 1)"));
        assertThat(linesUntil(left, 9_000)).noneMatch(line -> line.contains("given up"));
    }

    private static Conversation took(Conversation conversation, int id, long millis, String type) {
        return conversation
                .event(
                        1,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"%d\",\"type\":\"%s\",\"request\":{\"method\":\"GET\",\"url\":\"http://a.test/%1$d\"}}"
                                .formatted(id, type))
                .event(1 + millis, PAGE, "Network.loadingFinished", "{\"requestId\":\"%d\"}".formatted(id));
    }

    /** The begin of a wait, which is unusual itself because it is never answered. */
    private static Conversation waiting(Conversation conversation) {
        return conversation.command(1, PAGE, 99, "Runtime.evaluate", "{\"expression\":\"paid\"}");
    }

    private static Stream<Suspicion> until(Conversation conversation, long failedAt) {
        return SuspiciousMessages.in(conversation.messages(), Duration.ZERO, Optional.of(Duration.ofMillis(failedAt)))
                .top()
                .stream();
    }

    private static List<String> slowLines(Conversation conversation, long failedAt) {
        return until(conversation, failedAt)
                .filter(suspicion -> suspicion.kind() == Suspicion.Kind.SLOW)
                .map(Suspicion::line)
                .toList();
    }

    @Test
    void tells_the_slowest_of_those_that_the_test_waited_for() {
        var conversation = waiting(new Conversation());
        for (int i = 1; i <= 9; i++) {
            took(conversation, i, i, "Fetch");
        }
        for (int i = 10; i <= 13; i++) {
            took(conversation, i, 200L * i, "Fetch");
        }
        took(conversation, 14, 2_550, "EventSource");

        assertThat(linesUntil(conversation, 2_601))
                .containsExactly(
                        "0.001 s @9F86D081 Runtime.evaluate of paid was not answered; it was sent 2.6 s before the failure (message 0)",
                        "0.001 s @9F86D081 GET http://a.test/13 took 2.6 s (message 25)",
                        "0.001 s @9F86D081 GET http://a.test/12 took 2.4 s (message 23)",
                        "0.001 s @9F86D081 GET http://a.test/11 took 2.2 s (message 21)");
    }

    @Test
    void a_slow_request_alone_is_nothing_unusual() {
        var polled = took(waiting(new Conversation()).result(2, PAGE, 99, "{}"), 1, 5_000, "Fetch");

        assertThat(linesUntil(polled, 5_100)).isEmpty();
        polled.event(5_050, PAGE, "Runtime.exceptionThrown", "{\"exceptionDetails\":{\"text\":\"x\"}}");
        assertThat(linesUntil(polled, 5_100))
                .containsExactly(
                        "5.050 s @9F86D081 Uncaught x (message 4)",
                        "0.001 s @9F86D081 GET http://a.test/1 took 5 s (message 2)");
    }

    @ParameterizedTest
    @CsvSource({"1000, 1", "999, 0"})
    void a_slow_request_takes_a_second(long millis, int expected) {
        assertThat(slowLines(took(waiting(new Conversation()), 1, millis, "Fetch"), 1_100))
                .hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource({"399, 1", "401, 0"})
    void a_slow_request_takes_five_times_as_long_as_others(long others, int expected) {
        var conversation = waiting(new Conversation());
        for (int i = 1; i <= 5; i++) {
            took(conversation, i, others, "Fetch");
        }
        took(conversation, 6, 2_000, "Fetch");

        assertThat(slowLines(conversation, 2_100)).hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource({"5501, 1", "5502, 0"})
    void a_request_that_ended_long_before_the_failure_is_not_waited_for(long failedAt, int expected) {
        assertThat(slowLines(took(waiting(new Conversation()), 1, 5_000, "Fetch"), failedAt))
                .hasSize(expected);
    }

    @Test
    void asking_the_same_again_is_waiting_and_doing_something_new_is_not() {
        var asked = "{\"expression\":\"paid\"}";
        var conversation = request(waiting(new Conversation()), "http://a.test/stream")
                .command(4_500, PAGE, 2, "Runtime.evaluate", asked)
                .command(4_501, PAGE, 3, "Network.getResponseBody", "{}");

        assertThat(slowLines(conversation, 5_000))
                .containsExactly(
                        "0.001 s @9F86D081 POST http://a.test/stream had not ended 5.0 s later, at the failure (message 1)");
        conversation.command(4_600, PAGE, 4, "Runtime.evaluate", "{\"expression\":\"other\"}");
        assertThat(slowLines(conversation, 5_000)).isEmpty();
    }

    @Test
    void tells_a_request_that_had_not_ended_when_the_test_failed() {
        var conversation = request(new Conversation(), "http://a.test/pay")
                .command(1, PAGE, 1, "Runtime.evaluate", "{}")
                .event(
                        5_000,
                        PAGE,
                        "Network.loadingFailed",
                        "{\"requestId\":\"R1\",\"errorText\":\"net::ERR_FAILED\"}");

        assertThat(SuspiciousMessages.in(conversation.messages(), Duration.ZERO, Optional.of(Duration.ofMillis(3_001)))
                        .top())
                .extracting(Suspicion::line)
                .containsExactly(
                        "0.001 s @9F86D081 Runtime.evaluate was not answered; it was sent 3 s before the failure (message 1)",
                        "0.001 s @9F86D081 POST http://a.test/pay had not ended 3 s later, at the failure (message 0)");
    }
}
