package io.github.withcdp.assertions;

import io.github.withcdp.protocol.CDPEvent;
import java.util.List;
import java.util.stream.Collectors;

/** All of several conditions, for one and the same event. */
final class AllConditions extends EventCondition {

    private final List<EventCondition> conditions;

    AllConditions(List<EventCondition> conditions) {
        super(conditions.stream().map(EventCondition::words).collect(Collectors.joining(" and ", "(", ")")));
        this.conditions = conditions;
    }

    @Override
    List<String> lines() {
        return conditions.stream()
                .flatMap(condition -> condition.lines().stream())
                .toList();
    }

    @Override
    boolean matches(CDPEvent event, TargetLookup targets) {
        return conditions.stream().allMatch(condition -> condition.matches(event, targets));
    }

    @Override
    List<CheckResult> checks(CDPEvent event, TargetLookup targets) {
        return conditions.stream()
                .flatMap(condition -> condition.checks(event, targets).stream())
                .toList();
    }
}
