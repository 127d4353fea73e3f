package io.github.withcdp.internal.difference;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecordingOutlineTests {

    /** A run that says the same as others, in the same order as far as that counts. */
    private static ShopRun run(int number) {
        var run = new ShopRun(number).navigate("/cart?token=secret").evaluate("login('ann', 'secret')", "secret");
        return number % 2 == 0
                ? run.request("1", "GET", "/items?t=1&page=2", 200)
                        .request("2", "GET", "/a", 404)
                        .logs("error", "secret")
                : run.request("2", "GET", "/a", 404)
                        .logs("error", "other")
                        .request("1", "GET", "/items?page=2&t=7", 200);
    }

    @Test
    void is_equal_for_runs_that_are_alike_and_has_no_value_in_it() {
        try (var one = run(1);
                var other = run(2)) {
            var outline = one.recording().outline();

            assertThat(outline).isEqualTo("""
                    Commands
                      Page.navigate http://127.0.0.1:‹port›/cart
                      Runtime.evaluate
                    Requests
                      GET http://127.0.0.1:‹port›/a → 404 application/json
                      GET http://127.0.0.1:‹port›/items?page&t → 200 application/json
                    Console
                      ERROR error
                    Targets
                      page /cart
                    """);
            assertThat(other.recording().outline()).isEqualTo(outline);
        }
    }

    @Test
    void counts_what_came_several_times_and_says_what_failed() {
        try (var run = new ShopRun(3)
                .request("1", "GET", "/a", 200)
                .request("2", "GET", "/a", 200)
                .asks("3", "GET", "/b")
                .event("Network.loadingFailed", "{\"requestId\":\"3.RUN\",\"errorText\":\"net::ERR_FAILED\"}")) {
            assertThat(run.recording().outline())
                    .contains(
                            "  GET http://127.0.0.1:‹port›/a → 200 application/json (2 times)\n",
                            "  GET http://127.0.0.1:‹port›/b failed net::ERR_FAILED\n");
        }
    }
}
