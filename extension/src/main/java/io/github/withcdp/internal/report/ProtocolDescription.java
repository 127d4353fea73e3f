package io.github.withcdp.internal.report;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What the browser's own protocol says about commands and events.
 *
 * @param methods by {@code Page.navigate}: the object of the command or event as {@code /json/protocol} has it, with {@code description},
 *     {@code parameters}, {@code returns}; only those that somebody asked for; empty if the browser could not be asked
 */
public record ProtocolDescription(Map<String, JsonNode> methods) {

    /** Nothing is known. */
    public static final ProtocolDescription UNKNOWN = new ProtocolDescription(Map.of());

    /** Copy the map. */
    public ProtocolDescription {
        methods = Map.copyOf(methods);
    }
}
