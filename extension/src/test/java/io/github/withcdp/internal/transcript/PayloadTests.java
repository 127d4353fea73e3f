package io.github.withcdp.internal.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PayloadTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"params\":{\"a\":[1,{}]}} | {\"a\":[1,{}]}",
                "{\"paramsX\":1,\"Xparams\":2,\"params\":3} | 3",
                "{\"x\":{\"params\":1},\"params\":[2]} | [2]",
                "{\"x\":\"\\\"params\\\":1\",\"params\":\"a}\\\"b\\\\\"} | \"a}\\\"b\\\\\"",
                " { \"x\" : true , \"params\" : null } | null",
                "{\"x\":[\"]\",\"}\"],\"params\":-1.5e3} | -1.5e3"
            })
    void is_found_among_the_members_of_the_outermost_object(String json, String expected) {
        assertThat(Payload.of(json, "params")).map(Payload::text).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "\"params\"",
                "{\"x\":{\"params\":1}}",
                "{\"x\":\"params\"}",
                "{\"params\"",
                "{\"params\":",
                "{\"params\":{"
            })
    void is_not_found_elsewhere(String json) {
        assertThat(Payload.of(json, "params")).isEmpty();
    }

    @Test
    void is_found_in_a_deep_message_without_recursion() {
        var deep = "[".repeat(100_000) + "]".repeat(100_000);

        assertThat(Payload.of("{\"x\":" + deep + ",\"params\":" + deep + "}", "params"))
                .map(Payload::length)
                .contains(200_000);
    }

    @Test
    void lets_no_payload_be_a_command_to_a_CI_server() {
        var out = new StringBuilder();

        Payload.of("{\"params\":{\"a\":[1,\"##vso[x]y\"]}}", "params")
                .orElseThrow()
                .appendTo(out, 200);

        assertThat(out).hasToString("{\"a\":[1,\"##vso\\u005bx]y\"]}");
    }
}
