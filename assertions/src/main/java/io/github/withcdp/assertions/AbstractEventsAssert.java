package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.error.ShouldBeComplete;
import io.github.withcdp.assertions.internal.error.ShouldContainEvent;
import io.github.withcdp.assertions.internal.error.ShouldContainEventTimes;
import io.github.withcdp.assertions.internal.error.ShouldContainEventsInOrder;
import io.github.withcdp.assertions.internal.error.ShouldNotContainEvent;
import io.github.withcdp.assertions.internal.evidence.EventEvidence;
import io.github.withcdp.assertions.internal.match.EventCounter;
import io.github.withcdp.assertions.internal.match.EventMatcher;
import io.github.withcdp.assertions.internal.match.EventOrder;
import io.github.withcdp.assertions.internal.match.EventPattern;
import io.github.withcdp.assertions.internal.match.KnownNames;
import io.github.withcdp.assertions.internal.session.TargetLookup;
import io.github.withcdp.protocol.EventType;
import io.github.withcdp.recording.CapturedEvents;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.assertj.core.api.AbstractAssert;
import org.jspecify.annotations.Nullable;

/**
 * What can be said of events that are on record. It is judged at once, on what is there by then.
 *
 * @param <SELF> the assertion
 * @param <ACTUAL> what has the events
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class AbstractEventsAssert<SELF extends AbstractEventsAssert<SELF, ACTUAL>, ACTUAL>
        extends AbstractAssert<SELF, ACTUAL> {

    AbstractEventsAssert(@Nullable ACTUAL actual, Class<?> selfType) {
        super(actual, selfType);
    }

    /** Return the events to judge. */
    abstract CapturedEvents capturedEvents();

    /** Return why events are missing; empty if none are. */
    abstract String incompleteBecause();

    /** Return what may be the reason why an event is missing. */
    abstract List<String> suspicions(EventPattern missing);

    /**
     * Verify that there is an event that meets all conditions. Here and below, what the domains Network, Fetch and Log tell of the browser's
     * own request for {@code /favicon.ico}, which comes at a time of its own, counts only if a condition has the word {@code favicon}.
     *
     * <pre>{@code
     * var events = CapturedEvents.of(CDPEvent.of(session, "Page.frameNavigated", frame("https://shop.example/cart")));
     *
     * assertThat(events).containsEvent("Page.frameNavigated", param("/frame/url", matching("https://shop.example/*"))); // passes
     * assertThat(events).containsEvent("Page.loadEventFired"); // fails
     * }</pre>
     *
     * @param event the method with its domain, {@code Page.frameNavigated}
     * @throws AssertionError if there is none; the message shows those that are closest
     * @throws IllegalArgumentException if the name has no domain
     */
    public SELF containsEvent(String event, EventCondition... conditions) {
        isNotNull();
        var pattern = pattern(event, conditions);
        if (counter(pattern).count() == 0) {
            throwAssertionError(ShouldContainEvent.shouldContainEvent(actual, pattern.lines(), evidence(pattern)));
        }
        return myself;
    }

    /** Verify that there is an event of a type that meets all conditions; see {@link #containsEvent(String, EventCondition...)}. */
    public SELF containsEvent(EventType<?> event, EventCondition... conditions) {
        return containsEvent(event.method(), conditions);
    }

    /**
     * Verify that there is an event of a type whose params meet a condition.
     *
     * <pre>{@code
     * assertThat(CapturedEvents.of(response)).containsEvent(RESPONSE_RECEIVED, e -> e.response().status() == 200); // passes
     * assertThat(CapturedEvents.of(response)).containsEvent(RESPONSE_RECEIVED, e -> e.response().status() == 500); // fails
     * }</pre>
     *
     * @see #containsEvent(String, EventCondition...)
     */
    public <T> SELF containsEvent(EventType<T> event, Predicate<? super T> condition) {
        return containsEvent(event.method(), EventCondition.where(event, condition));
    }

    /**
     * Verify that there are exactly so many events that meet all conditions.
     *
     * <pre>{@code
     * // Page.lifecycleEvent came twice
     * assertThat(events).containsEvents(2, "Page.lifecycleEvent"); // passes
     * assertThat(events).containsEvents(1, "Page.lifecycleEvent"); // fails
     * }</pre>
     *
     * @throws AssertionError if there are more or fewer, or if it cannot be known, because messages are missing
     * @throws IllegalArgumentException if the number is negative, or the name has no domain
     */
    public SELF containsEvents(int times, String event, EventCondition... conditions) {
        isNotNull();
        if (times < 0) {
            throw new IllegalArgumentException("An event cannot be contained %d times".formatted(times));
        }
        var pattern = pattern(event, conditions);
        int count = counter(pattern).count();
        if (count != times) {
            throwAssertionError(ShouldContainEventTimes.shouldContainEventTimes(
                    actual,
                    times,
                    pattern.lines(),
                    count,
                    count > times
                            ? EventEvidence.ofEvents(capturedEvents(), targets())
                                    .all(pattern)
                            : evidence(pattern)));
        }
        verifyComplete("to contain %s %d times and no more".formatted(pattern.words(), times));
        return myself;
    }

    /** Verify that there are exactly so many events of a type; see {@link #containsEvents(int, String, EventCondition...)}. */
    public SELF containsEvents(int times, EventType<?> event, EventCondition... conditions) {
        return containsEvents(times, event.method(), conditions);
    }

    /** Verify that there are exactly so many events of a type whose params meet a condition; see {@link #containsEvents(int, String, EventCondition...)}. */
    public <T> SELF containsEvents(int times, EventType<T> event, Predicate<? super T> condition) {
        return containsEvents(times, event.method(), EventCondition.where(event, condition));
    }

    /**
     * Verify that there is no event that meets all conditions.
     *
     * <pre>{@code
     * assertThat(events).doesNotContainEvent("Runtime.exceptionThrown"); // passes if no script threw anything
     * assertThat(events).doesNotContainEvent("Page.frameNavigated"); // fails if the page went anywhere
     * }</pre>
     *
     * @throws AssertionError if there is one; the message shows the first; or if it cannot be known, because messages are missing
     * @throws IllegalArgumentException if the name has no domain
     */
    public SELF doesNotContainEvent(String event, EventCondition... conditions) {
        isNotNull();
        var pattern = pattern(event, conditions);
        int count = counter(pattern).count();
        if (count > 0) {
            throwAssertionError(ShouldNotContainEvent.shouldNotContainEvent(
                    actual,
                    pattern.lines(),
                    count,
                    EventEvidence.ofEvents(capturedEvents(), targets()).first(pattern)));
        }
        verifyComplete("not to contain " + pattern.words());
        return myself;
    }

    /** Verify that there is no event of a type that meets all conditions; see {@link #doesNotContainEvent(String, EventCondition...)}. */
    public SELF doesNotContainEvent(EventType<?> event, EventCondition... conditions) {
        return doesNotContainEvent(event.method(), conditions);
    }

    /** Verify that there is no event of a type whose params meet a condition; see {@link #doesNotContainEvent(String, EventCondition...)}. */
    public <T> SELF doesNotContainEvent(EventType<T> event, Predicate<? super T> condition) {
        return doesNotContainEvent(event.method(), EventCondition.where(event, condition));
    }

    /** What is missing may be what should not be there. */
    final void verifyComplete(String demand) {
        var because = incompleteBecause();
        if (!because.isEmpty()) {
            throwAssertionError(ShouldBeComplete.shouldBeCompleteToKnow(actual, demand, because));
        }
    }

    /**
     * Verify that there are events with these methods in this order; others may come in between.
     *
     * <pre>{@code
     * assertThat(events).containsEventsInOrder("Network.requestWillBeSent", "Network.responseReceived"); // passes
     * assertThat(events).containsEventsInOrder("Network.responseReceived", "Network.requestWillBeSent"); // fails
     * }</pre>
     *
     * @throws AssertionError if there are not; the message shows where the order broke
     * @throws IllegalArgumentException if a name has no domain
     */
    public SELF containsEventsInOrder(String... events) {
        return verifyOrder(EventPattern.all(events));
    }

    /**
     * Verify that there are events that meet these conditions, in this order; others may come in between.
     *
     * <pre>{@code
     * assertThat(events).containsEventsInOrder(
     *         event("Network.responseReceived", param("/response/status", 302)),
     *         event("Network.responseReceived", param("/response/status", 200))); // passes after a redirect
     * assertThat(events).containsEventsInOrder(event("Network.loadingFailed")); // fails if all went well
     * }</pre>
     *
     * @throws AssertionError if there are not; the message shows where the order broke
     * @see EventConditions#event(String, EventCondition...)
     */
    public SELF containsEventsInOrder(EventCondition... events) {
        return verifyOrder(EventCondition.matchers(events));
    }

    /** Verify that there are events of these types in this order; see {@link #containsEventsInOrder(String...)}. */
    public SELF containsEventsInOrder(EventType<?>... events) {
        return verifyOrder(EventCondition.patterns(events));
    }

    private SELF verifyOrder(List<? extends EventMatcher> expected) {
        isNotNull();
        var order = new EventOrder(KnownNames.ofEvents(actual).checked(expected), capturedEvents(), targets());
        if (!order.isComplete()) {
            var evidence = new ArrayList<>(order.tooEarly());
            evidence.addAll(
                    order.missing() instanceof EventPattern pattern
                            ? evidence(pattern)
                            : EventEvidence.ofEvents(capturedEvents(), targets())
                                    .tally());
            throwAssertionError(ShouldContainEventsInOrder.shouldContainEventsInOrder(actual, order.lines(), evidence));
        }
        return myself;
    }

    private EventPattern pattern(String event, EventCondition... conditions) {
        return KnownNames.ofEvents(actual).checked(EventCondition.pattern(event, conditions));
    }

    private EventCounter counter(EventPattern pattern) {
        return new EventCounter(pattern, capturedEvents(), targets());
    }

    private TargetLookup targets() {
        return TargetLookup.in(capturedEvents());
    }

    private List<String> evidence(EventPattern pattern) {
        var lines = new ArrayList<>(
                EventEvidence.ofEvents(capturedEvents(), targets()).insteadOf(pattern));
        lines.addAll(suspicions(pattern));
        return lines;
    }
}
