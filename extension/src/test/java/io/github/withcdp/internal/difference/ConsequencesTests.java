package io.github.withcdp.internal.difference;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Difference;
import io.github.withcdp.recording.RecordingDiff;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What comes of a difference is told with it, if it is known from the wire, and only then. */
class ConsequencesTests {

    private static final String COOKIE = ",\"Cookie\":\"visit=4da5e0a5-4630-4554-8808-a13a0fa2ec3e\"";
    private static final String SET_COOKIE = ",\"set-cookie\":\"visit=4da5e0a5-4630-4554-8808-a13a0fa2ec3e\"";

    private final List<ShopRun> runs = new ArrayList<>();

    @AfterEach
    void close() {
        runs.forEach(ShopRun::close);
    }

    private ShopRun run() {
        var run = new ShopRun(runs.size() + 1);
        runs.add(run);
        return run.navigate("/cart");
    }

    private static RecordingDiff compare(ShopRun red, ShopRun green) {
        return red.recording().diff(green.recording());
    }

    private static List<String> followed(Difference difference) {
        return difference.followed().stream().map(Difference::toString).toList();
    }

    private ShopRun green() {
        return run().request("s", "GET", "/shop.js", 200)
                .request("1", "GET", "/items", 200)
                .event("Target.attachedToTarget", """
                        {"sessionId":"W","targetInfo":{"targetId":"W","type":"worker","url":"SITE/items"}}""")
                .event(new SessionId("W"), "Inspector.workerScriptLoaded", "{}")
                .request("2", "GET", "/user", 200)
                .evaluate("text", "17 items");
    }

    @Test
    void of_a_script_that_did_not_arrive_are_what_it_would_have_done() {
        var red = run().request("s", "GET", "/shop.js", 404)
                .browserLogs("/shop.js", "Failed to load resource")
                .evaluate("text", "");

        var diff = compare(red, green());

        assertThat(diff).hasToString("""
                2 differences (2 more are explained)
                  GET http://127.0.0.1:40001/shop.js: /response/status is 404, was 200, asked for at http://127.0.0.1:40001/shop.js:12, after Page.navigate http://127.0.0.1:40001/cart; from which follows: log of network: Failed to load resource (http://127.0.0.1:40001/shop.js) is new, GET http://127.0.0.1:40002/items and 1 more is missing, worker /items is missing
                  Runtime.evaluate text: /result/result/value is "", was "17 items\"""");
        assertThat(diff.differences().get(1).followed()).isEmpty();
    }

    @Test
    void of_a_script_that_threw_are_what_it_had_not_done_yet() {
        var red = run().request("s", "GET", "/shop.js", 200)
                .throwsIn("/shop.js", "TypeError: no")
                .request("3", "GET", "/help/about", 200)
                .evaluate("text", "");

        var differences = compare(red, green()).differences();

        assertThat(differences)
                .extracting(difference -> difference.subject())
                .containsExactly(
                        "uncaught TypeError: no", "GET http://127.0.0.1:40001/help/about", "Runtime.evaluate text");
        assertThat(followed(differences.get(0)))
                .containsExactly(
                        "GET http://127.0.0.1:40002/items and 1 more is missing, asked for at http://127.0.0.1:40002/shop.js",
                        "worker /items is missing");
    }

    @Test
    void of_a_script_that_says_something_else_are_not_guessed() {
        var green = run().request("s", "GET", "/shop.js", 200)
                .body("s", "load('/items')")
                .request("1", "GET", "/items", 200)
                .evaluate("text", "17 items");
        var red = run().request("s", "GET", "/shop.js", 200).body("s", "load()").evaluate("text", "");

        assertThat(compare(red, green).differences())
                .hasSize(3)
                .allSatisfy(difference -> assertThat(difference.followed()).isEmpty());
    }

    @Test
    void of_a_cookie_that_was_not_set_are_the_requests_without_it() {
        var green = run().asks("1", "GET", "/start")
                .gets("1", 200, SET_COOKIE)
                .asks("2", "GET", "/items", COOKIE)
                .gets("2", 200)
                .asks("3", "GET", "/user", COOKIE)
                .gets("3", 200);
        var red = run().asks("1", "GET", "/start")
                .gets("1", 200)
                .request("2", "GET", "/items", 200)
                .request("3", "GET", "/user", 200);

        var differences = compare(red, green).differences();

        assertThat(differences).singleElement().satisfies(difference -> {
            assertThat(difference.subject()).isEqualTo("GET http://127.0.0.1:40002/start");
            assertThat(difference.followed())
                    .extracting(Difference::subject)
                    .containsExactly("GET http://127.0.0.1:40002/items and 1 more");
        });
    }

    @Test
    void are_not_needed_to_tell_as_one_what_is_the_same_of_several_requests() {
        var green = run().asks("2", "GET", "/items", COOKIE)
                .gets("2", 200)
                .asks("3", "GET", "/user", COOKIE)
                .gets("3", 200)
                .request("4", "GET", "/rate", 200)
                .request("5", "GET", "/news", 200);
        var red = run().request("2", "GET", "/items", 200)
                .request("3", "GET", "/user", 200)
                .request("4", "GET", "/rate", 503)
                .request("5", "GET", "/news", 503);

        assertThat(compare(red, green).differences())
                .extracting(Difference::subject)
                .containsExactly(
                        "GET http://127.0.0.1:40002/items and 1 more", "GET http://127.0.0.1:40002/rate and 1 more");
    }

    @Test
    void of_a_policy_are_what_it_forbids() {
        var green = run().request("s", "GET", "/shop.js", 200).request("1", "GET", "/items", 200);
        var red = run().asks("s", "GET", "/shop.js")
                .gets("s", 200, ",\"content-security-policy\":\"connect-src 'none'\"")
                .asks("1", "GET", "/items")
                .event("Network.loadingFailed", """
                        {"requestId":"1.RUN","timestamp":12.0,"type":"Fetch","errorText":"","canceled":false,"blockedReason":"csp"}""");

        assertThat(compare(red, green).differences())
                .singleElement()
                .satisfies(difference -> assertThat(followed(difference))
                        .singleElement()
                        .asString()
                        .startsWith("GET http://127.0.0.1:40002/items: ")
                        .contains("/failure is {"));
    }
}
