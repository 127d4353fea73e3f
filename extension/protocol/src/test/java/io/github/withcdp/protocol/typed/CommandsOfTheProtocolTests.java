package io.github.withcdp.protocol.typed;

import static io.github.withcdp.protocol.typed.Described.call;
import static io.github.withcdp.protocol.typed.Described.domainClass;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.protocol.Command;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** Every command that Chrome describes is there, and goes out as it would with the same params in a map. */
class CommandsOfTheProtocolTests {

    static Stream<Described.Method> commands() {
        return Described.commands().stream();
    }

    @Test
    void are_all_there_and_no_others() {
        var methods = Described.domains()
                .flatMap(domain -> Arrays.stream(domainClass(domain).getMethods())
                        .filter(method -> Modifier.isStatic(method.getModifiers()))
                        .map(method -> domain + "." + method.getName()));

        assertThat(methods)
                .containsExactlyInAnyOrderElementsOf(
                        commands().map(Described.Method::name).toList())
                .hasSizeGreaterThan(600);
    }

    @ParameterizedTest
    @MethodSource("commands")
    void go_out_byte_for_byte_as_a_map_would(Described.Method described) {
        Map<String, Object> params = new LinkedHashMap<>();
        var required = described.parameters().stream()
                .filter(property -> !Described.isOptional(property))
                .map(property -> given(params, described, property))
                .toArray();

        var command = (Command<?>) call(
                Described.method(domainClass(described.domain()), described.simpleName(), required.length),
                null,
                required);
        assertSame(command, described, params);
        for (var property : described.parameters()) {
            if (Described.isOptional(property)) {
                var before = text(command);
                var further = (Command<?>) call(
                        Described.method(
                                command.getClass(), property.path("name").asString(), 1),
                        command,
                        given(params, described, property));
                assertThat(text(command)).isEqualTo(before);
                assertSame(further, described, params);
                command = further;
            }
        }
    }

    @ParameterizedTest
    @MethodSource("commands")
    void have_results_that_read_what_Chrome_describes(Described.Method described) {
        var required = described.parameters().stream()
                .filter(property -> !Described.isOptional(property))
                .map(property -> given(new LinkedHashMap<>(), described, property))
                .toArray();
        var command = (Command<?>) call(
                Described.method(domainClass(described.domain()), described.simpleName(), required.length),
                null,
                required);

        if (described.results().isEmpty()) {
            var answer = Json.read("{\"new\":1}");
            assertThat(command.resultOf(answer)).isSameAs(answer);
        } else {
            Views.assertReads(described.domain(), described.results(), json -> (ProtocolObject) command.resultOf(json));
        }
    }

    private static Object given(Map<String, Object> params, Described.Method described, JsonNode property) {
        var sample = Sample.of(described.domain(), described.simpleName(), property, 0);
        params.put(property.path("name").asString(), sample.json());
        return sample.java();
    }

    private static void assertSame(Command<?> command, Described.Method described, Map<String, Object> params) {
        assertThat(command.method()).isEqualTo(described.name());
        assertThat(text(command))
                .isEqualTo(params.isEmpty() ? "" : new String(Json.write(params), StandardCharsets.UTF_8));
    }

    private static String text(Command<?> command) {
        var params = command.params();
        return params == null ? "" : new String(Json.write(params), StandardCharsets.UTF_8);
    }
}
