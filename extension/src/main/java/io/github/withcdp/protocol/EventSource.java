package io.github.withcdp.protocol;

import static org.apiguardian.api.API.Status.INTERNAL;

import java.util.function.Supplier;
import org.apiguardian.api.API;
import tools.jackson.databind.JsonNode;

/**
 * Knows what an event was made of, for those who can tell more by it than the event itself.
 *
 * @since 0.1
 */
@API(status = INTERNAL, since = "0.1")
public final class EventSource {

    private EventSource() {}

    /** Return what reads the params of an event. */
    public static Supplier<JsonNode> of(CDPEvent event) {
        return event.source();
    }
}
