package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.match.AllMatcher;
import io.github.withcdp.assertions.internal.match.AnyMatcher;
import io.github.withcdp.assertions.internal.match.EventMatcher;
import io.github.withcdp.assertions.internal.match.EventPattern;
import io.github.withcdp.assertions.internal.match.JsonValues;
import io.github.withcdp.assertions.internal.match.KnownNames;
import io.github.withcdp.assertions.internal.match.NegatedMatcher;
import io.github.withcdp.assertions.internal.match.ParamMatcher;
import io.github.withcdp.assertions.internal.match.PredicateMatcher;
import io.github.withcdp.assertions.internal.session.TargetLookup;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.Command;
import io.github.withcdp.protocol.EventType;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apiguardian.api.API;
import org.assertj.core.api.Condition;
import org.assertj.core.description.TextDescription;

/**
 * What an event, or a command, should be like. It says in words what it demands, and of an event how far it is from that.
 * {@link EventConditions} has them all; {@code and}, {@code or} and {@code negate} combine them.
 *
 * <p>As an AssertJ condition it can also stand where AssertJ takes one: {@code assertThat(event).has(param("/response/status", 404))}.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class EventCondition extends Condition<CDPEvent> {

    private final EventMatcher matcher;

    private EventCondition(EventMatcher matcher) {
        super(new TextDescription("%s", matcher.words()));
        this.matcher = matcher;
    }

    /** Return the condition that a matcher is for users. */
    static EventCondition of(EventMatcher matcher) {
        return new EventCondition(matcher) {};
    }

    /** Return what is compared with events that have a method and meet conditions. */
    static EventPattern pattern(String method, EventCondition... conditions) {
        return new EventPattern(method, matchers(conditions));
    }

    /** Return what is compared with commands that have the params of one, among others perhaps. */
    static EventPattern pattern(Command<?> command) {
        return new EventPattern(command.method(), ParamMatcher.all(JsonValues.ofBean(command.params())));
    }

    /** Return what is compared with commands, see {@link #pattern(Command)}. */
    static List<EventPattern> patterns(Command<?>... commands) {
        return Stream.of(commands).map(EventCondition::pattern).toList();
    }

    /** Return what is compared with events of types, whatever else they are like. */
    static List<EventPattern> patterns(EventType<?>... events) {
        return Stream.of(events).map(EventType::method).map(EventPattern::of).toList();
    }

    /** Return the condition that a predicate is which nobody has put in words. */
    static <T> EventCondition where(EventType<T> event, Predicate<? super T> predicate) {
        return where("what a predicate asks for, which where(description, …) puts in words", event, predicate);
    }

    /** Return the condition that events of a type have params that meet a predicate. */
    static <T> EventCondition where(String description, EventType<T> event, Predicate<? super T> predicate) {
        Objects.requireNonNull(predicate, "predicate");
        return of(new PredicateMatcher(
                description,
                event.method(),
                came -> came.method().equals(event.method()) && predicate.test(event.paramsOf(came))));
    }

    static List<EventMatcher> matchers(EventCondition... conditions) {
        return Stream.of(conditions).map(condition -> condition.matcher).toList();
    }

    /**
     * Refuse names in it that the protocol does not know in an event like this one.
     *
     * @throws IllegalArgumentException if it has one
     */
    void check(CDPEvent event) {
        matcher.check(KnownNames.of(event), event.method());
    }

    @Override
    public final boolean matches(CDPEvent event) {
        return matcher.matches(event, TargetLookup.UNKNOWN);
    }

    /** Return a condition that is met if this one and another are. */
    public EventCondition and(EventCondition other) {
        return of(new AllMatcher(matchers(this, other)));
    }

    /** Return a condition that is met if this one or another is. */
    public EventCondition or(EventCondition other) {
        return of(new AnyMatcher(matchers(this, other)));
    }

    /** Return a condition that is met if this one is not. */
    public EventCondition negate() {
        return of(new NegatedMatcher(matcher));
    }
}
