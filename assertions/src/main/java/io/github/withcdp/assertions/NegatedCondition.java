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
    boolean matches(CDPEvent event, TargetLookup targets) {
        return !condition.matches(event, targets);
    }

    @Override
    List<CheckResult> checks(CDPEvent event, TargetLookup targets) {
        var checks = condition.checks(event, targets);
        return List.of(CheckResult.of(
                checks.stream().map(CheckResult::what).distinct().collect(Collectors.joining(", ")),
                words(),
                checks.stream().map(CheckResult::actual).collect(Collectors.joining(", ")),
                matches(event, targets)));
    }
}
