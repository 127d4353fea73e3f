package io.github.withcdp.assertions;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.JsonPointers;
import java.util.List;

/** A param that a JSON pointer leads to. */
final class ParamCondition extends EventCondition {

    private final String pointer;
    private final ValueCondition expected;

    ParamCondition(String pointer, ValueCondition expected) {
        super("%s: %s".formatted(name(JsonPointers.checked(pointer)), expected.words()));
        this.pointer = pointer;
        this.expected = expected;
    }

    private static String name(String pointer) {
        return pointer.isEmpty() ? "params" : pointer;
    }

    @Override
    boolean matches(CDPEvent event, TargetLookup targets) {
        return expected.matches(event.param(pointer));
    }

    @Override
    List<CheckResult> checks(CDPEvent event, TargetLookup targets) {
        return List.of(expected.check(name(pointer), event.param(pointer)));
    }
}
