package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Where the source of what was thrown comes from. */
class ExceptionSourceTests {

    private static final String SCRIPT = "let total = [];\\nfunction add(item) {\\n  total.push(item.price);\\n}\\n";

    private static List<String> source(Conversation conversation) {
        return SuspiciousMessages.in(conversation.messages(), Duration.ZERO, Optional.of(Duration.ofSeconds(1)))
                .top()
                .stream()
                .filter(suspicion -> !suspicion.source().isEmpty())
                .map(Suspicion::source)
                .reduce((one, other) -> {
                    throw new AssertionError("more than one has a source");
                })
                .orElse(List.of());
    }

    private static Conversation thrown(Conversation conversation, long millis, String url) {
        return conversation.event(
                millis,
                PAGE,
                "Runtime.exceptionThrown",
                "{\"exceptionDetails\":{\"text\":\"Uncaught\",\"scriptId\":\"7\",\"url\":\"%s\",\"lineNumber\":2,\"columnNumber\":13,\"exception\":{\"description\":\"TypeError: no price\\n at add\"}}}"
                        .formatted(url));
    }

    private static Conversation loaded(Conversation conversation, long millis, int id, String url, String body) {
        return conversation
                .event(
                        millis,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"R%d\",\"request\":{\"method\":\"GET\",\"url\":\"%s\"}}".formatted(id, url))
                .event(
                        millis,
                        PAGE,
                        "Network.responseReceived",
                        "{\"requestId\":\"R%d\",\"response\":{\"status\":200,\"url\":\"%s\"}}".formatted(id, url))
                .event(millis, PAGE, "Network.loadingFinished", "{\"requestId\":\"R%d\"}".formatted(id))
                .command(2_000, PAGE, id, "Network.getResponseBody", "{\"requestId\":\"R%d\"}".formatted(id))
                .result(2_001, PAGE, id, "{\"body\":\"%s\",\"base64Encoded\":false}".formatted(body));
    }

    /** What came later than it is said to: bodies are asked for when the test has failed. */
    private static Conversation inOrder(Conversation conversation) {
        var ordered = new Conversation();
        conversation.messages().stream()
                .sorted((one, other) -> one.elapsed().compareTo(other.elapsed()))
                .forEach(message -> {
                    long millis = message.elapsed().toMillis();
                    var json = message.json();
                    if (message.isEvent()) {
                        ordered.event(millis, PAGE, message.method(), part(json, "\"params\":", ",\"sessionId\""));
                    } else if (message.isCommand()) {
                        ordered.command(
                                millis,
                                PAGE,
                                message.id().orElseThrow(),
                                message.method(),
                                json.substring(json.indexOf("\"params\":") + 9, json.length() - 1));
                    } else {
                        ordered.result(
                                millis, PAGE, message.id().orElseThrow(), part(json, "\"result\":", ",\"sessionId\""));
                    }
                });
        return ordered;
    }

    private static String part(String json, String from, String to) {
        return json.substring(json.indexOf(from) + from.length(), json.lastIndexOf(to));
    }

    private static final List<String> LINES =
            List.of("  1: let total = [];", "  2: function add(item) {", "> 3:   total.push(item.price);", "  4: }");

    @Test
    void it_is_the_body_that_was_loaded_last_before_it_threw() {
        var conversation = loaded(new Conversation(), 1, 1, "http://a.test/cart.js", "old\\nold\\nold");
        loaded(conversation, 2, 2, "http://a.test/cart.js", SCRIPT);
        loaded(conversation, 3, 3, "http://a.test/other.js", "other\\nother\\nother");
        thrown(conversation, 4, "http://a.test/cart.js#x");
        loaded(conversation, 5, 5, "http://a.test/cart.js", "later\\nlater\\nlater");

        assertThat(source(inOrder(conversation))).isEqualTo(LINES);
    }

    @Test
    void only_the_first_exception_is_told_with_it() {
        var conversation = loaded(new Conversation(), 1, 1, "http://a.test/cart.js", SCRIPT);
        thrown(conversation, 2, "http://a.test/cart.js");
        thrown(conversation, 3, "http://a.test/cart.js?");
        loaded(conversation, 1, 2, "http://a.test/cart.js?", SCRIPT);

        assertThat(source(inOrder(conversation))).isEqualTo(LINES);
    }

    @Test
    void it_may_be_what_the_debugger_was_asked_for() {
        var conversation = thrown(new Conversation(), 2, "http://a.test/cart.js")
                .command(2_000, PAGE, 1, "Debugger.getScriptSource", "{\"scriptId\":\"7\"}")
                .result(2_001, PAGE, 1, "{\"scriptSource\":\"%s\"}".formatted(SCRIPT))
                .command(2_002, PAGE, 2, "Debugger.getScriptSource", "{\"scriptId\":\"8\"}")
                .result(2_003, PAGE, 2, "{\"scriptSource\":\"other\\nother\\nother\"}");

        assertThat(source(conversation)).isEqualTo(LINES);
    }

