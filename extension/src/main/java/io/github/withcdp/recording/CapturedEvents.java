package io.github.withcdp.recording;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.EventType;
import java.util.List;
import java.util.stream.Stream;
import org.apiguardian.api.API;

/**
 * The events among recorded messages, in wire order. A view: each call looks anew.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface CapturedEvents {

    /** Return the events of a list built by hand, for tests of code that reads events. */
    static CapturedEvents of(CDPEvent... events) {
        return new ListedEvents(List.of(events));
    }

    /** Return all of them that have come so far. */
    List<CDPEvent> list();

    /** Return all of them that have come so far, as a stream; reads a large recording bit by bit. */
    Stream<CDPEvent> stream();

    /**
     * Return those with this method, {@code Network.responseReceived}.
     *
     * @throws IllegalArgumentException if the protocol of the browser has no such event, unless {@code withcdp.strict} is {@code off}
     */
    CapturedEvents named(String method);

    /** Return those of this type. */
    default CapturedEvents named(EventType<?> type) {
        return named(type.method());
    }

    /** Return the params of those of this type that have come so far. */
    default <T> List<T> of(EventType<T> type) {
        return named(type.method()).stream().map(type::paramsOf).toList();
    }

    /** Return those of this domain, {@code Network}. */
    CapturedEvents inDomain(String domain);

    /** Return why events are missing, or an empty string if none are; see {@link Recording#incompleteBecause()}. */
    default String incompleteBecause() {
        return "";
    }
}
