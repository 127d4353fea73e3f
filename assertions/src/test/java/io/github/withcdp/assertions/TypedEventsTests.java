package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;
import static io.github.withcdp.assertions.CDPAssertions.event;
import static io.github.withcdp.assertions.CDPAssertions.not;
import static io.github.withcdp.assertions.CDPAssertions.param;
import static io.github.withcdp.assertions.CDPAssertions.where;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;
import static io.github.withcdp.assertions.Made.came;
import static io.github.withcdp.assertions.Made.response;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.EventType;
import io.github.withcdp.recording.CapturedEvents;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Assertions about events that bring their types say the same as those about names. */
@Timeout(60)
class TypedEventsTests {

    private static final EventType<Integer> RESPONDED = EventType.of(
            "Network.responseReceived", params -> params.at("/response/status").intValue());
    private static final EventType<JsonNode> LOADED = EventType.of("Page.loadEventFired", params -> params);
    private static final EventType<JsonNode> BROKEN = EventType.of("Network.responseReceived", params -> {
        throw new CDPException("Response has no \"status\"");
    });
    private static final Duration AT_ONCE = Duration.ZERO;

    private final CapturedEvents events = CapturedEvents.of(
            response(302, "http://localhost/a"), response(200, "http://localhost/b"), came("Page.loadEventFired"));

