package io.github.withcdp.internal.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.recording.Exchange.Failure;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerOrderTests {

    private static final long PATIENCE = AnswerOrder.PATIENCE;

    private final List<RecordedAnswer> givenUp = new ArrayList<>();
    private final RecordedAnswer slow =
            Asked.get("http://a.test/slow").between(0, 100).got(200, "").answer();
    private final RecordedAnswer fast =
            Asked.get("http://a.test/fast").between(10, 50).got(200, "").answer();

    @Test
    void an_answer_waits_for_those_that_came_before_it() {
        var order = new AnswerOrder(List.of(slow, fast), givenUp::add);
        order.hold(slow, () -> "S", 0);
        order.hold(fast, () -> "F", 0);

        assertThat(order.ready(millis(39))).isEmpty();
        assertThat(order.ready(millis(200))).extracting(held -> held.answer).containsExactly(fast);
        assertThat(order.ready(millis(201))).as("until it has arrived").isEmpty();

        order.ended("F");

        assertThat(order.ready(millis(202))).extracting(held -> held.answer).containsExactly(slow);
        assertThat(givenUp).isEmpty();
    }

    @Test
    void an_answer_goes_no_sooner_than_it_came() {
        var order = new AnswerOrder(List.of(fast), givenUp::add);
        order.hold(fast, () -> "F", millis(5));

        assertThat(order.ready(millis(44))).isEmpty();
        assertThat(order.next(millis(5))).hasValue(millis(45));
        assertThat(order.ready(millis(45))).hasSize(1);
    }

    @Test
    void who_waits_for_a_request_that_does_not_come_gives_up_and_tells() {
        var order = new AnswerOrder(List.of(slow, fast), givenUp::add);
        order.hold(slow, () -> "S", 0);

        assertThat(order.ready(millis(100) + PATIENCE - 1)).isEmpty();
        assertThat(order.next(millis(101))).hasValue(millis(100) + PATIENCE);
        assertThat(order.ready(millis(100) + PATIENCE)).hasSize(1);
        assertThat(givenUp).containsExactly(fast);
    }

    @Test
    void an_answer_waits_for_nothing_that_was_asked_for_when_it_had_begun_to_come() {
        var streamed = Asked.get("http://a.test/streamed")
                .between(0, 1000)
                .got(200, "")
                .answer(); // its headers came at 999
        var next =
                Asked.get("http://a.test/next").between(1000, 1000).got(200, "").answer();
        var order = new AnswerOrder(List.of(streamed, next), givenUp::add);
        order.hold(streamed, () -> "S", 0);

        assertThat(order.ready(millis(1000))).extracting(held -> held.answer).containsExactly(streamed);
    }

    @Test
    void an_answer_that_was_given_up_on_the_way_counts_from_its_headers() {
        var left = Asked.get("http://a.test/left")
                .between(0, 100)
                .got(200, "")
                .failed(new Failure("", true, "", ""))
                .answer();

        assertThat(left.due()).isEqualTo(Duration.ofMillis(99));
        assertThat(left.outcome()).isEqualTo(RecordedAnswer.Outcome.RESPONSE);
    }

    @Test
    void an_answer_that_Chrome_does_not_tell_of_counts_as_arrived_after_a_while() {
        var order = new AnswerOrder(List.of(slow, fast), givenUp::add);
        order.hold(fast, () -> "", 0);
        order.hold(slow, () -> "", 0);
        order.ready(millis(100));

        assertThat(order.ready(millis(100) + AnswerOrder.ARRIVAL))
                .extracting(held -> held.answer)
                .containsExactly(slow);
    }

    @Test
    void nobody_waits_for_an_answer_that_never_came_nor_for_a_beacon() {
        var pending =
                Asked.get("http://a.test/pending").between(0, 20).unfinished().answer();
        var beacon = Asked.get("http://a.test/seen")
                .of("Ping")
                .between(0, 20)
                .got(404, "")
                .answer();
        var order = new AnswerOrder(List.of(slow, pending, beacon), givenUp::add);
        order.hold(slow, () -> "S", 0);

        assertThat(order.ready(millis(100))).extracting(held -> held.answer).containsExactly(slow);
    }

    @Test
    void an_answer_that_nobody_wants_any_more_holds_up_nobody() {
        var order = new AnswerOrder(List.of(slow, fast), givenUp::add);
        order.hold(fast, () -> "F", 0);
        order.hold(slow, () -> "S", 0);

        order.ended("F");

        assertThat(order.ready(millis(100))).extracting(held -> held.answer).containsExactly(slow);
    }

    private static long millis(int millis) {
        return Duration.ofMillis(millis).toNanos();
    }
}
