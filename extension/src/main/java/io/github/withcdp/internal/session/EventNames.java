package io.github.withcdp.internal.session;

import io.github.withcdp.internal.schema.StrictNames;
import java.util.function.Supplier;

/** The names of events that somebody wants of a session: which are none, and which cannot come there. */
final class EventNames {

    private final SessionState state;
    private final Supplier<StrictNames> names;

    EventNames(SessionState state, Supplier<StrictNames> names) {
        this.state = state;
        this.names = names;
    }

    /** Return the name, unless it is none, or no event of a target like this one. */
    String check(String event) {
        var name = Params.method(event);
        names.get().event(name);
        names.get().eventOf(state.target().type(), name);
        return name;
    }

    /** Complain about an event that nobody has asked the target to tell of. */
    void checkCanCome(String event) {
        int dot = event.indexOf('.');
        var domain = event.substring(0, Math.max(0, dot));
        names.get().eventOf(state.target().type(), event);
        if (!state.enabled(domain) && !hasSaid(domain)) {
            names.get().eventOfSilent(event);
        }
    }

    private boolean hasSaid(String domain) {
        return state.context().recorder().stream(0, session -> session.equals(state.id()))
                .anyMatch(message -> message.method().startsWith(domain + '.'));
    }
}
