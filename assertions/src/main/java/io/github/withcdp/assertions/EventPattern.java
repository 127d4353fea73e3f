package io.github.withcdp.assertions;

import io.github.withcdp.protocol.CDPEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An event, or a command, with a method that meets all of some conditions. */
final class EventPattern extends EventCondition {

    private final String method;
    private final List<EventCondition> conditions;

    EventPattern(String method, EventCondition... conditions) {
        super(Stream.concat(Stream.of(checked(method)), Stream.of(conditions).map(EventCondition::words))
                .collect(Collectors.joining(" with ")));
        this.method = method;
        this.conditions = List.of(conditions);
    }

    static List<EventPattern> all(String... methods) {
        return Stream.of(methods).map(method -> new EventPattern(method)).toList();
    }

    private static String checked(String method) {
        int dot = method.indexOf('.');
        if (dot <= 0 || dot == method.length() - 1) {
            throw new IllegalArgumentException(
                    "\"%s\" is not the name of an event or command: it has a domain and a dot, as in Network.responseReceived"
                            .formatted(method));
        }
        return method;
    }

    String method() {
        return method;
    }

    String domain() {
        return method.substring(0, method.indexOf('.'));
    }

    boolean hasConditions() {
        return !conditions.isEmpty();
    }

    @Override
    List<String> lines() {
        var lines = new ArrayList<String>();
        lines.add(method);
        conditions.forEach(condition -> condition.lines().forEach(line -> lines.add("  " + line)));
        return lines;
    }

    @Override
    boolean matches(CDPEvent event, TargetLookup targets) {
        return event.method().equals(method) && meetsConditions(event, targets);
    }

    boolean meetsConditions(CDPEvent event, TargetLookup targets) {
        return conditions.stream().allMatch(condition -> condition.matches(event, targets));
    }

    @Override
    List<CheckResult> checks(CDPEvent event, TargetLookup targets) {
        if (!event.method().equals(method)) {
            return List.of(CheckResult.of("method", method, event.method(), false));
        }
        return conditions.stream()
                .flatMap(condition -> condition.checks(event, targets).stream())
                .toList();
    }
}
