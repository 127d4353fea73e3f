package io.github.withcdp.protocol.typed;

import static io.github.withcdp.protocol.typed.Described.call;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.protocol.CDPException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Asks views for all that they have. */
final class Views {

    private Views() {}

    /** Verify that a view has each property, and what it does if that is absent or of another kind. */
    static void assertReads(String domain, List<JsonNode> properties, Function<JsonNode, ProtocolObject> viewOf) {
        var full = viewOf.apply(Json.read(new String(Json.write(Sample.object(domain, properties, 0)), US_ASCII)));
        var empty = viewOf.apply(Json.object());

        assertThat(readers(full.getClass())).hasSameSizeAs(properties);
        for (var property : properties) {
            var reader = Described.method(full.getClass(), property.path("name").asString(), 0);
            var value = call(reader, full);
            assertThat(isEmpty(value)).as("%s of %s", reader, full).isFalse();
            readThrough(value);
            if (Described.isOptional(property)) {
                assertThat(isEmpty(call(reader, empty)))
                        .as("%s of nothing", reader)
                        .isTrue();
            } else {
                assertThatThrownBy(() -> call(reader, empty))
                        .isInstanceOf(CDPException.class)
                        .hasMessageContaining(
                                "has no \"%s\"", property.path("name").asString());
            }
        }
    }

    private static void readThrough(Object value) {
        if (value instanceof ProtocolObject view) {
            readers(view.getClass()).map(reader -> call(reader, view)).forEach(Views::readThrough);
        } else if (value instanceof List<?> list) {
            list.forEach(Views::readThrough);
        } else if (value instanceof Optional<?> optional) {
            optional.ifPresent(Views::readThrough);
        }
    }

    static boolean isEmpty(Object value) {
        return value.equals(Optional.empty())
                || value.equals(OptionalInt.empty())
                || value.equals(OptionalDouble.empty());
    }

    /** Return what reads a property. */
    static Stream<Method> readers(Class<?> view) {
        return Arrays.stream(view.getDeclaredMethods())
                .filter(method -> Modifier.isPublic(method.getModifiers())
                        && !Modifier.isStatic(method.getModifiers())
                        && method.getParameterCount() == 0);
    }
}
