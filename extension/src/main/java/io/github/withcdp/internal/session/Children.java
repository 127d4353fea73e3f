package io.github.withcdp.internal.session;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The sessions of what one target has started or holds, and those who wait for another. */
final class Children {

    private final List<DefaultCDPSession> sessions = new CopyOnWriteArrayList<>();
    private final List<ChildWait> waits = new CopyOnWriteArrayList<>();

    /** Return those there are now, in the order in which they came; one whose end has begun is none, whatever is still to be done about it. */
    List<DefaultCDPSession> list() {
        return sessions.stream().filter(DefaultCDPSession::isAttached).toList();
    }

    void came(DefaultCDPSession child) {
        sessions.add(child);
        if (!child.isAttached()) { // it ended meanwhile, and was not here yet to be removed
            sessions.remove(child);
        }
        waits.forEach(wait -> wait.offer(child));
    }

    void moved(DefaultCDPSession child) {
        waits.forEach(wait -> wait.moved(child));
    }

    void went(DefaultCDPSession child) {
        sessions.remove(child);
    }

    void add(ChildWait wait) {
        waits.add(wait);
    }

    void remove(ChildWait wait) {
        waits.remove(wait);
    }

    /** Return the waits there are now. */
    List<ChildWait> waits() {
        return List.copyOf(waits);
    }
}
