package io.github.withcdp.internal.schema;

import java.util.Map;

/**
 * A domain of the protocol.
 *
 * @param methods commands and events, by their names without the domain; no domain has a command and an event of the same name
 * @param types by their names without the domain
 */
public record SchemaDomain(String name, Map<String, SchemaMethod> methods, Map<String, SchemaType> types) {

    /** Return whether its events come only after its {@code enable}. */
    public boolean hasEnable() {
        return methods.containsKey("enable");
    }
}
