package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.finding.FindingLines.lines;
import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import org.junit.jupiter.api.Test;

class CommandDetectorTests {

    @Test
    void tells_a_refused_command() {
        assertThat(lines(new Conversation()
                        .command(1, PAGE, 1, "DOM.focus", "{}")
                        .failure(2, PAGE, 1, "{\"code\":-32000,\"message\":\"Element is not focusable\"}")))
                .containsExactly(
                        "0.002 s @9F86D081 DOM.focus failed: Element is not focusable [code -32000] (message 1)");
    }

    @Test
    void tells_a_navigation_that_failed_with_a_result() {
        assertThat(lines(new Conversation()
                        .command(1, PAGE, 1, "Page.navigate", "{\"url\":\"http://nowhere.test/\"}")
                        .result(2, PAGE, 1, "{\"frameId\":\"F\",\"errorText\":\"net::ERR_NAME_NOT_RESOLVED\"}")))
                .containsExactly(
                        "0.002 s @9F86D081 Page.navigate to http://nowhere.test/ failed: net::ERR_NAME_NOT_RESOLVED (message 1)");
    }

    @Test
    void tells_an_evaluation_that_threw_with_a_result() {
        assertThat(
                        lines(
                                new Conversation()
                                        .command(1, PAGE, 1, "Runtime.evaluate", "{\"expression\":\"x\"}")
                                        .result(
                                                2,
                                                PAGE,
                                                1,
                                                "{\"result\":{},\"exceptionDetails\":{\"text\":\"Uncaught\",\"exception\":{\"description\":\"ReferenceError: x\\n    at 1:1\"}}}")))
                .containsExactly("0.002 s @9F86D081 Runtime.evaluate threw ReferenceError: x (message 1)");
    }

    private static Conversation evaluated(Conversation conversation, long millis, String expression, String result) {
        int id = (int) millis;
        return conversation
                .command(millis, PAGE, id, "Runtime.evaluate", "{\"expression\":\"%s\"}".formatted(expression))
                .result(millis + 1, PAGE, id, result);
    }

    @Test
    void forgives_an_evaluation_that_threw_and_had_a_value_later() {
        var exception = "{\"result\":{},\"exceptionDetails\":{\"text\":\"Uncaught TypeError: null\"}}";
        var value = "{\"result\":{\"type\":\"string\",\"value\":\"42\"}}";
        var conversation = evaluated(new Conversation(), 10, "total.innerText", exception);
        evaluated(conversation, 20, "basket.innerText", exception);
        evaluated(conversation, 30, "basket.innerText", exception);
        evaluated(conversation, 40, "total.innerText", value);

        assertThat(lines(conversation))
                .containsExactly("0.021 s @9F86D081 Runtime.evaluate threw TypeError: null (2 times, first message 3)");
    }

    @Test
    void tells_a_command_without_an_answer() {
        assertThat(lines(new Conversation()
                        .command(1_000, PAGE, 1, "Runtime.evaluate", "{}")
                        .event(3_500, PAGE, "Page.loadEventFired", "{}")))
                .containsExactly(
                        "1.000 s @9F86D081 Runtime.evaluate was not answered; it was sent 2.5 s before the last message (message 0)");
    }

    @Test
    void tells_a_message_that_Chrome_could_not_read() {
        assertThat(lines(new Conversation().raw(1, "{\"error\":{\"code\":-32700,\"message\":\"JSON: bad\"}}")))
                .containsExactly("0.001 s @browser A message failed: JSON: bad [code -32700] (message 0)");
    }

    @Test
    void does_not_miss_answers_for_which_nobody_waits() {
        assertThat(lines(new Conversation()
                        .command(1, PAGE, 1, "Runtime.releaseObjectGroup", "{\"objectGroup\":\"g\"}")))
                .isEmpty();
        assertThat(lines(new Conversation()
                        .command(1, PAGE, 1, "Runtime.releaseObjectGroup", "{}")
                        .failure(2, PAGE, 1, "{\"message\":\"Invalid parameters\"}")))
                .containsExactly("0.002 s @9F86D081 Runtime.releaseObjectGroup failed: Invalid parameters (message 1)");
    }

    @Test
    void what_is_fetched_for_a_report_is_missed_only_before_a_failure() {
        var conversation = new Conversation().command(1, PAGE, 1, "Page.captureScreenshot", "{}");

        assertThat(lines(conversation)).isEmpty();
        assertThat(FindingLines.linesUntil(conversation, 9))
                .containsExactly(
                        "0.001 s @9F86D081 Page.captureScreenshot was not answered; it was sent 8 ms before the failure (message 0)");
    }
}
