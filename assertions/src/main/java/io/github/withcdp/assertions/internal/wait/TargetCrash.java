package io.github.withcdp.assertions.internal.wait;

import io.github.withcdp.recording.Recording;
import java.util.Set;

/** Tells whether the target of a session has crashed and nobody has asked to have it back. */
final class TargetCrash {

    static final String EVENT = "Inspector.targetCrashed";

    private static final Set<String> REVIVING =
            Set.of("Page.navigate", "Page.reload", "Inspector.targetReloadedAfterCrash");

    private TargetCrash() {}

    static boolean isIn(Recording recording) {
        if (recording.events().named(EVENT).stream().findAny().isEmpty()) {
            return false;
        }
        var messages = recording.messages();
        for (int i = messages.size() - 1; i >= 0; i--) {
            var message = messages.get(i);
            if (message.isEvent() && message.method().equals(EVENT)) {
                return true;
            }
            if (!message.isAnswer() && REVIVING.contains(message.method())) {
                return false;
            }
        }
        return false;
    }
}
