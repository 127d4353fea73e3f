package io.github.withcdp.internal.recording;

import io.github.withcdp.internal.recording.store.Kind;
import io.github.withcdp.internal.recording.store.MessageFilter;
import io.github.withcdp.internal.recording.store.PageStore;
import io.github.withcdp.internal.recording.store.Scan;
import io.github.withcdp.internal.recording.store.StoredMessage;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.recording.CapturedEvents;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The events in a part of a store; their params are read when somebody looks at them. */
record StoredEvents(PageStore store, MessageFilter cut, Predicate<String> method) implements CapturedEvents {

    @Override
    public List<CDPEvent> list() {
        return stream().toList();
    }

    @Override
    public Stream<CDPEvent> stream() {
        return Scan.of(store, 0, cut, Kind.EVENT, method).stream().map(StoredEvents::event);
    }

    private static CDPEvent event(StoredMessage message) {
        return CDPEvent.lazy(
                message.session(), message.method(), () -> message.tree().path("params"));
    }

    @Override
    public CapturedEvents named(String name) {
        return new StoredEvents(store, cut, method.and(name::equals));
    }

    @Override
    public CapturedEvents inDomain(String domain) {
        var beginning = domain + ".";
        return new StoredEvents(store, cut, method.and(name -> name.startsWith(beginning) || name.equals(domain)));
    }

    @Override
    public String incompleteBecause() {
        return store.incompleteBecause(cut);
    }
}
