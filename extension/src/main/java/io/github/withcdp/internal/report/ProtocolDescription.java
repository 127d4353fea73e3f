package io.github.withcdp.internal.report;

import io.github.withcdp.internal.json.Json;
import java.util.HashMap;
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

    JsonNode json() {
        var protocol = Json.object();
        methods.forEach(protocol::set);
        return protocol;
    }

    static ProtocolDescription read(JsonNode protocol) {
        var methods = new HashMap<String, JsonNode>();
        for (var method : protocol.properties()) {
            if (method.getValue().isObject()) {
                methods.put(method.getKey(), method.getValue());
            }
        }
        return new ProtocolDescription(methods);
    }
}
