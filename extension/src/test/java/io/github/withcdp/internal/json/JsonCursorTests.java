package io.github.withcdp.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonCursorTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"\"",
                "\"\\\\\"",
                "\"}\\\"]\\\\\\\"\"",
                "12",
                "-1.5e+300",
                "true",
                "NaN",
                "{\"a\" : [ 1 , {\"b\":null} ] , \"a\":\"]\"}",
                "[[],[[]],{}]",
                "\"\ud800 \uddff ü\""
            })
    void skips_a_value_and_no_more(String value) {
        for (var behind : new String[] {",", "}", "]", " ", "\n,\"x\""}) {
            var cursor = new JsonCursor(" \r\n\t" + value + behind);

            assertThat(cursor.skipValue()).as(value + behind).isTrue();
            assertThat(cursor.at()).as(value + behind).isEqualTo(4 + value.length());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                ",1",
                ":1",
                "}",
                "]",
                "\"a",
                "\"\\\"",
                "\"\\\\\\\"",
                "[",
                "{\"a\":[1]",
                "[\"a]",
                "12",
                "tru"
            })
    void skips_nothing_that_may_be_cut_off(String text) {
        assertThat(new JsonCursor(text).skipValue()).isFalse();
    }

    @Test
    void takes_no_stack_for_depth() {
        int depth = 1_000_000;
        var cursor = new JsonCursor("[".repeat(depth) + "]".repeat(depth) + "x");

        assertThat(cursor.skipValue()).isTrue();
        assertThat(cursor.at()).isEqualTo(2 * depth);
        assertThat(new JsonCursor("{\"a\":".repeat(depth)).skipValue()).isFalse();
    }

    @Test
    void skips_a_number_of_any_length() {
        var cursor = new JsonCursor("9".repeat(1_000_000) + "}");

        assertThat(cursor.skipValue()).isTrue();
        assertThat(cursor.at()).isEqualTo(1_000_000);
    }

    @Test
    void takes_a_control_character_for_white_space_and_knows_the_end_from_it() {
        var cursor = new JsonCursor("\0\u0001{\0}\0");

        assertThat(cursor.take('}')).isFalse();
        assertThat(cursor.take('{')).isTrue();
        assertThat(cursor.isAtEnd()).isFalse();
        assertThat(cursor.take('}')).isTrue();
        assertThat(cursor.isAtEnd()).isTrue();
    }

    @Test
    void finds_the_same_places_in_bytes() {
        var json = "{\"ü€😀\\\"\":[\"😀\"],\"b\":\"é\"}";
        var bytes = json.getBytes(StandardCharsets.UTF_8);
        var cursor = new JsonCursor(new String(bytes, StandardCharsets.ISO_8859_1));

        assertThat(cursor.skipValue()).isTrue();
        assertThat(cursor.at()).isEqualTo(bytes.length);
    }

    @Test
    void stays_where_no_string_is() {
        var cursor = new JsonCursor("1\"a\"");

        assertThat(cursor.skipString()).isFalse();
        assertThat(cursor.skipWord()).isTrue();
        assertThat(cursor.skipWord()).isFalse();
        assertThat(cursor.skipString()).isTrue();
        assertThat(cursor.at()).isEqualTo(4);
    }
}
