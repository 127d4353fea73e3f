package io.github.withcdp.internal.spi;

import io.github.withcdp.protocol.CDPEvent;

/** Takes note of what assertions have demanded, and got: what is wrong with that is no fault of which nobody knows. */
public interface Demands {

    /** Note an event that came. */
    void event(CDPEvent event);

    /** Note a request that was made, by the id that Chrome gave it, with all that is told of it. */
    void request(String id);

    /** Note a message on record, by its sequence. */
    void message(long sequence);
}
