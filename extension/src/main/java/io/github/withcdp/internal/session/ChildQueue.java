package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The children that have come since somebody began to wait for one. A child comes again when its URL changes, because conditions may be about that. */
final class ChildQueue {

    private final WaitQueue<ChildSession> queue = new WaitQueue<>();
    private final Set<ChildSession> offered = ConcurrentHashMap.newKeySet();

    void offer(ChildSession child) {
        offered.add(child);
        queue.put(child, 0);
    }

    /** Offer a child again, if it has come since then. */
    void moved(ChildSession child) {
        if (offered.contains(child)) {
            queue.put(child, 0);
        }
    }

    void end(Answer.Gone gone) {
        queue.end(gone);
    }

    WaitQueue<ChildSession> queue() {
        return queue;
    }
}
