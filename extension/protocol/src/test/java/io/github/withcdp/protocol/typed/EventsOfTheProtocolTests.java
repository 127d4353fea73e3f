package io.github.withcdp.protocol.typed;

import static io.github.withcdp.protocol.typed.Described.call;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.EventType;
import io.github.withcdp.protocol.SessionId;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Every event that Chrome describes is there, and nothing that comes in its name is refused. */
class EventsOfTheProtocolTests {

    private static final int FUZZED = 10_000;

    private static final Map<String, EventType<?>> TYPES = Described.domains()
            .flatMap(domain -> Arrays.stream(Described.domainClass(domain).getFields()))
            .map(EventsOfTheProtocolTests::constant)
            .collect(Collectors.toMap(EventType::method, Function.identity()));

    private static EventType<?> constant(Field field) {
        try {
            return (EventType<?>) field.get(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    static Stream<Described.Method> events() {
        return Described.events().stream();
    }

    @Test
    void are_all_there_and_no_others() {
        assertThat(TYPES.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        events().map(Described.Method::name).toList())
                .hasSizeGreaterThan(200);
    }

    @ParameterizedTest
    @MethodSource("events")
    void read_what_Chrome_describes(Described.Method described) {
        var type = type(described);
        if (described.parameters().isEmpty()) {
            assertThat(type.paramsOf(event(described, Json.object()))).isEqualTo(Json.object());
        } else {
            Views.assertReads(described.domain(), described.parameters(), json ->
                    (ProtocolObject) type.paramsOf(event(described, json)));
        }
    }

    @Test
    void may_say_anything_when_they_arrive() {
        var random = new Random(16);
        var events = Described.events();
        int refused = 0;
        int read = 0;

        for (int i = 0; i < FUZZED; i++) {
            var described = events.get(random.nextInt(events.size()));
            var params = Json.read(
                    new String(Json.write(Sample.object(described.domain(), described.parameters(), 0)), US_ASCII));
            var view = type(described).paramsOf(event(described, fuzzed(params, random)));
            if (view instanceof ProtocolObject object) {
                assertThat(object.json()).isNotNull();
                for (var reader : Views.readers(object.getClass()).toList()) {
                    try {
                        assertThat(call(reader, object)).isNotNull();
                        read++;
                    } catch (CDPException told) {
                        assertThat(told.getMessage()).containsAnyOf("has no \"", "should be");
                        refused++;
                    }
                }
            }
        }

        assertThat(read).isPositive();
        assertThat(refused).isPositive();
    }

    private static EventType<?> type(Described.Method described) {
        return Objects.requireNonNull(TYPES.get(described.name()), described.name());
    }

    private static CDPEvent event(Described.Method described, JsonNode params) {
        return CDPEvent.of(SessionId.BROWSER, described.name(), params);
    }

    /** Return params of which some are gone, some are something else, and some are new. */
    private static JsonNode fuzzed(JsonNode params, Random random) {
        if (random.nextInt(20) == 0) {
            return anything(random);
        }
        var copy = (ObjectNode) params.deepCopy();
        for (var name : List.copyOf(params.propertyNames())) {
            switch (random.nextInt(4)) {
                case 0 -> copy.remove(name);
                case 1 -> copy.set(name, anything(random));
                default -> {}
            }
        }
        copy.set("new" + random.nextInt(100), anything(random));
        return copy;
    }

    private static JsonNode anything(Random random) {
        var factory = JsonNodeFactory.instance;
        List<JsonNode> choices = new ArrayList<>(List.of(
                factory.nullNode(),
                factory.booleanNode(true),
                factory.numberNode(random.nextLong()),
                factory.numberNode(random.nextDouble()),
                factory.stringNode("\u0000\uD800" + random.nextInt()),
                factory.arrayNode().add(1).add("x"),
                factory.objectNode().put("a", 1)));
        return choices.get(random.nextInt(choices.size()));
    }
}
