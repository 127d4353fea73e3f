package io.github.withcdp.internal.session;

import io.github.withcdp.internal.recording.store.SessionUse;
import io.github.withcdp.session.CDPSession;

/**
 * Everything that a test needs from the browser, made before it asks: a scope with one page in a browser context of its own.
 *
 * @param context the id of the browser context
 */
public record PreparedPage(Scope scope, String context, CDPSession page) {

    /** Make a page for a test that has begun. */
    public static PreparedPage in(Conversation conversation) {
        return in(conversation.newScope());
    }

    /** Make a page for a test that has not begun. */
    public static PreparedPage forLater(Conversation conversation) {
        var scope = conversation.newScope();
        scope.use(SessionUse.LATER);
        return in(scope);
    }

    private static PreparedPage in(Scope scope) {
        try {
            var context = scope.newContext();
            return new PreparedPage(scope, context, scope.newPage(context));
        } catch (RuntimeException failure) {
            scope.close();
            throw failure;
        }
    }

    /** Return whether a test can begin with it: the test before may have closed the whole browser, and its process may have ended. */
    public boolean isUsable() {
        return ((DefaultCDPSession) page).state().end().orCrash() == null;
    }

    /** Note that a test begins to use it. */
    public PreparedPage taken() {
        scope.begin();
        return this;
    }
}
