package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.IncomingEvent;
import io.github.withcdp.protocol.CDPEvent;
import java.util.Set;

/** The events of certain methods that have come since somebody began to wait for one. */
final class EventQueue {

    private final Set<String> methods;
    private final WaitQueue<CDPEvent> queue = new WaitQueue<>();

    EventQueue(Set<String> methods) {
        this.methods = methods;
    }

    boolean wants(String method) {
        return methods.contains(method);
    }

    void offer(IncomingEvent event, long precedingEvents) {
        if (wants(event.method())) {
            queue.put(event.event(), precedingEvents);
        }
    }

    void end(Answer.Gone gone) {
        queue.end(gone);
    }

    WaitQueue<CDPEvent> queue() {
        return queue;
    }
}
