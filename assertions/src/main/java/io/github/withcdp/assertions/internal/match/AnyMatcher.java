package io.github.withcdp.assertions.internal.match;

import io.github.withcdp.assertions.internal.session.TargetLookup;
import io.github.withcdp.protocol.CDPEvent;
import java.util.List;
import java.util.stream.Collectors;

/** One of several matchers. */
public record AnyMatcher(List<EventMatcher> matchers) implements EventMatcher {

    @Override
    public String words() {
        return matchers.stream().map(EventMatcher::words).collect(Collectors.joining(" or ", "(", ")"));
    }

    @Override
    public void check(KnownNames names, String method) {
        matchers.forEach(matcher -> matcher.check(names, method));
    }

    @Override
    public void checkSubject(String method) {
        matchers.forEach(matcher -> matcher.checkSubject(method));
    }

    @Override
    public boolean matches(CDPEvent event, TargetLookup targets) {
        return matchers.stream().anyMatch(matcher -> matcher.matches(event, targets));
    }

    /** Return how the event fares with the matcher that it is nearest to, and what the requirements of all of them said. */
    @Override
    public List<CheckResult> checks(CDPEvent event, TargetLookup targets) {
        var all =
                matchers.stream().map(matcher -> matcher.checks(event, targets)).toList();
        var reasons = all.stream()
                .flatMap(List::stream)
                .flatMap(check -> check.reasons().stream())
                .toList();
        return all.stream()
                .reduce((one, other) -> CheckResult.distance(other) < CheckResult.distance(one) ? other : one)
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
