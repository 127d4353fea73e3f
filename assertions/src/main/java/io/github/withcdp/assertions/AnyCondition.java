package io.github.withcdp.assertions;

import io.github.withcdp.protocol.CDPEvent;
import java.util.List;
import java.util.stream.Collectors;

/** One of several conditions. */
final class AnyCondition extends EventCondition {

    private final List<EventCondition> conditions;

    AnyCondition(List<EventCondition> conditions) {
        super(conditions.stream().map(EventCondition::words).collect(Collectors.joining(" or ", "(", ")")));
        this.conditions = conditions;
    }

    @Override
    boolean matches(CDPEvent event, TargetLookup targets) {
        return conditions.stream().anyMatch(condition -> condition.matches(event, targets));
    }

    /** Return how the event fares with the condition that it is nearest to, and what the requirements of all of them said. */
    @Override
    List<CheckResult> checks(CDPEvent event, TargetLookup targets) {
        var all = conditions.stream()
                .map(condition -> condition.checks(event, targets))
                .toList();
        var reasons = all.stream()
                .flatMap(List::stream)
                .flatMap(check -> check.reasons().stream())
                .toList();
        return all.stream()
                .reduce((one, other) -> EventCandidate.distance(other) < EventCandidate.distance(one) ? other : one)
                .orElseThrow()
                .stream()
                .map(check -> new CheckResult(
                        check.what(),
                        check.met() ? check.expected() : words(),
                        check.actual(),
                        check.met(),
                        check.distance(),
                        check.met() ? List.of() : reasons))
                .toList();
    }
}
