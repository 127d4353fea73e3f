package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.finding.FindingLines.lines;
import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A request that failed is told once, however many tell of it. */
class FailedRequestsTests {

    private static Conversation asked(String type) {
        return new Conversation()
                .event(
                        1,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"R1\",\"type\":\"%s\",\"request\":{\"method\":\"GET\",\"url\":\"http://a.test/api/cart?id=1\"}}"
                                .formatted(type));
    }

    private static Conversation refused(String type) {
        return asked(type)
                .event(
                        2,
                        PAGE,
                        "Network.loadingFailed",
                        "{\"requestId\":\"R1\",\"errorText\":\"net::ERR_CONNECTION_REFUSED\"}");
    }

    private static Conversation missing() {
        return asked("Fetch")
                .event(
                        2,
                        PAGE,
                        "Network.responseReceived",
                        "{\"requestId\":\"R1\",\"type\":\"Fetch\",\"response\":{\"status\":404,\"statusText\":\"Not Found\",\"url\":\"http://a.test/api/cart?id=1\"}}");
    }

    private static Conversation thrown(Conversation conversation, String text) {
        return conversation.event(
                3,
                PAGE,
                "Runtime.exceptionThrown",
                "{\"exceptionDetails\":{\"text\":\"Uncaught (in promise)\",\"url\":\"http://a.test/cart.js\",\"lineNumber\":6,\"exception\":{\"description\":\"%s\\n at f\"}}}"
                        .formatted(text));
    }

    private static Conversation complained(Conversation conversation, String text) {
        return conversation.event(
                4,
                PAGE,
                "Runtime.consoleAPICalled",
                "{\"type\":\"error\",\"args\":[{\"type\":\"string\",\"value\":\"%s\"}]}".formatted(text));
    }

    @Test
    void what_fetch_rejects_with_and_the_log_belong_to_the_request() {
        var conversation = thrown(refused("Fetch"), "TypeError: Failed to fetch")
                .event(
                        4,
                        PAGE,
                        "Log.entryAdded",
                        "{\"entry\":{\"source\":\"network\",\"level\":\"error\",\"text\":\"Failed to load resource\",\"url\":\"http://a.test/api/cart?id=1\",\"networkRequestId\":\"R1\"}}")
                .event(5, PAGE, "Log.entryAdded", "{\"entry\":{\"level\":\"error\",\"text\":\"another\"}}");

        assertThat(lines(conversation))
                .containsExactly(
                        "0.002 s @9F86D081 GET http://a.test/api/cart?id=1 failed: nothing listens at a.test (net::ERR_CONNECTION_REFUSED); nobody caught the TypeError: Failed to fetch (http://a.test/cart.js:7) (messages 0, 1, 2, 3)",
                        "0.005 s @9F86D081 The browser logged: another (message 4)");
    }

    @Test
    void a_rejection_that_nobody_caught_counts_as_an_exception() {
        var conversation = thrown(refused("Fetch"), "TypeError: Failed to fetch")
                .command(5, PAGE, 1, "DOM.focus", "{}")
                .failure(6, PAGE, 1, "{\"code\":-32000,\"message\":\"Element is not focusable\"}");

        assertThat(lines(conversation)).first().asString().contains("GET http://a.test/api/cart?id=1 failed");
    }

