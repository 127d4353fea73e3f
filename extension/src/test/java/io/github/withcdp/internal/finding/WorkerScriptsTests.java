package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.finding.FindingLines.lines;
import static io.github.withcdp.internal.finding.FindingLines.linesUntil;
import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WorkerScriptsTests {

    private static Conversation attached(String type) {
        return new Conversation()
                .event(
                        1,
                        PAGE,
                        "Target.attachedToTarget",
                        "{\"sessionId\":\"WORKER\",\"targetInfo\":{\"targetId\":\"W1\",\"type\":\"%s\",\"url\":\"http://a.test/w.js\"}}"
                                .formatted(type))
                .event(
                        2,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"W1\",\"type\":\"Script\",\"request\":{\"method\":\"GET\",\"url\":\"http://a.test/w.js\"},\"initiator\":{\"type\":\"other\",\"url\":\"http://a.test/\"}}");
    }

    private static Conversation answered(Conversation conversation, int status, String mimeType) {
        return conversation.event(
                3,
                "WORKER",
                "Network.responseReceived",
                "{\"requestId\":\"W1\",\"response\":{\"status\":%d,\"statusText\":\"Said\",\"mimeType\":\"%s\",\"url\":\"http://a.test/w.js\"}}"
                        .formatted(status, mimeType));
    }

    private static Conversation failed(Conversation conversation, String error) {
        return conversation.event(
                4,
                "WORKER",
                "Network.loadingFailed",
                "{\"requestId\":\"W1\",\"errorText\":\"%s\",\"canceled\":false}".formatted(error));
    }

    @Test
    void tells_the_worker_and_the_status_once() {
        assertThat(lines(failed(answered(attached("worker"), 404, "text/html"), "net::ERR_FAILED")))
                .containsExactly(
                        "0.003 s @9F86D081 page: The worker http://a.test/w.js, which http://a.test/ wanted, does not run: its script was answered with 404 Said (messages 1, 2, 3)");
    }

    @Test
    void tells_the_worker_and_the_error() {
        assertThat(lines(failed(attached("shared_worker"), "net::ERR_CONNECTION_REFUSED")))
                .containsExactly(
                        "0.004 s @9F86D081 page: The shared worker http://a.test/w.js, which http://a.test/ wanted, does not run: its script failed: nothing listens at a.test (net::ERR_CONNECTION_REFUSED) (messages 1, 2)");
    }

    private static final String ASKED =
            "{\"requestId\":\"W1\",\"loaderId\":\"\",\"documentURL\":\"http://a.test/w.js\",\"type\":\"Script\",\"request\":{\"method\":\"GET\",\"url\":\"http://a.test/w.js\"},\"initiator\":{\"type\":\"other\",\"url\":\"http://a.test/\"}}";

    private static Conversation ended(String reason) {
        return new Conversation()
                .event(2, PAGE, "Network.requestWillBeSent", ASKED)
                .event(
                        4,
                        PAGE,
                        "Network.loadingFailed",
                        "{\"requestId\":\"W1\",\"type\":\"Other\",%s}".formatted(reason));
    }

    @Test
    void tells_that_a_worker_of_which_nothing_else_is_told_got_no_answer() {
        assertThat(lines(ended("\"errorText\":\"net::ERR_ABORTED\",\"canceled\":true")))
                .containsExactly(
                        "0.004 s @9F86D081 The worker http://a.test/w.js, which http://a.test/ wanted, does not run: its script got no answer (messages 0, 1)");
    }

    @Test
    void does_not_tell_of_a_script_of_the_page_that_was_given_up() {
        var given = new Conversation()
                .event(2, PAGE, "Network.requestWillBeSent", ASKED.replace("a.test/w.js\",\"type", "a.test/\",\"type"))
                .event(
                        4,
                        PAGE,
                        "Network.loadingFailed",
                        "{\"requestId\":\"W1\",\"errorText\":\"net::ERR_ABORTED\",\"canceled\":true}");

        assertThat(lines(given)).isEmpty();
    }

    @Test
    void tells_what_had_not_been_answered_at_the_failure_but_not_that_the_load_waits_for_it() {
        var asked = new Conversation()
                .command(1, PAGE, 1, "Page.navigate", "{\"url\":\"http://a.test/\"}")
                .result(1, PAGE, 1, "{\"frameId\":\"F\"}")
                .event(2, PAGE, "Network.requestWillBeSent", ASKED);

        assertThat(linesUntil(asked, 2_002))
                .containsExactly(
                        "0.002 s @9F86D081 The worker http://a.test/w.js, which http://a.test/ wanted, did not run yet at the failure: its script had been asked for 2 s before and was not answered (message 2)");
        assertThat(linesUntil(asked, 1_001)).isEmpty();
        assertThat(lines(asked)).isEmpty();
    }

    @Test
    void does_not_tell_of_one_whose_page_was_left() {
        var document =
                "{\"requestId\":\"L2\",\"loaderId\":\"L2\",\"documentURL\":\"http://a.test/2\",\"type\":\"Document\",\"request\":{\"method\":\"GET\",\"url\":\"http://a.test/2\"}}";
        var left = new Conversation()
                .event(2, PAGE, "Network.requestWillBeSent", ASKED)
                .event(900, PAGE, "Network.requestWillBeSent", document)
                .event(950, PAGE, "Network.loadingFinished", "{\"requestId\":\"L2\"}");

        assertThat(linesUntil(left, 5_000)).isEmpty();
        assertThat(lines(left.event(
                        999,
                        PAGE,
                        "Network.loadingFailed",
                        "{\"requestId\":\"W1\",\"errorText\":\"net::ERR_ABORTED\",\"canceled\":true}")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "service_worker, text/html, 1",
        "service_worker, application/javascript, 0",
        "service_worker, text/ecmascript, 0",
        "worker, text/html, 0"
    })
    void a_service_worker_needs_JavaScript(String type, String mimeType, int expected) {
        assertThat(lines(answered(attached(type), 200, mimeType)))
                .hasSize(expected)
                .allMatch(line -> line.contains("does not run: its script is text/html, and no JavaScript"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Failed to fetch a worker script.",
                "A bad HTTP response code (404) was received when fetching the script."
            })
    void what_the_browser_logs_of_it_without_its_URL_is_told_with_it(String text) {
        var told = answered(attached("service_worker"), 404, "text/html")
                .event(
                        5,
                        PAGE,
                        "Log.entryAdded",
                        "{\"entry\":{\"source\":\"network\",\"level\":\"error\",\"text\":\"%s\"}}".formatted(text));

        assertThat(lines(told)).singleElement().asString().endsWith("(messages 1, 2, 3)");
    }

    @Test
    void what_is_logged_of_another_script_is_told() {
        assertThat(
                        lines(
                                new Conversation()
                                        .event(
                                                5,
                                                PAGE,
                                                "Log.entryAdded",
                                                "{\"entry\":{\"source\":\"network\",\"level\":\"error\",\"text\":\"Failed to fetch a worker script.\"}}")))
                .containsExactly("0.005 s @9F86D081 The browser logged: Failed to fetch a worker script. (message 0)");
    }

    @Test
    void what_was_to_be_set_up_in_a_worker_that_went_is_not_missed() {
        var gone = attached("shared_worker")
                .command(3, "WORKER", 1, "Runtime.enable", "")
                .command(3, "WORKER", 2, "Network.enable", "")
                .failure(4, "WORKER", 1, "{\"code\":-32000,\"message\":\"Inspected target navigated or closed\"}");

        assertThat(lines(gone)).singleElement().asString().contains("Network.enable was not answered");
        assertThat(lines(gone.event(5, PAGE, "Target.detachedFromTarget", "{\"sessionId\":\"WORKER\"}")))
                .isEmpty();
    }

    @Test
    void what_a_test_asked_a_worker_that_went_is_missed() {
        assertThat(lines(attached("worker")
                        .command(3, "WORKER", 1, "Runtime.evaluate", "{}")
                        .event(5, PAGE, "Target.detachedFromTarget", "{\"sessionId\":\"WORKER\"}")))
                .singleElement()
                .asString()
                .contains("Runtime.evaluate was not answered");
    }
}