    private static void fails(ThrowingCallable assertion) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion);
    }

    @Test
    void of_what_is_on_record() {
        assertThat(events)
                .containsEvent(LOADED)
                .containsEvent(RESPONDED, param("/response/url", "http://localhost/b"))
                .containsEvent(RESPONDED, status -> status == 302)
                .containsEvents(2, RESPONDED)
                .containsEvents(1, RESPONDED, status -> status == 200)
                .doesNotContainEvent(RESPONDED, param("/response/status", 500))
                .doesNotContainEvent(RESPONDED, status -> status == 500)
                .containsEventsInOrder(RESPONDED, LOADED)
                .containsEventsInOrder(event(RESPONDED, status -> status == 302), event(LOADED));

        fails(() -> assertThat(events).containsEvent(RESPONDED, status -> status == 500));
        fails(() -> assertThat(events).containsEvents(1, RESPONDED));
        fails(() -> assertThat(events).containsEvents(2, RESPONDED, status -> status == 200));
        fails(() -> assertThat(events).doesNotContainEvent(LOADED));
        fails(() -> assertThat(events).doesNotContainEvent(RESPONDED, status -> status == 200));
        fails(() -> assertThat(events).containsEventsInOrder(LOADED, RESPONDED));
    }

    @Test
    void of_a_session() {
        var page = ScriptedSession.page()
                .receive("Network.responseReceived", "{\"response\":{\"status\":404}}")
                .receive("Page.loadEventFired");

        assertThat(page)
                .receives(LOADED)
                .receives(RESPONDED, status -> status == 404)
                .receives(RESPONDED, where("not found", RESPONDED, status -> status == 404))
                .receives(1, LOADED)
                .receives(1, RESPONDED, status -> status == 404)
                .receivesAtLeast(1, LOADED)
                .receivesAtLeast(1, RESPONDED, status -> status == 404)
                .receivesInOrder(RESPONDED, LOADED)
                .doesNotReceive(RESPONDED, param("/response/status", 200))
                .doesNotReceive(RESPONDED, status -> status == 200)
                .doesNotReceive(RESPONDED, AT_ONCE, param("/response/status", 200))
                .doesNotReceive(RESPONDED, AT_ONCE, status -> status == 200);

        fails(() -> assertThat(page).receives(2, LOADED));
        fails(() -> assertThat(page).doesNotReceive(LOADED));
        fails(() -> assertThat(page).doesNotReceive(RESPONDED, status -> status == 404));
        fails(() -> assertThat(page).doesNotReceive(RESPONDED, AT_ONCE, status -> status == 404));
    }

    @Test
    void say_what_they_ask_for() {
        assertFails(
                "contains-typed-event.txt",
                () -> assertThat(CapturedEvents.of(response(302, "http://localhost/a")))
                        .containsEvent(RESPONDED, status -> status == 500));
        assertFails(
                "contains-typed-event-in-words.txt",
                () -> assertThat(CapturedEvents.of(response(302, "http://localhost/a")))
                        .containsEvent(RESPONDED, where("the server is broken", RESPONDED, status -> status == 500)));
    }

    @Test
    void a_condition_of_a_type_is_met_by_no_other_event() {
        assertThat(came("Page.loadEventFired")).isNot(where("answered", RESPONDED, status -> true));
        assertThat(response(200, "http://localhost/b")).is(not(where("failed", RESPONDED, status -> status >= 400)));
    }

    private static void refusesForAnotherEvent(String condition, ThrowingCallable assertion) {
        assertThatThrownBy(assertion)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "The condition \"" + condition
                                + "\" is about Page.loadEventFired, but the assertion is about Network.responseReceived."
                                + " Give it a condition about Network.responseReceived, or make an assertion about Page.loadEventFired.");
    }

    /** It could never be met: that no such event comes would always pass, and that one comes would take all of its time. */
    @Test
    void a_condition_about_another_event_is_refused_at_once() {
        var page = ScriptedSession.page().receive("Network.responseReceived", "{\"response\":{\"status\":404}}");
        var odd = where("odd", LOADED, params -> true);

        refusesForAnotherEvent("odd", () -> assertThat(page).receives(RESPONDED, odd));
        refusesForAnotherEvent("odd", () -> assertThat(page).receives("Network.responseReceived", odd));
        refusesForAnotherEvent("odd", () -> assertThat(page).receives(1, RESPONDED, odd));
        refusesForAnotherEvent("odd", () -> assertThat(page).receivesAtLeast(1, RESPONDED, odd));
        refusesForAnotherEvent("odd", () -> assertThat(page).receivesInOrder(event(LOADED), event(RESPONDED, odd)));
        refusesForAnotherEvent("odd", () -> assertThat(page).doesNotReceive(RESPONDED, odd));
        refusesForAnotherEvent("odd", () -> assertThat(page).doesNotReceive("Network.responseReceived", odd));
        refusesForAnotherEvent("odd", () -> assertThat(page).doesNotReceive(RESPONDED, AT_ONCE, odd));
        refusesForAnotherEvent("odd", () -> assertThat(events).containsEvent(RESPONDED, odd));
        refusesForAnotherEvent("odd", () -> assertThat(events).containsEvents(0, "Network.responseReceived", odd));
        refusesForAnotherEvent("odd", () -> assertThat(events).containsEventsInOrder(event(RESPONDED, odd)));
        refusesForAnotherEvent("odd", () -> assertThat(events).doesNotContainEvent(RESPONDED, odd));
        refusesForAnotherEvent("odd", () -> assertThat(events).doesNotContainEvent("Network.responseReceived", odd));
        refusesForAnotherEvent(
                "Page.loadEventFired", () -> assertThat(events).doesNotContainEvent(RESPONDED, event(LOADED)));
    }

    @Test
    void a_condition_about_another_event_is_refused_within_others() {
        var odd = where("odd", LOADED, params -> true);
        var ok = param("/response/status", 404);

        for (var condition : List.of(not(odd), not(not(odd)), ok.and(odd), odd.and(ok), ok.or(odd), not(odd.or(ok)))) {
            refusesForAnotherEvent("odd", () -> assertThat(events).doesNotContainEvent(RESPONDED, condition));
            refusesForAnotherEvent("odd", () -> assertThat(events).doesNotContainEvent(RESPONDED, ok, condition));
        }
    }

    @Test
    void conditions_about_the_same_event_or_about_none_are_not_refused() {
        assertThat(events)
                .doesNotContainEvent(RESPONDED, where("broken", RESPONDED, status -> status == 500))
                .containsEvent("Network.responseReceived", not(where("broken", RESPONDED, status -> status == 500)))
                .containsEvent(RESPONDED, event(RESPONDED, status -> status == 302))
                .containsEvent(RESPONDED, where("any", came -> true))
                .containsEventsInOrder(
                        where("moved", RESPONDED, status -> status == 302),
                        event(LOADED).or(event(RESPONDED)));
    }

    @Test
    void what_cannot_be_read_is_not_taken_for_absent() {
        assertThatThrownBy(() -> assertThat(events).doesNotContainEvent(BROKEN, params -> true))
                .isInstanceOf(CDPException.class)
                .hasMessage("Response has no \"status\"");
    }
}