    @Test
    void a_rejection_belongs_to_no_request_of_another_sort_and_none_that_was_answered() {
        assertThat(lines(thrown(refused("Image"), "TypeError: Failed to fetch")))
                .hasSize(2);
        assertThat(lines(thrown(missing(), "TypeError: Failed to fetch"))).hasSize(2);
        assertThat(lines(thrown(refused("Fetch"), "TypeError: Failed to fetchBasket")))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"404 of /api/cart: no cart", "GET http://a.test/api/cart?id=1: no cart"})
    void what_the_page_says_about_the_url_belongs_to_the_request(String text) {
        assertThat(lines(complained(missing(), text)))
                .containsExactly(
                        "0.002 s @9F86D081 GET http://a.test/api/cart?id=1 was answered with 404 Not Found; console.error: %s (messages 0, 1, 2)"
                                .formatted(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no cart", "/api/carts", "http://a.test/"})
    void what_the_page_says_about_something_else_does_not(String text) {
        assertThat(lines(complained(missing(), text))).hasSize(2);
    }

    @Test
    void what_was_said_before_the_request_failed_is_not_about_it() {
        var conversation = complained(new Conversation(), "/api/cart");
        missing().messages().forEach(message -> conversation.event(9, PAGE, message.method(), params(message.json())));

        assertThat(lines(conversation)).hasSize(2);
    }

    private static String params(String json) {
        return json.substring(json.indexOf("\"params\":") + 9, json.lastIndexOf(",\"sessionId\""));
    }

    @Test
    void a_page_that_complains_of_the_same_over_and_over_is_told_once() {
        var conversation = missing();
        for (int i = 0; i < 50; i++) {
            complained(conversation, "/api/cart is missing");
        }

        assertThat(lines(conversation))
                .containsExactly(
                        "0.002 s @9F86D081 GET http://a.test/api/cart?id=1 was answered with 404 Not Found; console.error: /api/cart is missing (messages 0, 1, 2, 3)");
    }

    @Test
    void each_request_has_one_rejection() {
        var conversation = thrown(refused("Fetch"), "TypeError: Failed to fetch");

        assertThat(lines(thrown(conversation, "TypeError: Failed to fetch")))
                .containsExactly(
                        "0.002 s @9F86D081 GET http://a.test/api/cart?id=1 failed: nothing listens at a.test (net::ERR_CONNECTION_REFUSED); nobody caught the TypeError: Failed to fetch (http://a.test/cart.js:7) (messages 0, 1, 2)",
                        "0.003 s @9F86D081 Uncaught TypeError: Failed to fetch (http://a.test/cart.js:7) (message 3)");
    }

    @Test
    void what_the_browser_logs_before_it_tells_of_the_failure_belongs_to_the_request() {
        var conversation = asked("Fetch")
                .event(
                        2,
                        PAGE,
                        "Log.entryAdded",
                        "{\"entry\":{\"level\":\"error\",\"text\":\"Access to fetch at 'http://a.test/api/cart?id=1' from origin 'http://b.test' has been blocked by CORS policy\"}}")
                .event(
                        3,
                        PAGE,
                        "Network.loadingFailed",
                        "{\"requestId\":\"R1\",\"errorText\":\"net::ERR_FAILED\",\"corsErrorStatus\":{\"corsError\":\"MissingAllowOriginHeader\"}}");

        assertThat(lines(conversation))
                .containsExactly(
                        "0.003 s @9F86D081 GET http://a.test/api/cart?id=1 was forbidden by CORS: the answer has no Access-Control-Allow-Origin (MissingAllowOriginHeader) (messages 0, 1, 2)");
    }

    @Test
    void a_navigation_that_was_refused_is_told_once() {
        var conversation = new Conversation()
                .command(1, PAGE, 1, "Page.navigate", "{\"url\":\"http://nowhere.test/\"}")
                .event(
                        2,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"L1\",\"type\":\"Document\",\"request\":{\"method\":\"GET\",\"url\":\"http://nowhere.test/\"}}")
                .event(
                        3,
                        PAGE,
                        "Network.loadingFailed",
                        "{\"requestId\":\"L1\",\"errorText\":\"net::ERR_NAME_NOT_RESOLVED\"}")
                .result(
                        4,
                        PAGE,
                        1,
                        "{\"frameId\":\"F\",\"loaderId\":\"L1\",\"errorText\":\"net::ERR_NAME_NOT_RESOLVED\"}");

        assertThat(lines(conversation))
                .containsExactly(
                        "0.004 s @9F86D081 Page.navigate to http://nowhere.test/ failed: net::ERR_NAME_NOT_RESOLVED: no address is known for nowhere.test (messages 1, 2, 3)");
    }

    @Test
    void an_evaluation_that_threw_because_of_it_belongs_to_the_request() {
        var evaluated = refused("Fetch")
                .command(3, PAGE, 1, "Runtime.evaluate", "{\"expression\":\"load()\"}")
                .result(
                        4,
                        PAGE,
                        1,
                        "{\"exceptionDetails\":{\"text\":\"Uncaught (in promise)\",\"exception\":{\"description\":\"TypeError: Failed to fetch\"}}}");

        assertThat(lines(evaluated))
                .containsExactly(
                        "0.002 s @9F86D081 GET http://a.test/api/cart?id=1 failed: nothing listens at a.test (net::ERR_CONNECTION_REFUSED); Runtime.evaluate threw TypeError: Failed to fetch (messages 0, 1, 3)");
    }
}
