package io.github.withcdp.assertions;

import io.github.withcdp.assertions.internal.ShownText;
import io.github.withcdp.protocol.CDPEvent;
import java.util.List;

/** The target that an event came from. */
final class FromTargetCondition extends EventCondition {

    private final TargetCondition expected;

    FromTargetCondition(TargetCondition expected) {
        super("from target: " + expected.words());
        this.expected = expected;
    }

    @Override
    boolean matches(CDPEvent event, TargetLookup targets) {
        return targets.of(event.session()).filter(expected::matches).isPresent();
    }

    @Override
    List<CheckResult> checks(CDPEvent event, TargetLookup targets) {
        var actual = targets.of(event.session())
                .map(target -> "%s %s".formatted(target.type(), ShownText.text(target.url(), ShownText.VALUE)))
                .orElseGet(() -> "unknown, because the Target.attachedToTarget of session %s is not among these events"
                        .formatted(event.session().shortened()));
        return List.of(CheckResult.of("from target", expected.words(), actual, matches(event, targets)));
    }
}
