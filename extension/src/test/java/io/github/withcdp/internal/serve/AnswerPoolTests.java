package io.github.withcdp.internal.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.recording.Exchange.Body;
import io.github.withcdp.recording.Exchange.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnswerPoolTests {

    private static final String CART = "http://shop.test/cart";
    private static final String RECORDED = "http://127.0.0.1:41001";
    private static final String NOW = "http://127.0.0.1:52002";

    @Test
    void the_nth_request_gets_the_nth_answer() {
        var pool = pool(Asked.get(CART).got(200, "empty"), Asked.get(CART).got(200, "full"));

        assertThat(bodies(pool, Asked.get(CART).now(), 3)).containsExactly("empty", "full", "missed");
        assertThat(pool.left()).isEmpty();
    }

    @Test
    void the_last_answer_is_given_again_if_that_is_wanted() {
        var pool = new AnswerPool(
                List.of(
                        Asked.get(CART).got(200, "empty").answer(),
                        Asked.get(CART).got(200, "full").answer()),
                true);

        assertThat(bodies(pool, Asked.get(CART).now(), 4)).containsExactly("empty", "full", "full", "full");
        assertThat(pool.take(Asked.get("http://shop.test/other").now())).isEmpty();
    }

    @Test
    void ids_and_times_do_not_matter_in_URLs_and_bodies() {
        var pool = pool(
                Asked.get("http://shop.test/a?_=1764455000123").got(200, "cache"),
                Asked.post(CART, "{\"id\":\"123e4567-e89b-12d3-a456-426614174000\",\"pieces\":2}")
                        .got(200, "body"));

        assertThat(bodies(pool, Asked.get("http://shop.test/a?_=1764459999999").now(), 1))
                .containsExactly("cache");
        assertThat(bodies(
                        pool,
                        Asked.post(CART, "{\"pieces\":2,\"id\":\"00000000-e89b-12d3-a456-426614174999\"}")
                                .now(),
                        1))
                .containsExactly("body");
    }

    @Test
    void what_is_sent_matters() {
        var pool = pool(
                Asked.post(CART, "{\"pieces\":2}").got(200, "two"),
                Asked.post(CART, "{\"pieces\":3}").got(200, "three"));

        assertThat(bodies(pool, Asked.post(CART, "{\"pieces\":3}").now(), 1)).containsExactly("three");
        assertThat(bodies(pool, Asked.post(CART, "{\"pieces\":4}").now(), 1)).containsExactly("missed");
        assertThat(bodies(pool, Asked.get(CART).now(), 1)).containsExactly("missed");
    }

    @Test
    void a_stand_in_is_what_was_sent_where_a_secret_was_taken_out() {
        var mark = "‹redacted:token:len=20:hash=ab12›";
        var pool = pool(
                Asked.get("http://shop.test/me?token=" + mark).got(200, "in the URL"),
                Asked.post(CART, "{\"token\":\"" + mark + "\"}").got(200, "in the body"));
        var standIn = StandIns.in(mark);

        assertThat(bodies(
                        pool, Asked.get("http://shop.test/me?token=" + standIn).now(), 1))
                .containsExactly("in the URL");
        assertThat(bodies(
                        pool,
                        Asked.post(CART, "{\"token\":\"" + standIn + "\"}").now(),
                        1))
                .containsExactly("in the body");
    }

    @Test
    void the_type_tells_a_script_from_what_a_script_asks_for() {
        var pool = pool(
                Asked.get(CART).of("Script").got(200, "as script"),
                Asked.get(CART).got(200, "as data"));

        assertThat(bodies(pool, Asked.get(CART).now(), 2)).containsExactly("as data", "as script");
    }

    @Test
    void ports_of_this_machine_are_learned_and_put_into_what_is_served() {
        var pool = pool(
                Asked.get(RECORDED + "/page").got(200, "<script src=http://localhost:41001/a.js>"),
                Asked.get("http://localhost:41001/a.js").got(200, ""));
        pool.take(Asked.get(RECORDED + "/page").now(NOW + "/page"));

        assertThat(pool.ports().in("http://localhost:41001/a.js, http://127.0.0.1:41001, localhost:410011, db:41001"))
                .isEqualTo("http://localhost:52002/a.js, http://127.0.0.1:52002, localhost:410011, db:41001");
        assertThat(pool.ports().in("http%3A%2F%2Flocalhost%3A41001%2F")).isEqualTo("http%3A%2F%2Flocalhost%3A52002%2F");
    }

    @Test
    void of_two_servers_each_keeps_its_own_answers() {
        var pool = pool(
                Asked.get("http://127.0.0.1:1001/one").got(200, "one"),
                Asked.get("http://127.0.0.1:1002/two").got(200, "two"),
                Asked.get("http://127.0.0.1:1001/api").got(200, "api of one"),
                Asked.get("http://127.0.0.1:1002/api").got(200, "api of two"));
        pool.take(Asked.get("").now("http://127.0.0.1:7001/one"));
        pool.take(Asked.get("").now("http://127.0.0.1:7002/two"));

        assertThat(bodies(pool, Asked.get("").now("http://127.0.0.1:7002/api"), 1))
                .containsExactly("api of two");
        assertThat(bodies(pool, Asked.get("").now("http://127.0.0.1:7001/api"), 1))
                .containsExactly("api of one");
    }

    @Test
    void what_a_service_worker_made_is_not_asked_of_a_server() {
        var answers = List.of(
                Asked.get(CART)
                        .got(200, Optional.of(Body.of("")), Source.SERVICE_WORKER)
                        .exchange(),
                Asked.get("data:text/plain,x").got(200, "").exchange(),
                Asked.get(CART).of("WebSocket").exchange());

        assertThat(answers.stream().filter(RecordedAnswers::isServed)).isEmpty();
    }

    private static AnswerPool pool(Asked... answers) {
        return new AnswerPool(List.of(answers).stream().map(Asked::answer).toList(), false);
    }

    private static List<String> bodies(AnswerPool pool, AskedRequest request, int times) {
        var bodies = new ArrayList<String>();
        for (int i = 0; i < times; i++) {
            bodies.add(pool.take(request)
                    .flatMap(answer -> answer.exchange().response())
                    .flatMap(response -> response.body())
                    .map(Body::text)
                    .orElse("missed"));
        }
        return bodies;
    }
}
