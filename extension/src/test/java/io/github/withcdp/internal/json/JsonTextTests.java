package io.github.withcdp.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTextTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "\"\"",
                "0",
                "-0",
                "1.5e+10",
                "-12E-3",
                "1e400",
                "true",
                "false",
                "null",
                " \r\n\t{ } ",
                "{\"a\" : [ 1 , {\"b\":null} ] , \"a\":2}",
                "\"\\ud800 \\\" \\\\ \\/ \\b\\f\\n\\r\\t é 😀 </script>\"",
                "[[],[[]]]"
            })
    void accepts(String json) {
        assertThat(isJson(json)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "[1,]",
                "[,1]",
                "{\"a\"}",
                "{\"a\":}",
                "{\"a\":1,}",
                "{a:1}",
                "01",
                "+1",
                "1.",
                ".5",
                "1e",
                "-",
                "tru",
                "nulll",
                "NaN",
                "'a'",
                "\"",
                "\"a",
                "\"\\\"",
                "\"\\x\"",
                "\"\\u12g4\"",
                "\"\\u12",
                "\"a\nb\"",
                "\"a\tb\"",
                "{} {}",
                "1 2",
                "{\"a\":1]",
                "[1}",
                "// c\n1"
            })
    void refuses(String text) {
        assertThat(isJson(text)).isFalse();
    }

    @Test
    void refuses_what_is_deeper_than_readers_take() {
        assertThat(isJson("[".repeat(900) + "]".repeat(900))).isTrue();
        assertThat(isJson("[".repeat(901) + "]".repeat(901))).isFalse();
        assertThat(isJson("{\"a\":".repeat(1_000_000))).isFalse();
    }

    @Test
    void looks_at_its_part_of_the_bytes_only() {
        assertThat(JsonText.isJson("x{}x".getBytes(StandardCharsets.US_ASCII), 1, 3))
                .isTrue();
        assertThat(JsonText.isJson("[1]".getBytes(StandardCharsets.US_ASCII), 0, 2))
                .isFalse();
    }

    private static boolean isJson(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        return JsonText.isJson(bytes, 0, bytes.length);
    }
}
