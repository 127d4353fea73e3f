package io.github.withcdp.internal.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonTokensTests {

    @Test
    void tells_where_each_value_is_and_what_it_is_in() {
        var json = " {\"a\" : [1.5e3, \"x\\\"]\", {}], \"b\":null}\n";
        var tokens = JsonTokens.of(json);

        assertThat(tokens.size()).isEqualTo(8);
        assertThat(described(json, tokens)).isEqualTo("""
                        { -1 -1 {"a" : [1.5e3, "x\\"]", {}], "b":null}
                        : 0 -1 "a"
                        [ 0 1 [1.5e3, "x\\"]", {}]
                        0 2 -1 1.5e3
                        " 2 -1 "x\\"]"
                        { 2 -1 {}
                        : 0 -1 "b"
                        t 0 6 null
                        """);
        assertThat(tokens.after(2)).isEqualTo(6);
        assertThat(tokens.text(4)).isEqualTo("x\"]");
        assertThat(tokens.member(0, "b")).isEqualTo(7);
        assertThat(tokens.member(0, "c")).isEqualTo(JsonTokens.NONE);
    }

    private static String described(String json, JsonTokens tokens) {
        var text = new StringBuilder();
        for (int i = 0; i < tokens.size(); i++) {
            text.append(tokens.type(i)).append(' ');
            text.append(tokens.parent(i)).append(' ').append(tokens.key(i)).append(' ');
            text.append(json, tokens.start(i), tokens.end(i)).append('\n');
        }
        return text.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "[",
                "}",
                "[,]",
                "[1,]",
                "[,1]",
                "{,}",
                "{\"a\":1,}",
                "{\"a\"}",
                "{\"a\" 1}",
                "{\"a\":}",
                "{\"a\":1 \"b\":2}",
                "{\"a\":1]",
                "[1}",
                "{a:1}",
                "{1:1}",
                "[1 2]",
                "[1:2]",
                "1 2",
                "{}{}",
                "{}x",
                "\"a",
                "\"a\\\"",
                "[\"a]",
                "NaN",
                "nul",
                "truer",
                "1#",
                "[1{]",
                "[true[]",
                "'a'"
            })
    void has_none_of_what_is_no_JSON(String text) {
        assertThat(JsonTokens.of(text).size()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"\\ud800\\x\\\"", "\"\ud800\n\"", "-", "0123", "1e400", "[\"a\"\u0001]"})
    void passes_over_what_is_wrong_inside_of_a_value(String text) {
        assertThat(JsonTokens.of(text.endsWith("\\\"") ? text + "\"" : text).size())
                .isPositive();
    }

    @Test
    void takes_no_stack_for_depth_and_any_number() {
        int depth = 300_000;

        assertThat(JsonTokens.of("[".repeat(depth) + "9".repeat(100_000) + "]".repeat(depth))
                        .size())
                .isEqualTo(depth + 1);
        assertThat(JsonTokens.of("{\"a\":".repeat(depth)).size()).isZero();
    }
}
