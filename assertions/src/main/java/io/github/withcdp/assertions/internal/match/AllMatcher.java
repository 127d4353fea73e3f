package io.github.withcdp.assertions.internal.match;

import io.github.withcdp.assertions.internal.session.TargetLookup;
import io.github.withcdp.protocol.CDPEvent;
import java.util.List;
import java.util.stream.Collectors;

/** All of several matchers, for one and the same event. */
public record AllMatcher(List<EventMatcher> matchers) implements EventMatcher {

    @Override
    public String words() {
        return matchers.stream().map(EventMatcher::words).collect(Collectors.joining(" and ", "(", ")"));
    }

    @Override
    public List<String> lines() {
        return matchers.stream().flatMap(matcher -> matcher.lines().stream()).toList();
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
        return matchers.stream().allMatch(matcher -> matcher.matches(event, targets));
    }

    @Override
    public List<CheckResult> checks(CDPEvent event, TargetLookup targets) {
        return matchers.stream()
                .flatMap(matcher -> matcher.checks(event, targets).stream())
                .toList();
    }
}
