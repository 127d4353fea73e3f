package io.github.withcdp.assertions.internal.match;

import io.github.withcdp.assertions.internal.session.TargetLookup;
import io.github.withcdp.protocol.CDPEvent;
import java.util.List;

/** What an event, or a command, is compared with. It says in words what it demands, and of an event how far it is from that. */
public interface EventMatcher {

    /** Return what is demanded, on one line. */
    String words();

    /** Return what is demanded, a line for each thing that is. */
    default List<String> lines() {
        return List.of(words());
    }

    /**
     * Refuse names in it that do not exist.
     *
     * @param method of which event or command it is said; empty if of any
     */
    default void check(KnownNames names, String method) {}

    /**
     * Refuse what can be said of one event alone, where it is said of another one: it would never be met, and its opposite always.
     *
     * @param method of which event or command it is said
     * @throws IllegalArgumentException if it is about another one
     */
    default void checkSubject(String method) {}

    boolean matches(CDPEvent event, TargetLookup targets);

    /** Return how an event fares, a result for each thing that is demanded. */
    List<CheckResult> checks(CDPEvent event, TargetLookup targets);
}
