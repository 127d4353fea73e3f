package io.github.withcdp.assertions.internal.match;

import io.github.withcdp.assertions.internal.session.TargetLookup;
import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.protocol.CDPEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An event, or a command, with a method that meets all of some conditions. */
public record EventPattern(String method, List<EventMatcher> conditions) implements EventMatcher {

    public EventPattern {
        int dot = method.indexOf('.');
        if (dot <= 0 || dot == method.length() - 1) {
            throw new IllegalArgumentException(
                    "\"%s\" is not the name of an event or command: it has a domain and a dot, as in Network.responseReceived"
                            .formatted(method));
        }
    }

    /** Return the pattern of a method whose params may be any. */
    public static EventPattern of(String method) {
        return new EventPattern(method, List.of());
    }

    public static List<EventPattern> all(String... methods) {
        return Stream.of(methods).map(EventPattern::of).toList();
    }

    public String domain() {
        return method.substring(0, method.indexOf('.'));
    }

    public boolean hasConditions() {
        return !conditions.isEmpty();
    }

    @Override
    public String words() {
        return Stream.concat(Stream.of(method), conditions.stream().map(EventMatcher::words))
                .collect(Collectors.joining(" with "));
    }

    @Override
    public List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(method);
        conditions.forEach(condition -> condition.lines().forEach(line -> lines.add("  " + line)));
        return lines;
    }

    @Override
    public void check(KnownNames names, String outer) {
        names.method(method);
        conditions.forEach(condition -> {
            condition.check(names, method);
            condition.checkSubject(method);
        });
    }

    @Override
    public void checkSubject(String outer) {
        checkSubject(words(), method, outer);
    }

    /** Refuse a condition about one event in an assertion about another one. */
    static void checkSubject(String words, String ofCondition, String ofAssertion) {
        if (!ofCondition.equals(ofAssertion)) {
            throw new IllegalArgumentException(
                    "The condition %s is about %s, but the assertion is about %s. Give it a condition about %s, or make an assertion about %s."
                            .formatted(ShownText.quoted(words), ofCondition, ofAssertion, ofAssertion, ofCondition));
        }
    }

    @Override
    public boolean matches(CDPEvent event, TargetLookup targets) {
        return event.method().equals(method) && meetsConditions(event, targets);
    }

    public boolean meetsConditions(CDPEvent event, TargetLookup targets) {
        return conditions.stream().allMatch(condition -> condition.matches(event, targets));
    }

    @Override
    public List<CheckResult> checks(CDPEvent event, TargetLookup targets) {
        if (!event.method().equals(method)) {
            return List.of(CheckResult.of("method", method, event.method(), false));
        }
        return conditions.stream()
                .flatMap(condition -> condition.checks(event, targets).stream())
                .toList();
    }
}
