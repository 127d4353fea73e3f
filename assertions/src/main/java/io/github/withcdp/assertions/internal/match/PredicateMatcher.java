package io.github.withcdp.assertions.internal.match;

import io.github.withcdp.assertions.internal.session.TargetLookup;
import io.github.withcdp.protocol.CDPEvent;
import java.util.List;
import java.util.function.Predicate;

/** Whatever a test wants to ask of an event, in its own words. */
public record PredicateMatcher(String words, Predicate<CDPEvent> predicate) implements EventMatcher {

    @Override
    public boolean matches(CDPEvent event, TargetLookup targets) {
        return predicate.test(event);
    }

    @Override
    public List<CheckResult> checks(CDPEvent event, TargetLookup targets) {
        boolean met = matches(event, targets);
        return List.of(CheckResult.of("where", words, met ? words : "not met", met));
    }
}
