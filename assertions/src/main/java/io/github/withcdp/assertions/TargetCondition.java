package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.session.Target;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.assertj.core.api.Condition;
import org.assertj.core.description.TextDescription;

/**
 * What a target should be, for {@link EventConditions#fromTarget}. It says in words what it demands.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class TargetCondition extends Condition<Target> {

    private final Predicate<Target> predicate;
    private final String words;

    TargetCondition(String words, Predicate<Target> predicate) {
        super(new TextDescription("%s", words));
        this.words = words;
        this.predicate = predicate;
    }

    @Override
    public boolean matches(Target target) {
        return predicate.test(target);
    }

    /** Return a condition that is met if this one and another are. */
    public TargetCondition and(TargetCondition other) {
        return new TargetCondition(
                "(%s and %s)".formatted(words, other.words), target -> matches(target) && other.matches(target));
    }

    /** Return a condition that is met if this one or another is. */
    public TargetCondition or(TargetCondition other) {
        return new TargetCondition(
                "(%s or %s)".formatted(words, other.words), target -> matches(target) || other.matches(target));
    }

    /** Return a condition that is met if this one is not. */
    public TargetCondition negate() {
        return new TargetCondition("not " + words, target -> !matches(target));
    }

    String words() {
        return words;
    }
}
