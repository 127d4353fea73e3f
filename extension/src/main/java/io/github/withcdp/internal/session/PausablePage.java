package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.session.Target;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A page as far as a pause has to do with it. */
final class PausablePage {

    /** Somebody who wants to know what may end a pause; called by the reader thread, or whoever ends the session, and must not wait. */
    interface Listener {

        /** {@code resume()} was called in the console of a page. */
        void resumed(PausablePage page);

        /** The session with a page has ended. */
        void ended(PausablePage page, Answer.Gone gone);
    }

    private final SessionCommands commands;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();

    PausablePage(SessionCommands commands) {
        this.commands = commands;
    }

    Target target() {
        return commands.state().target();
    }

    /** Define the function that ends a pause. Does not wait. */
    ResumeFunction defineResume() {
        return ResumeFunction.in(commands);
    }

    /** Have somebody told, of the end at once if there has been one. */
    void add(Listener listener) {
        listeners.add(listener);
        var ended = commands.state().end().get();
        if (ended != null) {
            listener.ended(this, ended);
        }
    }

    void remove(Listener listener) {
        listeners.remove(listener);
    }

    void resumed() {
        listeners.forEach(listener -> listener.resumed(this));
    }

    void ended(Answer.Gone gone) {
        listeners.forEach(listener -> listener.ended(this, gone));
    }
}
