package io.github.withcdp.internal.difference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.recording.Difference.Explanation;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.recording.RecordingDiff;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecordingComparisonTests {

    private final List<ShopRun> runs = new ArrayList<>();

    @AfterEach
    void close() {
        runs.forEach(ShopRun::close);
    }

    /** A new run, with what comes first in all of them. */
    private ShopRun run() {
        var run = new ShopRun(runs.size() + 1);
        runs.add(run);
        return run.navigate("/cart");
    }

    private static String diff(ShopRun red, ShopRun... greens) {
        return compare(red, greens).toString();
    }

    private static RecordingDiff compare(ShopRun red, ShopRun... greens) {
        return RecordingComparison.of(
                red.recording(),
                Optional.empty(),
                List.of(greens).stream().map(ShopRun::recording).toList());
    }

    @Test
    void finds_nothing_but_what_differs_always() {
        var green = run().request("1", "GET", "/items?_=17", 200)
                .logs("log", "at 2026-11-29")
                .evaluate("pay()", "ok");
        var red = run().request("2", "GET", "/items?_=4711", 200)
                .logs("log", "at 2026-11-30")
                .evaluate("pay()", "ok");

        var diff = compare(red, green);

        assertThat(diff.differences()).isEmpty();
        assertThat(diff).hasToString("No difference (4 more are explained)");
        assertThat(diff.explained())
                .extracting(difference -> difference.explanation() + " " + difference)
                .contains(
                        "SAME_CLASS console.log: at 2026-11-30: /text is \"at 2026-11-30\", was \"at 2026-11-29\", after Page.navigate http://127.0.0.1:40002/cart");
    }

    @Test
    void puts_first_what_differed_first_and_says_who_asked() {
        var green = run().sent("Runtime.evaluate", "{\"expression\":\"pay()\"}")
                .request("1", "POST", "/api/pay", 200)
                .evaluate("result", "Thank you!")
                .evaluate("more()", "");
        var red = run().sent("Runtime.evaluate", "{\"expression\":\"pay()\"}")
                .request("1", "POST", "/api/pay", 503)
                .logs("error", "payment refused")
                .evaluate("result", "Try later");

        assertThat(diff(red, green)).isEqualTo("""
                3 differences (2 more are explained)
                  POST http://127.0.0.1:40002/api/pay: /response/status is 503, was 200, asked for at http://127.0.0.1:40002/shop.js:12, after Runtime.evaluate pay()
                  console.error: payment refused is new, after Runtime.evaluate pay()
                  Runtime.evaluate result: /result/result/value is "Try later", was "Thank you!"
                  Note: The test came to its end before the last command of the other run""");
    }

    @Test
    void tells_of_a_request_that_did_not_come_where_it_should_have() {
        var green = run().evaluate("load()", "")
                .request("1", "GET", "/a", 200)
                .request("2", "GET", "/b", 200)
                .evaluate("text", "b");
        var red = run().evaluate("load()", "").request("1", "GET", "/a", 200).evaluate("text", "none");

        assertThat(diff(red, green)).isEqualTo("""
                2 differences (3 more are explained)
                  GET http://127.0.0.1:40001/b is missing, asked for at http://127.0.0.1:40001/shop.js
                  Runtime.evaluate text: /result/result/value is "none", was "b\"""");
    }

    @Test
    void tells_what_is_missing_after_what_came_instead_and_as_one() {
        var green = run().request("1", "GET", "/a", 200)
                .request("2", "GET", "/b", 200)
                .request("3", "GET", "/c", 200)
                .evaluate("text", "b");
        var red = run().request("1", "GET", "/a", 200).logs("error", "no").evaluate("text", "none");

        assertThat(diff(red, green)).isEqualTo("""
                3 differences (3 more are explained)
                  console.error: no is new, after Page.navigate http://127.0.0.1:40002/cart
                  GET http://127.0.0.1:40001/b and 1 more is missing, asked for at http://127.0.0.1:40001/shop.js
                  Runtime.evaluate text: /result/result/value is "none", was "b\"""");
    }

    @Test
    void leaves_out_what_the_other_run_did_when_this_one_had_ended() {
        var green = run().evaluate("a()", "1")
                .evaluate("b()", "")
                .request("1", "GET", "/b", 200)
                .logs("log", "b");
        var red = run().evaluate("a()", "2");

        assertThat(diff(red, green)).isEqualTo("""
                1 difference (2 more are explained)
                  Runtime.evaluate a(): /result/result/value is "2", was "1"
                  Note: The test came to its end before the last command of the other run""");
    }

    @Test
    void leaves_out_what_was_said_after_the_test_had_failed() {
        var green = run().evaluate("a()", "1");
        var red = run().evaluate("a()", "2");
        var messages = red.recording().messages();
        var failedAt = messages.get(messages.size() - 1).elapsed();
        red.evaluate("cleanUp()", "").logs("log", "gone").request("1", "DELETE", "/cart", 200);

        assertThat(RecordingComparison.of(red.recording(), Optional.of(failedAt), List.of(green.recording())))
                .hasToString("""
                        1 difference (2 more are explained)
                          Runtime.evaluate a(): /result/result/value is "2", was "1\"""");
    }

    @Test
    void joins_requests_by_what_they_send_whatever_their_order() {
        var green = run().request("1", "GET", "/a?q=1", 200)
                .body("1", "{\"n\":1}")
                .request("2", "GET", "/a?q=2", 200)
                .body("2", "{\"n\":2}");
        var red = run().request("5", "GET", "/a?q=2", 200)
                .body("5", "{ \"n\":2}")
                .request("6", "GET", "/a?q=1", 200)
                .body("6", "{\"n\":1}");

        assertThat(compare(red, green).differences()).isEmpty();
    }

    @Test
    void finds_the_member_of_a_body_that_differs() {
        var green = run().request("1", "GET", "/price", 200).body("1", "{\"price\":\"2.80\",\"at\":1732918273645}");
        var red = run().request("1", "GET", "/price", 200).body("1", "{\"price\":\"3.20\",\"at\":1732918999999}");

        assertThat(diff(red, green)).isEqualTo("""
                1 difference (2 more are explained)
                  GET http://127.0.0.1:40002/price: /response/body/price is "3.20", was "2.80", asked for at http://127.0.0.1:40002/shop.js:12, after Page.navigate http://127.0.0.1:40002/cart""");
    }

    @Test
    void says_that_a_body_was_captured_in_one_run_only() {
        var green = run().request("1", "GET", "/price", 200);
        var red = run().request("1", "GET", "/price", 200).body("1", "{}");

        assertThat(diff(red, green)).isEqualTo("""
                No difference (3 more are explained)
                  Note: Some bodies were captured in one of the runs only, and are not compared""");
    }

    @Test
    void takes_a_request_of_the_same_line_for_the_same_if_it_asks_for_something_else() {
        var green = run().request("1", "GET", "/users/7/cart?sort=up", 200);
        var red = run().request("1", "GET", "/users/undefined/cart?sort=up", 404);

        assertThat(diff(red, green)).startsWith("""
                1 difference (2 more are explained)
                  GET http://127.0.0.1:40002/users/undefined/cart?sort=up: /request/url is "http://127.0.0.1:40002/users/undefined/cart", was "http://127.0.0.1:40001/users/7/cart"; /response/status is 404, was 200,""");
    }

    @Test
    void counts_requests_that_were_sent_twice() {
        var green = run().request("1", "POST", "/order", 200);
        var red = run().request("1", "POST", "/order", 200).request("2", "POST", "/order", 200);

        assertThat(diff(red, green)).contains("POST http://127.0.0.1:40002/order is new, asked for at");
    }

    @Test
    void says_that_a_request_was_not_answered() {
        var green = run().request("1", "GET", "/slow", 200).evaluate("text", "ready");
        var red = run().asks("1", "GET", "/slow").evaluate("text", "waiting");

        var diff = compare(red, green);

        assertThat(diff.differences()).hasSize(2);
        assertThat(diff.differences().get(0))
                .asString()
                .contains("GET http://127.0.0.1:40002/slow: ", "/finished is false, was true");
        assertThat(diff.differences().get(1)).asString().contains("/result/result/value is \"waiting\", was \"ready\"");
    }

    @Test
    void says_that_a_request_was_not_answered_even_if_its_end_was_told_late() {
        var green = run().asks("1", "GET", "/slow")
                .isAnswered("1", 200, "")
                .evaluate("text", "ready")
                .evaluate("more", "")
                .ends("1");
        var red = run().asks("1", "GET", "/slow").evaluate("text", "waiting");

        assertThat(compare(red, green).differences().get(0))
                .asString()
                .startsWith("GET http://127.0.0.1:40002/slow: /response is not there, was {");
    }

    @Test
    void compares_the_last_answer_of_what_is_asked_again_and_again() {
        var green =
                run().evaluate("a", "1").evaluate("b", "1").evaluate("a", "1").evaluate("b", "2");
        var red = run().evaluate("a", "1")
                .evaluate("b", "1")
                .evaluate("a", "1")
                .evaluate("b", "1")
                .evaluate("a", "1")
                .evaluate("b", "1")
                .evaluate("a", "1");

        assertThat(diff(red, green)).isEqualTo("""
                1 difference (2 more are explained)
                  Runtime.evaluate b: /result/result/value is "1", was "2\"""");
    }

    @Test
    void says_that_the_test_has_changed() {
        var green = run().evaluate("a", "1").evaluate("b", "1").evaluate("c", "1");
        var red = run().evaluate("a", "1")
                .command("DOM.focus", "{\"nodeId\":4}", "{}")
                .evaluate("c", "1");

        assertThat(diff(red, green)).isEqualTo("""
                2 differences (2 more are explained)
                  Runtime.evaluate {"expression":"b","returnByValue":true} is missing
                  DOM.focus {"nodeId":4} is new
                  Note: The test said something else than in the other run: it, or what it decides by, has changed""".replace("{\"expression\":\"b\",\"returnByValue\":true}", "b"));
    }

    @Test
    void learns_from_what_differs_among_runs_that_passed() {
        var red = run().request("1", "GET", "/a", 200)
                .body("1", "{\"rank\":3,\"price\":9}")
                .logs("log", "took 17 ms");
        var green = run().request("1", "GET", "/a", 200)
                .body("1", "{\"rank\":1,\"price\":8}")
                .logs("log", "took 12 ms");
        var earlier = run().request("1", "GET", "/a", 200)
                .body("1", "{\"rank\":2,\"price\":8}")
                .logs("log", "took 14 ms");

        var diff = compare(red, green, earlier);

        assertThat(diff.differences()).hasSize(1);
        assertThat(diff.differences().get(0))
                .asString()
                .contains("/response/body/price is 9, was 8")
                .doesNotContain("rank");
        assertThat(diff.explained().get(0).explanation()).isEqualTo(Explanation.LEARNED);
        assertThat(diff.explained().get(0)).asString().startsWith("console.log: took 17 ms: /text is");
    }

    @Test
    void names_an_order_that_no_run_had_if_nothing_else_led_to_another_outcome() {
        var green = run().asks("1", "GET", "/hits?q=t")
                .asks("2", "GET", "/hits?q=ta")
                .gets("1", 200)
                .gets("2", 200)
                .evaluate("hits", "tart");
        var red = run().asks("1", "GET", "/hits?q=t")
                .asks("2", "GET", "/hits?q=ta")
                .gets("2", 200)
                .gets("1", 200)
                .evaluate("hits", "tea, tart");
        var passes = run().asks("1", "GET", "/hits?q=t")
                .asks("2", "GET", "/hits?q=ta")
                .gets("2", 200)
                .gets("1", 200)
                .evaluate("hits", "tart");

        assertThat(diff(red, green)).startsWith("""
                2 differences (3 more are explained)
                  GET http://127.0.0.1:40002/hits?q=ta came to its end before GET http://127.0.0.1:40002/hits?q=t, not after it,""");
        assertThat(compare(passes, green).differences()).isEmpty();
    }

    @Test
    void names_an_order_of_answers_even_if_that_of_the_ends_is_the_same() {
        var green = run().asks("1", "GET", "/hits?q=t")
                .asks("2", "GET", "/hits?q=ta")
                .isAnswered("1", 200, "")
                .isAnswered("2", 200, "")
                .ends("1")
                .ends("2")
                .evaluate("hits", "tart");
        var red = run().asks("1", "GET", "/hits?q=t")
                .asks("2", "GET", "/hits?q=ta")
                .isAnswered("2", 200, "")
                .isAnswered("1", 200, "")
                .ends("1")
                .ends("2")
                .evaluate("hits", "tea, tart");

        assertThat(diff(red, green)).startsWith("""
                2 differences (3 more are explained)
                  GET http://127.0.0.1:40002/hits?q=ta was answered before GET http://127.0.0.1:40002/hits?q=t, not after it,""");
    }

    @Test
    void tells_of_targets_and_other_events() {
        var green = run();
        var red = run().event(
                        "Page.javascriptDialogOpening",
                        "{\"url\":\"SITE/cart\",\"message\":\"Really?\",\"type\":\"confirm\"}")
                .event(
                        "Target.attachedToTarget",
                        "{\"sessionId\":\"W\",\"targetInfo\":{\"targetId\":\"W\",\"type\":\"worker\",\"url\":\"SITE/sum.js\"}}")
                .event(new io.github.withcdp.protocol.SessionId("W"), "Inspector.targetCrashed", "{}");

        assertThat(diff(red, green)).isEqualTo("""
                3 differences (2 more are explained)
                  Page.javascriptDialogOpening {"url":"http://127.0.0.1:40002/cart","message":"Really?","type":"confirm"} is new, after Page.navigate http://127.0.0.1:40002/cart
                  worker /sum.js is new, after Page.navigate http://127.0.0.1:40002/cart
                  Inspector.targetCrashed {} is new, after Page.navigate http://127.0.0.1:40002/cart""");
    }

    @Test
    void is_what_a_recording_asks() {
        var green = run().evaluate("a", "1");
        var red = run().evaluate("a", "2");

        assertThat(red.recording().diff(green.recording())).isEqualTo(compare(red, green));
        assertThat(red.recording().diff(green.recording(), red.recording())).isEqualTo(compare(red, green, red));
        assertThat(red.recording().diff(red.recording())).isEqualTo(new RecordingDiff(List.of(), List.of(), List.of()));
    }

    @Test
    void wants_something_to_compare_with() {
        Recording recording = run().recording();

        assertThatThrownBy(() -> RecordingComparison.of(recording, Optional.empty(), List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("There is no recording to compare with. Give at least one");
    }
}
