package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.protocol.CDPEvent;
import java.util.List;
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

    private final String words;

    EventCondition(String words) {
        super(new TextDescription("%s", words));
        this.words = words;
    }

    @Override
    public final boolean matches(CDPEvent event) {
        return matches(event, TargetLookup.UNKNOWN);
    }

    /** Return a condition that is met if this one and another are. */
    public EventCondition and(EventCondition other) {
        return new AllConditions(List.of(this, other));
    }

    /** Return a condition that is met if this one or another is. */
    public EventCondition or(EventCondition other) {
        return new AnyCondition(List.of(this, other));
    }

    /** Return a condition that is met if this one is not. */
    public EventCondition negate() {
        return new NegatedCondition(this);
    }

    /** Return what is demanded, on one line. */
    final String words() {
        return words;
    }

    /** Return what is demanded, a line for each thing that is. */
    List<String> lines() {
        return List.of(words);
    }

    abstract boolean matches(CDPEvent event, TargetLookup targets);

    /** Return how an event fares, a check for each thing that is demanded. */
    abstract List<CheckResult> checks(CDPEvent event, TargetLookup targets);
}
