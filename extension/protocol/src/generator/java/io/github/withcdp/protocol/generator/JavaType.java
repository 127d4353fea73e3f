package io.github.withcdp.protocol.generator;

import io.github.withcdp.protocol.generator.Domain.Property;
import io.github.withcdp.protocol.generator.Domain.Value;

/**
 * What a value of the protocol is in Java.
 *
 * @param read the type that is read
 * @param written the type that is given to commands
 * @param boxed the type as an argument of another
 * @param plain the method of {@code Fields} that reads it by its name, or nothing
 * @param reader what reads it otherwise, a function of a {@code JsonNode}
 */
record JavaType(String read, String written, String boxed, String plain, String reader) {

    private static JavaType plain(String read, String boxed, String plain) {
        return new JavaType(read, read, boxed, plain, "Fields::" + plain);
    }

    private static JavaType of(String read, String written, String reader) {
        return new JavaType(read, written, read, "", reader);
    }

    /**
     * Return the type of a property.
     *
     * @param domain in which it stands
     * @param owner the type, command or event that has it, after which an enum without a name is called
     */
    static JavaType of(Protocol protocol, Domain domain, String owner, Property property) {
        if (!property.value().constants().isEmpty()) {
            return openEnum(enumName(owner, property));
        }
        return of(protocol, domain, domain, property.value());
    }

    static String enumName(String owner, Property property) {
        return JavaNames.capital(owner) + JavaNames.capital(property.name());
    }

    private static JavaType of(Protocol protocol, Domain domain, Domain home, Value value) {
        return switch (value.kind()) {
            case "string" -> plain("String", "String", "string");
            case "integer" -> plain("int", "Integer", "integer");
            case "number" -> plain("double", "Double", "number");
            case "boolean" -> plain("boolean", "Boolean", "truth");
            case "binary" -> of("byte[]", "byte[]", "Fields::bytes");
            case "object" -> of("JsonNode", "Map<String, ?>", "Fields::json");
            case "any" -> of("JsonNode", "Object", "Fields::json");
            case "array" -> list(of(protocol, domain, home, value.items().orElse(value)));
            case "ref" -> reference(protocol, domain, protocol.find(home, value.reference()));
            default -> throw new IllegalStateException("a kind of value that is new: " + value);
        };
    }

    private static JavaType list(JavaType element) {
        return new JavaType(
                "List<%s>".formatted(element.boxed),
                "List<%s>".formatted(element.written.equals(element.read) ? element.boxed : element.written),
                "List<%s>".formatted(element.boxed),
                "",
                "Fields.listOf(%s)".formatted(element.reader));
    }

    private static JavaType reference(Protocol protocol, Domain domain, Protocol.Found found) {
        var type = found.type();
        var name = found.domain().name().equals(domain.name())
                ? found.javaName()
                : found.domain().name() + "." + found.javaName();
        if (type.isObject()) {
            return of(name, name, name + "::new");
        }
        return type.isEnum() ? openEnum(name) : of(protocol, domain, found.domain(), type.value());
    }

    private static JavaType openEnum(String name) {
        return of(name, name, "Fields.constantOf(%s::of)".formatted(name));
    }

    /** Return the type of a method that reads it. */
    String returned(boolean optional) {
        if (!optional) {
            return read;
        }
        return switch (read) {
            case "int" -> "OptionalInt";
            case "double" -> "OptionalDouble";
            default -> "Optional<%s>".formatted(boxed);
        };
    }

    /** Return the expression that reads it. */
    String expression(String name, boolean optional) {
        if (!plain.isEmpty()) {
            return "Fields.%s(this, \"%s\")".formatted(optional ? "optional" + JavaNames.capital(plain) : plain, name);
        }
        return "Fields.%s(this, \"%s\", %s)".formatted(optional ? "optional" : "required", name, reader);
    }
}
