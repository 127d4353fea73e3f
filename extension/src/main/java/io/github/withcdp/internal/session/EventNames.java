package io.github.withcdp.internal.session;

import io.github.withcdp.internal.schema.StrictNames;

/** The names of events that somebody wants of a session: which are none, and which cannot come there. */
final class EventNames {

    private final SessionState state;

    EventNames(SessionState state) {
        this.state = state;
    }

    /** Return the name, unless it is none, or no event of a target like this one. */
    String check(String event) {
        var name = Params.method(event);
        names().event(name);
        names().eventOf(state.target().type(), name);
        return name;
    }

    /** Complain about an event that nobody has asked the target to tell of. */
    void checkCanCome(String event) {
        int dot = event.indexOf('.');
        var domain = event.substring(0, Math.max(0, dot));
        names().eventOf(state.target().type(), event);
        if (!state.enabled(domain) && !hasSaid(domain)) {
            names().eventOfSilent(event);
        }
    }

    private boolean hasSaid(String domain) {
        return state.context().recorder().stream(0, session -> session.equals(state.id()))
                .anyMatch(message -> message.method().startsWith(domain + '.'));
    }

    private StrictNames names() {
        return state.context().names();
    }
}
