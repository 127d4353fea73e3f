package io.github.withcdp.internal.network;

import io.github.withcdp.internal.script.CallStack;
import io.github.withcdp.internal.script.StringPool;
import io.github.withcdp.recording.Exchange.Initiator;
import tools.jackson.databind.JsonNode;

/** Reads what made the browser ask. */
final class Initiators {

    private Initiators() {}

    static Initiator of(JsonNode initiator, StringPool strings) {
        var type = strings.copy(initiator.path("type").asString(""));
        var stack = CallStack.of(initiator.path("stack"));
        var calls = strings.copy(stack.text());
        var url = strings.copy(initiator.path("url").asString(""));
        if (type.isEmpty()) {
            return Initiator.UNKNOWN;
        }
        return url.isEmpty()
                ? new Initiator(type, strings.copy(stack.url()), stack.line(), calls)
                : new Initiator(type, url, CallStack.fromOne(initiator.path("lineNumber")), calls);
    }
}
