package io.github.withcdp.internal.schema;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a value can be.
 *
 * @param kind {@code string}, {@code integer}, {@code number}, {@code boolean}, {@code binary}, {@code object}, {@code array}, {@code any};
 *     empty if it is said elsewhere
 * @param reference where it is said: {@code DOM.NodeId}; empty if it is said here
 * @param items what an array has
 * @param values all that a text can be; empty if it can be anything
 * @param members what an object has; empty if it can have anything
 */
public record SchemaType(
        String kind,
        String reference,
        Optional<SchemaType> items,
        Set<String> values,
        Map<String, SchemaMember> members) {

    static final SchemaType ANY = new SchemaType("any", "", Optional.empty(), Set.of(), Map.of());

    /** Return the name of the type, as the documentation of the protocol writes it: {@code array of DOM.NodeId}. */
    public String display() {
        if (!reference.isEmpty()) {
            return reference;
        }
        return items.map(each -> kind + " of " + each.display()).orElse(kind);
    }
}
