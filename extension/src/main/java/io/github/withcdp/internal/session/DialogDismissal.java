package io.github.withcdp.internal.session;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.recording.DialogAnswer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Dismisses dialogs that nobody wants to handle, once for each, however many sessions tell of it. */
final class DialogDismissal {

    private final ConversationContext context;
    private final SessionRegistry registry;

    /** Those that are open, by their target: the session in which they are dismissed. */
    private final Map<String, DefaultCDPSession> dismissing = new ConcurrentHashMap<>();

    DialogDismissal(ConversationContext context, SessionRegistry registry) {
        this.context = context;
        this.registry = registry;
    }

    /**
     * Dismiss a dialog that nobody wants to handle; that of {@code beforeunload} is accepted, so that the navigation goes on.
     * In a page of somebody else it is left alone: a WebDriver wants to find it open.
     */
    void opened(DefaultCDPSession session, String type) {
        if (session.state().watch().isForeign()) {
            return;
        }
        var target = session.target().id();
        boolean wanted = registry.ofTarget(target).stream()
                .anyMatch(sibling -> sibling.delivery().wantsDialogs());
        if (!wanted && dismissing.putIfAbsent(target, session) == null) {
            var params = Json.write(Map.of("accept", type.equals("beforeunload"), "promptText", DialogAnswer.TEXT));
            context.threads().execute(() -> session.commands().transmit("Page.handleJavaScriptDialog", params));
        }
    }

    void closed(DefaultCDPSession session) {
        dismissing.remove(session.target().id());
    }

    /** Forget the dialog of a session that has been detached. */
    void detached(DefaultCDPSession session) {
        dismissing.remove(session.target().id(), session);
    }
}
