package io.github.withcdp.internal.script;

import io.github.withcdp.protocol.SessionId;
import java.util.List;

/**
 * A page or frame that did not answer, because its JavaScript did not come to an end.
 *
 * @param session with it
 * @param url of its document
 * @param stack what was being executed all the time, the innermost function first, which may be unknown; empty if nothing could be found out
 */
public record BusyPage(SessionId session, String url, List<RunningFunction> stack) {

    /** Copy the list. */
    public BusyPage {
        stack = List.copyOf(stack);
    }
}
