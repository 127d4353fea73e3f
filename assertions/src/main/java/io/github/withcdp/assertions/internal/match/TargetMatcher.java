package io.github.withcdp.assertions.internal.match;

import io.github.withcdp.assertions.internal.session.TargetLookup;
import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.session.Target;
import java.util.List;
import java.util.function.Predicate;

/**
 * The target that an event came from.
 *
 * @param target what is demanded of it, in words
 */
public record TargetMatcher(String target, Predicate<Target> predicate) implements EventMatcher {

    @Override
    public String words() {
        return "from target: " + target;
    }

    @Override
    public boolean matches(CDPEvent event, TargetLookup targets) {
        return targets.of(event.session()).filter(predicate).isPresent();
    }

    @Override
    public List<CheckResult> checks(CDPEvent event, TargetLookup targets) {
        var actual = targets.of(event.session())
                .map(found -> "%s %s".formatted(found.type(), ShownText.text(found.url(), ShownText.VALUE)))
                .orElseGet(() -> "unknown, because the Target.attachedToTarget of session %s is not among these events"
                        .formatted(event.session().shortened()));
        return List.of(CheckResult.of("from target", target, actual, matches(event, targets)));
    }
}
