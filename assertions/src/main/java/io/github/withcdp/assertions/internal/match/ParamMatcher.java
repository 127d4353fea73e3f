package io.github.withcdp.assertions.internal.match;

import io.github.withcdp.assertions.internal.session.TargetLookup;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.JsonPointers;
import java.util.List;

/** A param that a JSON pointer leads to. */
public record ParamMatcher(String pointer, ValueMatcher expected) implements EventMatcher {

    public ParamMatcher {
        JsonPointers.checked(pointer);
    }

    @Override
    public String words() {
        return "%s: %s".formatted(name(), expected.words());
    }

    private String name() {
        return pointer.isEmpty() ? "params" : pointer;
    }

    @Override
    public void check(KnownNames names, String method) {
        names.path(method, pointer);
    }

    @Override
    public boolean matches(CDPEvent event, TargetLookup targets) {
        return expected.matches(event.param(pointer));
    }

    @Override
    public List<CheckResult> checks(CDPEvent event, TargetLookup targets) {
        return List.of(expected.check(name(), event.param(pointer)));
    }
}
