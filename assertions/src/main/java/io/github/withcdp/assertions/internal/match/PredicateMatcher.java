package io.github.withcdp.assertions.internal.match;

import io.github.withcdp.assertions.internal.session.TargetLookup;
import io.github.withcdp.protocol.CDPEvent;
import java.util.List;
import java.util.function.Predicate;

/**
 * Whatever a test wants to ask of an event, in its own words.
 *
 * @param subject the method of the events that it can be asked of; empty if of any
 */
public record PredicateMatcher(String words, String subject, Predicate<CDPEvent> predicate) implements EventMatcher {

    /** Create what can be asked of any event. */
    public PredicateMatcher(String words, Predicate<CDPEvent> predicate) {
        this(words, "", predicate);
    }

    @Override
    public void checkSubject(String method) {
        if (!subject.isEmpty()) {
            EventPattern.checkSubject(words, subject, method);
        }
    }

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
