package io.github.withcdp.internal.session;

import io.github.withcdp.internal.spi.Demands;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.recording.RecordedMessage;
import java.util.HashSet;
import java.util.Set;

/**
 * The messages of a test or class that an assertion or a wait has demanded, and got. If one about a request was demanded, all about it count.
 * Other events are known by what they say, which no two have in common: each says when it was.
 */
public final class DemandedMessages implements Demands {

    /** Enough for whoever demands single messages. Who demands more of them does not mean each. */
    private static final int MOST = 10_000;

    private static final Set<String> OF_CONSOLES =
            Set.of("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded");

    private final Set<CDPEvent> events = new HashSet<>(); // guarded by this, as the others are
    private final Set<String> requests = new HashSet<>();
    private final Set<Long> sequences = new HashSet<>();

    DemandedMessages() {}

    @Override
    public void event(CDPEvent event) {
        if (event.domain().equals("Network")) {
            request(event.params().path("requestId").asString(""));
        } else if (OF_CONSOLES.contains(event.method())) {
            add(events, event);
        }
    }

    @Override
    public void request(String id) {
        if (!id.isEmpty()) {
            add(requests, id);
        }
    }

    @Override
    public void message(long sequence) {
        add(sequences, sequence);
    }

    private synchronized <T> void add(Set<T> set, T one) {
        if (set.size() < MOST) {
            set.add(one);
        }
    }

    /** Return whether a message was demanded that is on a console. */
    public synchronized boolean includeMessage(RecordedMessage message) {
        return sequences.contains(message.sequence())
                || (!events.isEmpty()
                        && events.contains(CDPEvent.lazy(
                                message.session(),
                                message.method(),
                                () -> message.tree().path("params"))));
    }

    /** Return whether a request was demanded, or a message about it. */
    public synchronized boolean includeRequest(String id) {
        return requests.contains(id);
    }
}
