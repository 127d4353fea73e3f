package io.github.withcdp.internal.json;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;

/** Writes what most params are made of without a mapper, for the reason that {@link TreeReader} gives; leaves the rest to one. */
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
        return value == null
                || value instanceof String
                || value instanceof Boolean
                || value instanceof Integer
                || value instanceof Long
                || value instanceof Double;
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
        } else {
            throw new IllegalArgumentException(
                    value.getClass().getName() + " is no map, collection, string, boolean or number");
        }
    }
}
