package io.github.withcdp.internal.schema;

/**
 * A param of a command or event, or a member of an object.
 *
 * @param optional whether it may be left out
 * @param experimental whether it may change without notice
 * @param deprecated whether it is going to be removed
 */
public record SchemaMember(String name, SchemaType type, boolean optional, boolean experimental, boolean deprecated) {}
