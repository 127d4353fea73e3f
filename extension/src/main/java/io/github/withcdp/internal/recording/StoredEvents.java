package io.github.withcdp.internal.recording;

import io.github.withcdp.internal.recording.store.MessageCursor;
import io.github.withcdp.internal.recording.store.MessageFilter;
import io.github.withcdp.internal.recording.store.MessageKind;
import io.github.withcdp.internal.recording.store.MissingMessages;
import io.github.withcdp.internal.recording.store.PageStore;
import io.github.withcdp.internal.recording.store.StoredMessage;
import io.github.withcdp.internal.schema.KnownParams;
import io.github.withcdp.internal.schema.KnowsNames;
import io.github.withcdp.internal.schema.StrictNames;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.recording.CapturedEvents;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The events in a part of a store; their params are read when somebody looks at them. */
record StoredEvents(PageStore store, MessageFilter filter, Supplier<StrictNames> strictNames, Predicate<String> method)
        implements CapturedEvents, KnowsNames {

    @Override
    public StrictNames names() {
        return strictNames.get();
    }

    @Override
    public List<CDPEvent> list() {
        return stream().toList();
    }

    @Override
    public Stream<CDPEvent> stream() {
        return MessageCursor.of(store, 0, filter, MessageKind.EVENT, method).stream()
                .map(this::event);
    }

    private CDPEvent event(StoredMessage message) {
        return CDPEvent.lazy(
                message.session(),
                message.method(),
                new KnownParams(() -> message.tree().path("params"), strictNames));
    }

    @Override
    public CapturedEvents named(String name) {
        names().event(name);
        return new StoredEvents(store, filter, strictNames, method.and(name::equals));
    }

    @Override
    public CapturedEvents inDomain(String domain) {
        var beginning = domain + ".";
        return new StoredEvents(
                store, filter, strictNames, method.and(name -> name.startsWith(beginning) || name.equals(domain)));
    }

    @Override
    public String incompleteBecause() {
        return MissingMessages.reason(store, filter);
    }
}
