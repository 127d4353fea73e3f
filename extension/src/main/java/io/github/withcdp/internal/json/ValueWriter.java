package io.github.withcdp.internal.json;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** Writes what most params are made of, and trees, without a mapper, for the reason that {@link TreeReader} gives; leaves the rest to one. */
final class ValueWriter {

    private ValueWriter() {}

    /** Return whether all of a value can be written here; not if it is as deep as one that contains itself. */
    static boolean canWrite(@Nullable Object value) {
        return canWrite(value, Json.DEPTH);
    }

    private static boolean canWrite(@Nullable Object value, int depth) {
        if (depth == 0) {
            return false;
        }
        if (value instanceof Map<?, ?> map) {
            for (var entry : map.entrySet()) {
                if (!(entry.getKey() instanceof String) || !canWrite(entry.getValue(), depth - 1)) {
                    return false;
                }
            }
            return true;
        }
        if (value instanceof Collection<?> elements) {
            for (var each : elements) {
                if (!canWrite(each, depth - 1)) {
                    return false;
                }
            }
            return true;
        }
        if (value instanceof JsonNode tree) {
            return canWrite(tree, depth);
        }
        return value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Double;
    }

    private static boolean canWrite(JsonNode tree, int depth) {
        if (tree.isBinary() || tree.isMissingNode() || tree.isPojo() || (tree.isContainer() && depth <= 1)) {
            return false;
        }
        for (var each : tree) { // no stream, whose calls would fill the stack
            if (!canWrite(each, depth - 1)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Write a value that {@link #canWrite} approves of.
     *
     * @throws IllegalArgumentException if there is something else in it
     */
    static void write(JsonGenerator out, @Nullable Object value) throws JacksonException {
        if (value instanceof Map<?, ?> map) {
            out.writeStartObject();
            map.forEach((key, each) -> {
                out.writeName((String) key);
                write(out, each);
            });
            out.writeEndObject();
        } else if (value instanceof Collection<?> elements) {
            out.writeStartArray();
            elements.forEach(each -> write(out, each));
            out.writeEndArray();
        } else if (value instanceof String text) {
            out.writeString(text);
        } else if (value instanceof Boolean truth) {
            out.writeBoolean(truth);
        } else if (value instanceof Integer number) {
            out.writeNumber(number);
        } else if (value instanceof Long number) {
            out.writeNumber(number);
        } else if (value instanceof Double number) {
            out.writeNumber(number);
        } else if (value == null) {
            out.writeNull();
        } else if (value instanceof JsonNode tree) {
            writeTree(out, tree);
        } else {
            throw new IllegalArgumentException(
                    value.getClass().getName() + " is no map, collection, string, boolean or number");
        }
    }

    private static void writeTree(JsonGenerator out, JsonNode tree) throws JacksonException {
        switch (tree.getNodeType()) {
            case OBJECT -> {
                out.writeStartObject();
                for (var entry : tree.properties()) {
                    out.writeName(entry.getKey());
                    writeTree(out, entry.getValue());
                }
                out.writeEndObject();
            }
            case ARRAY -> {
                out.writeStartArray();
                for (var each : tree) {
                    writeTree(out, each);
                }
                out.writeEndArray();
            }
            case STRING -> out.writeString(tree.stringValue());
            case BOOLEAN -> out.writeBoolean(tree.booleanValue());
            case NUMBER -> writeNumber(out, tree);
            case NULL -> out.writeNull();
            case BINARY, MISSING, POJO ->
                throw new IllegalArgumentException(tree.getClass().getName() + " is no JSON");
        }
    }

    private static void writeNumber(JsonGenerator out, JsonNode number) throws JacksonException {
        switch (number.numberType()) {
            case INT -> out.writeNumber(number.intValue());
            case LONG -> out.writeNumber(number.longValue());
            case BIG_INTEGER -> out.writeNumber(number.bigIntegerValue());
            case FLOAT -> out.writeNumber(number.floatValue());
            case DOUBLE -> out.writeNumber(number.doubleValue());
            case BIG_DECIMAL -> out.writeNumber(number.decimalValue());
        }
    }
}
