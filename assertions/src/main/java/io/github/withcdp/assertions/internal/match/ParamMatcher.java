package io.github.withcdp.assertions.internal.match;

import io.github.withcdp.assertions.internal.session.TargetLookup;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.JsonPointers;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** A param that a JSON pointer leads to. */
public record ParamMatcher(String pointer, ValueMatcher expected) implements EventMatcher {

    public ParamMatcher {
        JsonPointers.checked(pointer);
    }

    /** Return what is met by params that have all members of an object, and perhaps others. */
    public static List<EventMatcher> all(JsonNode object) {
        return object.properties().stream()
                .<EventMatcher>map(member -> new ParamMatcher(
                        "/" + member.getKey().replace("~", "~0").replace("/", "~1"),
                        JsonValues.equalTo(member.getValue())))
                .toList();
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
