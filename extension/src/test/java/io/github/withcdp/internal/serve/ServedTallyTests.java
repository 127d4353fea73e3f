package io.github.withcdp.internal.serve;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ServedTallyTests {

    private final AnswerPool pool = new AnswerPool(
            List.of(
                    Asked.get("http://shop.test/order")
                            .of("Document")
                            .got(200, "<h1>Order</h1>")
                            .answer(),
                    Asked.post("http://shop.test/api/orders", "{\"article\":4711,\"pieces\":2}")
                            .got(201, "{}")
                            .answer(),
                    Asked.get("http://shop.test/api/prices?currency=EUR")
                            .got(200, "{}")
                            .answer(),
                    Asked.get("http://shop.test/seen").of("Ping").got(204, "").answer()),
            false);
    private final ServedTally tally = new ServedTally("reports/traffic.jsonl", "", pool);

    @Test
    void says_what_was_missed_and_the_nearest_that_was_recorded() {
        pool.take(Asked.get("http://shop.test/order").now());
        ask(Asked.post("http://shop.test/api/orders", "{\"article\":4711,\"pieces\":3}")
                .now());
        ask(Asked.get("http://shop.test/api/prices?currency=CHF").now());
        ask(Asked.get("http://shop.test/order").now());
        ask(Asked.get("http://ads.test/banner").now());
        tally.notPaused("shared_worker http://shop.test/w.js", "'Fetch.enable' wasn't found");

        assertThat(tally.failure().orElseThrow()).hasMessage("""
                The test asked 4 times for what the recording does not have (withcdp.serve):
                  POST http://shop.test/api/orders  {"article":4711,"pieces":3}
                      nearest: POST http://shop.test/api/orders  {"article":4711,"pieces":2}
                      body /pieces: recorded 2, now 3
                  GET http://shop.test/api/prices?currency=CHF
                      nearest: GET http://shop.test/api/prices?currency=EUR
                  GET http://shop.test/order
                      was recorded once, and asked for once more; withcdp.serve.repeatLast=true gives the last answer again
                  GET http://ads.test/banner
                      nothing like it was recorded
                  shared_worker http://shop.test/w.js does not pause its requests: 'Fetch.enable' wasn't found
                Served from reports/traffic.jsonl: 4 answers loaded, 1 used, 2 unused, 4 missed
                  unused: POST http://shop.test/api/orders → 201
                  unused: GET http://shop.test/api/prices?currency=EUR → 200""");
    }

    @Test
    void is_no_failure_if_nothing_was_missed() {
        pool.take(Asked.get("http://shop.test/order").now());

        assertThat(tally.failure()).isEmpty();
        assertThat(tally.summary())
                .isEqualTo("served from reports/traffic.jsonl: 4 answers loaded, 1 used, 2 unused, 0 missed");
    }

    @Test
    void a_test_that_fails_is_told_that_the_order_was_another() {
        var failure = new AssertionError("expected");
        tally.outOfTurn(Asked.get("http://shop.test/first").got(200, "").answer());

        tally.noteAt(failure);

        assertThat(tally.failure()).isEmpty();
        assertThat(failure.getSuppressed()).singleElement().asString().startsWith("""
                The recording could not be followed everywhere (withcdp.serve):
                  not in the order of the recording: nobody asked in time for GET http://shop.test/first → 200
                Served from reports/traffic.jsonl""");
    }

    @Test
    void a_test_that_fails_otherwise_is_told_what_it_was_served() {
        var failure = new AssertionError("expected");

        tally.noteAt(failure);

        assertThat(failure.getSuppressed())
                .singleElement()
                .hasToString("served from reports/traffic.jsonl: 4 answers loaded, 0 used, 3 unused, 0 missed");
    }

    private void ask(AskedRequest request) {
        assertThat(pool.take(request)).isEmpty();
        tally.missed(request);
    }
}
