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

    private static Conversation thrown(Conversation conversation, String... calls) {
        return conversation.event(
                1,
                PAGE,
                "Runtime.exceptionThrown",
                "{\"exceptionDetails\":{\"text\":\"Uncaught\",\"url\":\"http://a.test/js/a.js\",\"lineNumber\":3,\"columnNumber\":14,\"stackTrace\":{\"callFrames\":[%s],\"parent\":{\"description\":\"setTimeout\",\"callFrames\":[%s]}},\"exception\":{\"description\":\"TypeError: no\"}}}"
                        .formatted(String.join(",", calls), call("later", "http://a.test/js/a.js", 99)));
    }

    private static String call(String function, String url, int line) {
        return "{\"functionName\":\"%s\",\"url\":\"%s\",\"lineNumber\":%d,\"columnNumber\":0}"
                .formatted(function, url, line - 1);
    }

    @Test
    void tells_where_the_function_that_threw_was_called() {
        assertThat(lines(thrown(
                        new Conversation(),
                        call("giftWrap", "http://a.test/js/a.js", 4),
                        call("", "http://a.test/js/a.js", 11))))
                .containsExactly(
                        "0.001 s @9F86D081 Uncaught TypeError: no (http://a.test/js/a.js:4:15), in giftWrap, called at /js/a.js:11:1 (message 0)");
    }

    @Test
    void tells_two_callers_in_other_lines() {
        assertThat(lines(thrown(
                        new Conversation(),
                        call("", "http://a.test/js/a.js", 4),
                        call("map", "http://a.test/js/a.js", 4),
                        call("draw", "http://cdn.test/b.js", 7),
                        call("draw", "http://cdn.test/b.js", 7),
                        call("start", "http://a.test/c", 8),
                        call("main", "http://a.test/c", 9))))
                .containsExactly(
                        "0.001 s @9F86D081 Uncaught TypeError: no (http://a.test/js/a.js:4:15), called at http://cdn.test/b.js:7:1, and that at /c:8:1 (message 0)");
    }

    @Test
    void tells_no_caller_beyond_what_the_test_evaluated_nor_of_another_place() {
        assertThat(lines(thrown(
                        new Conversation(),
                        call("giftWrap", "http://a.test/js/a.js", 4),
                        call("", "", 1),
                        call("main", "http://a.test/js/a.js", 9))))
                .containsExactly("0.001 s @9F86D081 Uncaught TypeError: no (http://a.test/js/a.js:4:15) (message 0)");
        assertThat(lines(thrown(
                        new Conversation(),
                        call("giftWrap", "http://a.test/js/a.js", 5),
                        call("main", "http://a.test/js/a.js", 9))))
                .containsExactly("0.001 s @9F86D081 Uncaught TypeError: no (http://a.test/js/a.js:4:15) (message 0)");
    }

    @Test
    void counts_what_was_thrown_for_several_callers() {
        var conversation = thrown(
                new Conversation(),
                call("giftWrap", "http://a.test/js/a.js", 4),
                call("", "http://a.test/js/a.js", 11));

        assertThat(lines(thrown(
                        conversation,
                        call("giftWrap", "http://a.test/js/a.js", 4),
                        call("", "http://a.test/js/a.js", 12))))
                .containsExactly(
                        "0.001 s @9F86D081 Uncaught TypeError: no (http://a.test/js/a.js:4:15), in giftWrap, called at /js/a.js:11:1 (2 times, first message 0)");
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
