package io.github.withcdp.assertions;

import io.github.withcdp.protocol.CDPEvent;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A param that a JSON pointer leads to. */
final class ParamCondition extends EventCondition {

    private final String pointer;
    private final ValueCondition expected;

    ParamCondition(String pointer, ValueCondition expected) {
        super("%s: %s".formatted(name(checked(pointer)), expected.words()));
        this.pointer = pointer;
        this.expected = expected;
    }

    /**
     * Return the pointer.
     *
     * @throws IllegalArgumentException if it does not start with a slash
     */
    static String checked(String pointer) {
        if (!pointer.isEmpty() && pointer.charAt(0) != '/') {
            throw new IllegalArgumentException("A JSON pointer starts with a slash: write \"/%s\" instead of \"%s\""
                    .formatted(pointer.replace('.', '/'), pointer));
        }
        return pointer;
    }

    private static String name(String pointer) {
        return pointer.isEmpty() ? "params" : pointer;
    }

    @Override
    boolean matches(CDPEvent event, Targets targets) {
        return expected.matches(event.param(pointer));
    }

    @Override
    List<Check> checks(CDPEvent event, Targets targets) {
        JsonNode actual = event.param(pointer);
        boolean met = expected.matches(actual);
        return List.of(new Check(
                name(pointer),
                expected.words(),
                Values.shown(actual, expected),
                met,
                met ? 0 : Values.distance(actual, expected.words())));
    }
}
