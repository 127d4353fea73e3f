package io.github.withcdp.internal.session;

import java.util.Set;

/** What a session can be asked for depends on what kind of target it is with. */
final class TargetKind {

    private static final Set<String> WORKERS =
            Set.of("worker", "shared_worker", "service_worker", "worklet", "shared_storage_worklet", "auction_worklet");

    private TargetKind() {}

    /**
     * Refuse what only a page can do.
     *
     * @throws UnsupportedOperationException if the target of the session certainly is none, or there are no pages at all
     */
    static void needsPage(SessionState session, String what) {
        session.context().remoteEnd().needsPage(what);
        var about = about(session);
        if (!about.isEmpty()) {
            throw new UnsupportedOperationException("%s needs a page, but %s".formatted(what, about));
        }
    }

    /** Return what is to be known about a target that is no page: that it is none, and where there is one; empty for pages and frames. */
    static String about(SessionState session) {
        var target = session.target();
        if (target.type().equals("browser")) {
            return "this is the session with the browser itself; what is about a page goes to the session of a page";
        }
        if (WORKERS.contains(target.type())) {
            return "this is a worker (%s), which runs scripts and has no page; what is about a page goes to the session of its page%s"
                    .formatted(
                            MessageText.named(target), session.node().parent().isPresent() ? ", parent()" : "");
        }
        return "";
    }
}
