package io.github.withcdp.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.json.Json;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

class ErrorCausesTests {

    private final Map<String, JsonNode> properties = new HashMap<>();

    private static String error(String id, String description) {
        return "{\"type\":\"object\",\"subtype\":\"error\",\"objectId\":\"%s\",\"description\":\"%s\"}"
                .formatted(id, description);
    }

    private void has(String id, String name, String value) {
        properties.put(id, Json.read("{\"result\":[{\"name\":\"%s\",\"value\":%s}]}".formatted(name, value)));
    }

    private String asked(String error) {
        return CauseChain.of(Json.read(error), id -> properties.getOrDefault(id, MissingNode.getInstance()));
    }

    @Test
    void go_as_deep_as_five() {
        for (int i = 0; i < 9; i++) {
            has("E" + i, "cause", error("E" + (i + 1), "Error: " + (i + 1)));
        }

        assertThat(asked(error("E0", "Error: 0")))
                .isEqualTo(
                        "\nCaused by: Error: 1\nCaused by: Error: 2\nCaused by: Error: 3\nCaused by: Error: 4\nCaused by: Error: 5\nCaused by: …");
    }

    @Test
    void go_round_once() {
        has("A", "cause", error("B", "Error: b"));
        has("B", "cause", error("A", "Error: a"));

        assertThat(asked(error("A", "Error: a"))).isEqualTo("\nCaused by: Error: b");
    }

    @Test
    void end_with_what_is_no_error_or_cannot_be_had() {
        has("A", "cause", error("B", "Error: b"));
        assertThat(asked(error("A", "Error: a"))).isEqualTo("\nCaused by: Error: b");

        has("B", "cause", "{\"type\":\"string\",\"value\":\"text\"}");
        assertThat(asked(error("A", "Error: a"))).isEqualTo("\nCaused by: Error: b\nCaused by: text");

        for (var nothing : new String[] {"{\"type\":\"undefined\"}", "{\"type\":\"object\",\"subtype\":\"null\"}"}) {
            has("B", "cause", nothing);
            assertThat(asked(error("A", "Error: a"))).isEqualTo("\nCaused by: Error: b");
        }
        assertThat(asked("{\"type\":\"string\",\"value\":\"thrown\"}")).isEmpty();
    }
}
