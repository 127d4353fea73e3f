package io.github.withcdp.assertions;

import io.github.withcdp.protocol.CDPEvent;
import java.util.List;
import java.util.stream.Collectors;

/** The opposite of a condition. */
final class NegatedCondition extends EventCondition {

    private final EventCondition condition;

    NegatedCondition(EventCondition condition) {
        super("not " + condition.words());
        this.condition = condition;
    }

    @Override
    boolean matches(CDPEvent event, Targets targets) {
        return !condition.matches(event, targets);
    }

    @Override
    List<Check> checks(CDPEvent event, Targets targets) {
        var checks = condition.checks(event, targets);
        return List.of(Check.of(
                checks.stream().map(Check::what).distinct().collect(Collectors.joining(", ")),
                words(),
                checks.stream().map(Check::actual).collect(Collectors.joining(", ")),
                matches(event, targets)));
    }
}
