package io.github.withcdp.recording;

import io.github.withcdp.protocol.CDPEvent;
import java.util.List;
import java.util.stream.Stream;

/** The events among recorded messages, in wire order. A view: each call looks anew. */
public interface CapturedEvents {

    /** Return the events of a list built by hand, for tests of code that reads events. */
    static CapturedEvents of(CDPEvent... events) {
        return new ListedEvents(List.of(events));
    }

    /** Return all of them that have come so far. */
    List<CDPEvent> list();

    /** Return all of them that have come so far, as a stream; reads a large recording bit by bit. */
    Stream<CDPEvent> stream();

    /** Return those with this method, {@code Network.responseReceived}. */
    CapturedEvents named(String method);

    /** Return those of this domain, {@code Network}. */
    CapturedEvents inDomain(String domain);
}
