package io.github.withcdp.assertions.internal.match;

import io.github.withcdp.internal.schema.KnowsNames;
import io.github.withcdp.internal.schema.StrictNames;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.EventSource;
import java.util.List;

/**
 * Refuses names that do not exist in the protocol of whoever an assertion is about: one that misspelt things do not come can never fail.
 *
 * @param areCommands whether they are names of commands, and not of events
 */
public record KnownNames(StrictNames names, boolean areCommands) {

    /** Return what refuses names of events that cannot be meant of a session, a recording or events. */
    public static KnownNames ofEvents(Object subject) {
        return new KnownNames(KnowsNames.of(subject), false);
    }

    /** Return what refuses names in the params of an event. */
    public static KnownNames of(CDPEvent event) {
        return ofEvents(EventSource.of(event));
    }

    /** Return what refuses names of commands that cannot be meant of a session or a recording. */
    public static KnownNames ofCommands(Object subject) {
        return new KnownNames(KnowsNames.of(subject), true);
    }

    /**
     * Return a matcher that has no wrong name in it.
     *
     * @throws IllegalArgumentException if it has one
     */
    public <M extends EventMatcher> M checked(M matcher) {
        matcher.check(this, "");
        return matcher;
    }

    /** Return matchers that have no wrong name in them. */
    public <M extends EventMatcher> List<M> checked(List<M> matchers) {
        matchers.forEach(this::checked);
        return matchers;
    }

    void method(String method) {
        if (areCommands) {
            names.commandName(method);
        } else {
            names.event(method);
        }
    }

    /** Refuse a place in params that does not exist. */
    public void path(String method, String pointer) {
        names.path(method, pointer);
    }
}
