package io.github.withcdp.session.internal;

import io.github.withcdp.session.CDPSession;

/**
 * Everything that a test needs from the browser, made before it asks: a scope with one page in a browser context of its own.
 *
 * @param context the id of the browser context
 */
public record PreparedPage(Scope scope, String context, CDPSession page) {

    /** Make one. */
    public static PreparedPage in(Conversation conversation) {
        var scope = conversation.newScope();
        try {
            var context = scope.newContext();
            return new PreparedPage(scope, context, scope.newPage(context));
        } catch (RuntimeException failure) {
            scope.close();
            throw failure;
        }
    }
}
