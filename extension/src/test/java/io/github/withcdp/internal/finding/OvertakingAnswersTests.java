package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OvertakingAnswersTests {

    private final Conversation conversation = new Conversation();
    private final Set<String> responded = new HashSet<>();

    private List<String> lines() {
        return SuspiciousMessages.in(conversation.messages(), Duration.ZERO).top().stream()
                .map(Suspicion::line)
                .toList();
    }

    private OvertakingAnswersTests asked(long millis, String id, String url) {
        return asked(millis, id, url, "GET", "", 7);
    }

    private OvertakingAnswersTests asked(long millis, String id, String url, String method, String body, int line) {
        return asked(millis, millis, id, url, method, body, line);
    }

    private OvertakingAnswersTests asked(
            long millis, long told, String id, String url, String method, String body, int line) {
        conversation.event(told, PAGE, "Network.requestWillBeSent", """
                {"requestId":"%s","wallTime":%d.%03d,"type":"Fetch","documentURL":"http://shop.test/","request":{"method":"%s","url":"http://shop.test%s","headers":{}%s},\
                "initiator":{"type":"script","url":"http://shop.test/app.js","lineNumber":%d}}""".formatted(
                id,
                1_795_980_391 + millis / 1000,
                millis % 1000,
                method,
                url,
                body.isEmpty() ? "" : ",\"hasPostData\":true,\"postData\":\"" + body.replace("\"", "\\\"") + "\"",
                line));
        return this;
    }

    /** Searched for two things, of which the answer to the first came last. */
    private OvertakingAnswersTests overtaken() {
        return asked(10, "1", "/search?q=a")
                .typed(20)
                .asked(30, "2", "/search?q=ab")
                .answered(50, "2")
                .answered(60, "1");
    }

    private OvertakingAnswersTests answered(long millis, String id) {
        return answered(millis, id, 200, 10);
    }

    private OvertakingAnswersTests answered(long millis, String id, int status, int length) {
        if (!responded.contains(id)) {
            responded(millis, id, status);
        }
        conversation
                .event(
                        millis,
                        PAGE,
                        "Network.dataReceived",
                        "{\"requestId\":\"%s\",\"dataLength\":%d}".formatted(id, length))
                .event(millis, PAGE, "Network.loadingFinished", "{\"requestId\":\"%s\"}".formatted(id));
        return this;
    }

    private OvertakingAnswersTests responded(long millis, String id) {
        responded.add(id);
        return responded(millis, id, 200);
    }

    private OvertakingAnswersTests responded(long millis, String id, int status) {
        conversation.event(
                millis,
                PAGE,
                "Network.responseReceived",
                "{\"requestId\":\"%s\",\"response\":{\"status\":%d,\"headers\":{}}}".formatted(id, status));
        return this;
    }

    private OvertakingAnswersTests typed(long millis) {
        conversation
                .command(millis, PAGE, (int) millis, "Input.insertText", "{\"text\":\"b\"}")
                .result(millis, PAGE, (int) millis, "{}");
        return this;
    }

    @Test
    void tells_an_older_answer_that_came_last() {
        asked(10, "1", "/search?q=a")
                .typed(20)
                .asked(30, "2", "/search?q=ab")
                .answered(50, "2")
                .answered(360, "1");

        assertThat(lines())
                .containsExactly(
                        "0.360 s @9F86D081 GET http://shop.test/search?q=a, asked first, was answered last: 310 ms after GET http://shop.test/search?q=ab, which was asked later. A page that shows whatever came last now shows the answer to …?q=a, asked for at http://shop.test/app.js:8 (messages 0, 3)");
    }

    @Test
    void counts_from_response_to_response_as_the_story_does() {
        asked(10, "1", "/search?q=a").typed(20).asked(30, "2", "/search?q=ab");
        responded(50, "2").responded(60, "1").answered(70, "2").answered(360, "1");

        assertThat(lines()).singleElement().asString().startsWith("0.060 s").contains("was answered last: 10 ms after");
    }

    @Test
    void counts_from_end_to_end_if_the_responses_came_in_order() {
        asked(10, "1", "/search?q=a").typed(20).asked(30, "2", "/search?q=ab");
        responded(50, "1").responded(60, "2").answered(70, "2").answered(360, "1");

        assertThat(lines())
                .singleElement()
                .asString()
                .startsWith("0.360 s")
                .contains("was answered last: 290 ms after");
    }

    @Test
    void tells_one_that_a_script_of_the_test_led_to() {
        asked(10, "1", "/search?q=a");
        conversation.command(20, PAGE, 5, "Runtime.evaluate", "{\"expression\":\"filter('b')\"}");
        asked(21, "2", "/search?q=b");
        conversation.result(22, PAGE, 5, "{}");
        answered(50, "2").answered(60, "1");

        assertThat(lines()).singleElement().asString().contains("was answered last: 10 ms after GET");
    }

    @Test
    void tells_one_although_Chrome_told_of_the_older_request_when_the_next_input_was_sent() {
        asked(1, "0", "/");
        answered(2, "0").typed(5).typed(20);
        asked(6, 21, "1", "/search?q=a", "GET", "", 7).asked(22, "2", "/search?q=ab");
        answered(50, "2").answered(60, "1");

        assertThat(lines()).singleElement().asString().contains("was answered last: 10 ms after GET");
    }

    @Test
    void input_that_was_sent_before_both_led_to_both() {
        asked(1, "0", "/");
        answered(2, "0").typed(5).typed(20);
        asked(21, "1", "/price?sku=1").asked(22, "2", "/price?sku=2");
        answered(50, "2").answered(60, "1");

        assertThat(lines()).isEmpty();
    }

    @Test
    void a_script_that_asked_before_led_to_nothing() {
        asked(10, "1", "/search?q=a");
        conversation
                .command(20, PAGE, 5, "Runtime.evaluate", "{\"expression\":\"document.title\"}")
                .result(21, PAGE, 5, "{}");
        asked(22, "2", "/search?q=b").answered(50, "2").answered(60, "1");

        assertThat(lines()).isEmpty();
    }

    @Test
    void tells_the_same_that_was_asked_for_again_and_answered_otherwise() {
        asked(10, "1", "/stock")
                .asked(1_010, "2", "/stock")
                .answered(1_050, "2", 200, 10)
                .answered(1_200, "1", 200, 11);

        assertThat(lines())
                .containsExactly(
                        "1.200 s @9F86D081 GET http://shop.test/stock, asked first, was answered last: 150 ms after the same, which was asked later and answered otherwise. A page that shows whatever came last now shows the answer to the first, asked for at http://shop.test/app.js:8 (messages 0, 1)");
    }

    @ParameterizedTest
    @CsvSource({"1010, 10", "20, 11"})
    void the_same_answered_alike_or_asked_for_at_one_time_is_not_suspicious(long again, int length) {
        asked(10, "1", "/stock")
                .asked(again, "2", "/stock")
                .answered(1_050, "2", 200, 10)
                .answered(1_200, "1", 200, length);

        assertThat(lines()).isEmpty();
    }

    @Test
    void what_a_page_asks_for_at_one_time_may_come_in_any_order() {
        typed(1).asked(10, "1", "/price?sku=1")
                .asked(11, "2", "/price?sku=2")
                .answered(50, "2")
                .answered(60, "1");

        assertThat(lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/items?page=1, /items?page=2",
        "/items?a=1&b=1, /items?a=2&b=2",
        "/items?a=1, /items?b=1",
        "/items/1, /items/2",
        "/graphql?query={a}, /graphql?query={b}"
    })
    void what_is_wanted_beside_the_other_is_not_alike(String older, String newer) {
        asked(10, "1", older).typed(20).asked(30, "2", newer).answered(50, "2").answered(60, "1");

        assertThat(lines()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"q\":\"a\"} | {\"q\":\"ab\"} | 1",
                "{\"operationName\":\"Find\",\"variables\":{\"q\":\"a\"}} | {\"operationName\":\"Find\",\"variables\":{\"q\":\"ab\"}} | 1",
                "{\"operationName\":\"Find\"} | {\"operationName\":\"Me\"} | 0",
                "{\"query\":\"{ me }\"} | {\"query\":\"{ cart }\"} | 0",
                "{\"method\":\"a\"} | {\"method\":\"b\"} | 0",
                "no JSON | {\"q\":\"ab\"} | 0",
                "{no JSON | {neither | 0"
            })
    void bodies_are_alike_if_one_member_differs(String older, String newer, int expected) {
        asked(10, "1", "/rpc", "POST", older, 7)
                .typed(20)
                .asked(30, "2", "/rpc", "POST", newer, 7)
                .answered(50, "2")
                .answered(60, "1");

        assertThat(lines()).hasSize(expected);
    }

    @Test
    void requests_that_differ_in_their_bodies_are_told_apart_by_that() {
        asked(10, "1", "/sales", "POST", "{\"range\":\"year\",\"of\":1}", 7)
                .typed(20)
                .asked(30, "2", "/sales", "POST", "{\"range\":\"week\",\"of\":1}", 7)
                .answered(50, "2")
                .answered(60, "1");

        assertThat(lines())
                .containsExactly(
                        "0.060 s @9F86D081 POST http://shop.test/sales with range \"year\", asked first, was answered last: 10 ms after the one with range \"week\", which was asked later. A page that shows whatever came last now shows the answer to the one with range \"year\", asked for at http://shop.test/app.js:8 (messages 0, 3)");
    }

    @Test
    void requests_of_another_line_are_not_alike() {
        asked(10, "1", "/search?q=a")
                .typed(20)
                .asked(30, "2", "/search?q=ab", "GET", "", 8)
                .answered(50, "2")
                .answered(60, "1");

        assertThat(lines()).isEmpty();
    }

    @Test
    void answers_in_order_are_not_suspicious() {
        asked(10, "1", "/search?q=a")
                .typed(20)
                .asked(30, "2", "/search?q=ab")
                .answered(50, "1")
                .answered(60, "2");

        assertThat(lines()).isEmpty();
    }

    @Test
    void a_newer_answer_that_came_later_mends_it() {
        overtaken();
        typed(70).asked(80, "3", "/search?q=abc").answered(90, "3");

        assertThat(lines()).isEmpty();
    }

    @Test
    void one_that_is_still_awaited_may_mend_it() {
        overtaken();
        typed(70).asked(80, "3", "/search?q=abc");

        assertThat(lines()).isEmpty();
    }

    @Test
    void answers_to_a_page_that_was_left_are_not_suspicious() {
        overtaken();
        conversation.event(
                70,
                PAGE,
                "Network.requestWillBeSent",
                "{\"requestId\":\"9\",\"type\":\"Document\",\"request\":{\"method\":\"GET\",\"url\":\"http://shop.test/cart\"}}");

        assertThat(lines()).isEmpty();
    }

    @Test
    void an_older_one_that_failed_is_told_as_that_alone() {
        asked(10, "1", "/search?q=a")
                .typed(20)
                .asked(30, "2", "/search?q=ab")
                .answered(50, "2")
                .answered(60, "1", 500, 10);

        assertThat(lines()).singleElement().asString().contains("was answered with 500");
    }
}
