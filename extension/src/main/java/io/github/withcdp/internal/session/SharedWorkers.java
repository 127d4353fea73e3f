package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.IncomingEvent;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Shared workers of which Chrome has not told yet which page has started them. It attaches them below the browser, and tells by nothing but the
 * request for their script, which has the id of the worker; of pages that join in later it tells nothing.
 */
final class SharedWorkers {

    private final Map<String, DefaultCDPSession> byTarget = new ConcurrentHashMap<>();

    void add(DefaultCDPSession worker) {
        byTarget.put(worker.target().id(), worker);
    }

    void remove(DefaultCDPSession worker) {
        byTarget.remove(worker.target().id(), worker);
    }

    /** Note that a session asks for something, which may be the script of one of them. */
    void requested(DefaultCDPSession asker, IncomingEvent request) {
        if (byTarget.isEmpty()) {
            return;
        }
        var id = request.params().path("requestId").asString("");
        var worker = byTarget.get(id);
        if (worker != null && worker.scope() == asker.scope()) {
            byTarget.remove(id);
            worker.node().startedBy(asker.node());
            worker.node().came();
        }
    }
}
