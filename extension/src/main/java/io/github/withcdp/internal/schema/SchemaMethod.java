package io.github.withcdp.internal.schema;

import java.util.Map;

/**
 * A command or an event.
 *
 * @param name with its domain: {@code Page.navigate}
 * @param isEvent whether the browser says it
 * @param params by their names, in the order of the protocol
 * @param experimental whether it, or its domain, may change without notice
 * @param deprecated whether it, or its domain, is going to be removed
 */
public record SchemaMethod(
        String name, boolean isEvent, Map<String, SchemaMember> params, boolean experimental, boolean deprecated) {}
