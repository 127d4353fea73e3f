package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.finding.FindingLines.lines;
import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import org.junit.jupiter.api.Test;

class ConsoleSuspicionsTests {

    @Test
    void tells_what_the_page_threw_with_its_place() {
        assertThat(
                        lines(
                                new Conversation()
                                        .event(
                                                1,
                                                PAGE,
                                                "Runtime.exceptionThrown",
                                                "{\"exceptionDetails\":{\"text\":\"Uncaught\",\"url\":\"http://a.test/a.js\",\"lineNumber\":6,\"exception\":{\"description\":\"Error: no\\n at f\"}}}")
                                        .event(
                                                2,
                                                PAGE,
                                                "Runtime.exceptionThrown",
                                                "{\"exceptionDetails\":{\"text\":\"Uncaught\",\"exception\":{\"type\":\"string\",\"value\":\"thrown\"}}}")))
                .containsExactly(
                        "0.001 s @9F86D081 Uncaught Error: no (http://a.test/a.js:7) (message 0)",
                        "0.002 s @9F86D081 Uncaught thrown (message 1)");
    }

    @Test
    void a_rejection_that_was_handled_later_is_not_suspicious() {
        assertThat(lines(new Conversation()
                        .event(
                                1,
                                PAGE,
                                "Runtime.exceptionThrown",
                                "{\"exceptionDetails\":{\"exceptionId\":4,\"text\":\"Uncaught (in promise)\"}}")
                        .event(2, PAGE, "Runtime.exceptionRevoked", "{\"exceptionId\":4}")))
                .isEmpty();
    }

    @Test
    void tells_console_errors_as_the_console_shows_them() {
        assertThat(
                        lines(
                                new Conversation()
                                        .event(
                                                1,
                                                PAGE,
                                                "Runtime.consoleAPICalled",
                                                "{\"type\":\"error\",\"args\":[{\"type\":\"string\",\"value\":\"a\"},{\"type\":\"number\",\"value\":1},{\"type\":\"number\",\"unserializableValue\":\"NaN\"},{\"type\":\"undefined\"},{\"type\":\"object\",\"description\":\"Basket\"}]}")))
                .containsExactly("0.001 s @9F86D081 console.error: a 1 NaN undefined Basket (message 0)");
    }

    @Test
    void tells_a_failed_assertion_of_the_console() {
        assertThat(lines(new Conversation()
                        .event(
                                1,
                                PAGE,
                                "Runtime.consoleAPICalled",
                                "{\"type\":\"assert\",\"args\":[{\"type\":\"string\",\"value\":\"no\"}]}")))
                .containsExactly("0.001 s @9F86D081 console.assert: Assertion failed: no (message 0)");
    }
}
