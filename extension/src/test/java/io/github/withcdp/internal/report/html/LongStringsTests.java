package io.github.withcdp.internal.report.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LongStringsTests {

    private static final int LIMIT = LongStrings.LIMIT;

    @Test
    void leaves_alone_what_has_no_long_string() {
        var json = "{\"" + "n".repeat(LIMIT) + "\":[\"" + "x".repeat(LIMIT) + "\"," + "1".repeat(LIMIT + 1)
                + ",\"\\\\\"]}";

        assertThat(LongStrings.cut(json)).isSameAs(json);
    }

    @Test
    void cuts_each_long_string_and_nothing_else() {
        var kept = "x".repeat(LIMIT);
        var json = "{\"a\":\"%sabc\",\"b\":\"\\\"\",\"c\":[\"%s\\\\\",1]}".formatted(kept, kept);

        assertThat(LongStrings.cut(json))
                .isEqualTo(
                        "{\"a\":\"%s%s\",\"b\":\"\\\"\",\"c\":[\"%s%s\",1]}".formatted(kept, note(3), kept, note(1)));
    }

    @Test
    void counts_an_escape_as_the_one_character_that_it_is() {
        var escapes = "\\n\\u00e9\\\"é";
        var json = "\"" + escapes.repeat(LIMIT / 4 + 1) + "\"";

        assertThat(LongStrings.cut(json)).isEqualTo("\"" + escapes.repeat(LIMIT / 4) + note(4) + "\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"😀", "\\ud83d\\ude00", "\\uD83D\\uDE00"})
    void cuts_no_code_point_in_two(String emoji) {
        var json = "\"" + "x".repeat(LIMIT - 1) + emoji + "yz\"";

        assertThat(LongStrings.cut(json)).isEqualTo("\"" + "x".repeat(LIMIT - 1) + emoji + note(2) + "\"");
    }

    @Test
    void knows_a_lone_surrogate_from_the_half_of_another() {
        var json = "\"" + "x".repeat(LIMIT - 1) + "\\ud83d\\ud83d\"";

        assertThat(LongStrings.cut(json)).isEqualTo("\"" + "x".repeat(LIMIT - 1) + "\\ud83d" + note(1) + "\"");
    }

    private static String note(int left) {
        return "… (" + left + " more characters in traffic.jsonl)";
    }
}