    @Test
    void it_is_the_script_that_had_a_text_parsed_and_not_the_text() {
        var conversation = new Conversation()
                .event(
                        2,
                        PAGE,
                        "Runtime.exceptionThrown",
                        "{\"exceptionDetails\":{\"text\":\"Uncaught\",\"scriptId\":\"8\",\"url\":\"http://a.test/cart.js\",\"lineNumber\":0,\"columnNumber\":0,\"stackTrace\":{\"callFrames\":[{\"scriptId\":\"7\",\"url\":\"http://a.test/cart.js\",\"lineNumber\":2,\"columnNumber\":13}]},\"exception\":{\"description\":\"SyntaxError: no JSON\"}}}")
                .command(2_000, PAGE, 1, "Debugger.getScriptSource", "{\"scriptId\":\"7\"}")
                .result(2_001, PAGE, 1, "{\"scriptSource\":\"%s\"}".formatted(SCRIPT))
                .command(2_002, PAGE, 2, "Debugger.getScriptSource", "{\"scriptId\":\"8\"}")
                .result(2_003, PAGE, 2, "{\"scriptSource\":\"{\"}");

        assertThat(source(conversation)).isEqualTo(LINES);
    }

    @Test
    void a_script_in_a_document_counts_from_the_begin_of_the_document() {
        var conversation =
                new Conversation().event(1, PAGE, "Debugger.scriptParsed", "{\"scriptId\":\"7\",\"startLine\":1}");
        thrown(conversation, 2, "http://a.test/")
                .command(2_000, PAGE, 1, "Debugger.getScriptSource", "{\"scriptId\":\"7\"}")
                .result(2_001, PAGE, 1, "{\"scriptSource\":\"\\ntotal.push(item.price);\"}");

        assertThat(source(conversation)).containsExactly("  1:", "  2:", "> 3: total.push(item.price);");
    }

    @Test
    void it_may_be_what_the_test_had_evaluated() {
        var conversation = new Conversation()
                .command(1, PAGE, 1, "Runtime.evaluate", "{\"expression\":\"%s\"}".formatted(SCRIPT))
                .result(
                        2,
                        PAGE,
                        1,
                        "{\"result\":{},\"exceptionDetails\":{\"text\":\"Uncaught\",\"lineNumber\":2,\"columnNumber\":13,\"exception\":{\"description\":\"TypeError: no price\"}}}");

        assertThat(source(conversation)).isEqualTo(LINES);
    }

    @Test
    void there_is_none_if_it_is_not_on_record() {
        assertThat(source(thrown(new Conversation(), 2, "http://a.test/cart.js")))
                .isEmpty();
        assertThat(source(inOrder(loaded(
                        thrown(new Conversation(), 2, "http://a.test/cart.js"),
                        1,
                        1,
                        "http://a.test/cart.js",
                        "one line"))))
                .isEmpty();
    }

    @Test
    void a_rejection_that_is_told_with_its_request_has_one() {
        var conversation = loaded(new Conversation(), 1, 1, "http://a.test/cart.js", SCRIPT)
                .event(
                        2,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"F\",\"type\":\"Fetch\",\"request\":{\"method\":\"GET\",\"url\":\"http://a.test/api\"}}")
                .event(3, PAGE, "Network.loadingFailed", "{\"requestId\":\"F\",\"errorText\":\"net::ERR_FAILED\"}")
                .event(
                        4,
                        PAGE,
                        "Runtime.exceptionThrown",
                        "{\"exceptionDetails\":{\"text\":\"Uncaught (in promise)\",\"url\":\"http://a.test/cart.js\",\"lineNumber\":2,\"exception\":{\"description\":\"TypeError: Failed to fetch\"}}}");

        assertThat(source(inOrder(conversation))).isEqualTo(LINES);
    }

    @Test
    void an_exception_is_shown_with_it_before_a_rejection() {
        var conversation = loaded(new Conversation(), 1, 1, "http://a.test/cart.js", SCRIPT)
                .event(
                        2,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"F\",\"type\":\"Fetch\",\"request\":{\"method\":\"GET\",\"url\":\"http://a.test/api\"}}")
                .event(3, PAGE, "Network.loadingFailed", "{\"requestId\":\"F\",\"errorText\":\"net::ERR_FAILED\"}")
                .event(
                        4,
                        PAGE,
                        "Runtime.exceptionThrown",
                        "{\"exceptionDetails\":{\"text\":\"Uncaught (in promise)\",\"url\":\"http://a.test/cart.js\",\"lineNumber\":0,\"exception\":{\"description\":\"TypeError: Failed to fetch\"}}}");
        thrown(conversation, 5, "http://a.test/cart.js");

        assertThat(source(inOrder(conversation))).isEqualTo(LINES);
    }
}
