package io.github.withcdp.recording;

import io.github.withcdp.protocol.CDPEvent;
import java.util.List;
import java.util.stream.Stream;

/** Events in a list. */
record ListedEvents(List<CDPEvent> list) implements CapturedEvents {

    @Override
    public Stream<CDPEvent> stream() {
        return list.stream();
    }

    @Override
    public CapturedEvents named(String method) {
        return new ListedEvents(
                stream().filter(event -> event.method().equals(method)).toList());
    }

    @Override
    public CapturedEvents inDomain(String domain) {
        return new ListedEvents(
                stream().filter(event -> event.domain().equals(domain)).toList());
    }
}
