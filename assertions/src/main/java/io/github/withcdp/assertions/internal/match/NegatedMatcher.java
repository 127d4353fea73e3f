package io.github.withcdp.assertions.internal.match;

import io.github.withcdp.assertions.internal.session.TargetLookup;
import io.github.withcdp.protocol.CDPEvent;
import java.util.List;
import java.util.stream.Collectors;

/** The opposite of a matcher. */
public record NegatedMatcher(EventMatcher matcher) implements EventMatcher {

    @Override
    public String words() {
        return "not " + matcher.words();
    }

    @Override
    public void check(KnownNames names, String method) {
        matcher.check(names, method);
    }

    @Override
    public void checkSubject(String method) {
        matcher.checkSubject(method);
    }

    @Override
    public boolean matches(CDPEvent event, TargetLookup targets) {
        return !matcher.matches(event, targets);
    }

    @Override
    public List<CheckResult> checks(CDPEvent event, TargetLookup targets) {
        var checks = matcher.checks(event, targets);
        return List.of(CheckResult.of(
                checks.stream().map(CheckResult::what).distinct().collect(Collectors.joining(", ")),
                words(),
                checks.stream().map(CheckResult::actual).collect(Collectors.joining(", ")),
                matches(event, targets)));
    }
}
