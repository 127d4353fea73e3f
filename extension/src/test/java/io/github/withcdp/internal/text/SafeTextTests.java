package io.github.withcdp.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTests {

    /** GitHub, Azure and TeamCity look for these wherever in a line they stand. */
    static Stream<Arguments> commands() {
        return Stream.of(
                arguments("##[add-mask]x", "##\\u005badd-mask]x"),
                arguments("###[error]x", "###\\u005berror]x"),
                arguments("0.1 s ##vso[task.setvariable]x", "0.1 s ##vso\\u005btask.setvariable]x"),
                arguments("ü ##teamcity[buildStatus]", "ü ##teamcity\\u005bbuildStatus]"));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void lets_no_text_be_a_command_to_a_CI_server(String text, String safe) {
        assertThat(SafeText.line(text, 1_000)).isEqualTo(safe);
        assertThat(SafeText.lines(text)).isEqualTo(safe);
    }

    @ParameterizedTest
    @ValueSource(strings = {"## Title", "##", "[##]", "#[a]", "## [a]", "a##b", "arr[0]##", "a#[b]", "a#b[c]"})
    void leaves_other_number_signs_and_brackets_alone(String text) {
        assertThat(SafeText.line(text, 1_000)).isEqualTo(text);
        assertThat(SafeText.lines(text)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            ::error::x        | :\\u003aerror::x
            `  ::error::x`    | `  :\\u003aerror::x`
            a::error::x       | a::error::x
            : :x              | : :x
            """)
    void lets_no_text_be_a_command_at_the_begin_of_a_line(String text, String safe) {
        assertThat(SafeText.line(text, 1_000)).isEqualTo(safe);
        assertThat(SafeText.lines("a\n" + text)).isEqualTo("a\n" + safe);
    }

    /** GitHub takes away all that .NET calls white space. */
    @ParameterizedTest
    @ValueSource(strings = {"\t", "\u00a0", "\u1680", "\u2003", "\u202f", "\u205f", "\u3000", " \u3000\t "})
    void lets_no_text_be_a_command_behind_white_space_of_any_kind(String space) {
        assertThat(SafeText.lines(space + "::error::x")).isEqualTo(space + ":\\u003aerror::x");
    }

    /** A control character, terminal escapes, a soft hyphen, an override of direction, separators, a lone surrogate, what is not assigned, a tag. */
    @ParameterizedTest
    @ValueSource(ints = {0, 0x1b, 0x7f, 0x9b, 0xad, 0x202e, 0x2028, 0x2029, 0xd83d, 0x378, 0xe0041})
    void shows_what_is_not_seen(int codePoint) {
        var text = "a" + Character.toString(codePoint) + "b";
        var shown = new StringBuilder("a");
        Character.toString(codePoint).chars().forEach(unit -> shown.append("\\u%04x".formatted(unit)));
        shown.append("b");

        assertThat(SafeText.line(text, 1_000)).isEqualTo(shown.toString());
        assertThat(SafeText.lines(text)).isEqualTo(shown.toString());
    }

    @Test
    void keeps_what_is_seen() {
        assertThat(SafeText.line("äö\n€\t😀\r", 1_000)).isEqualTo("äö\\n€\\t😀\\r");
        assertThat(SafeText.lines("äö\n€\t😀\r\n\ra\r")).isEqualTo("äö\n€\t😀\n\\ra\\r");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2       |
            3       | … (1 more character)
            1001    | … (999 more characters)
            1002    | … (1,000 more characters)
            1007    | … (1,005 more characters)
            1234567 | … (1,234,565 more characters)
            """)
    void says_how_much_is_left_out(int characters, @Nullable String said) {
        assertThat(SafeText.line("x".repeat(characters), 2)).isEqualTo("xx" + (said == null ? "" : said));
        assertThat(SafeText.line("€".repeat(characters), 2)).isEqualTo("€€" + (said == null ? "" : said));
    }

    @Test
    void lets_no_text_name_an_attachment() {
        assertThat(SafeText.line("a [[ATTACHMENT|/etc/passwd]]", 1_000))
                .isEqualTo("a [[ATTACHMENT\\u007c/etc/passwd]]");
        assertThat(SafeText.lines("[[ATTACHMENT|/etc/passwd]]")).isEqualTo("[[ATTACHMENT\\u007c/etc/passwd]]");
        assertThat(SafeText.line("[[1], [2]] || [[A|B", 1_000)).isEqualTo("[[1], [2]] || [[A|B");
        assertThat(SafeText.line("[[ATTACHMENT]] a|b", 1_000)).isEqualTo("[[ATTACHMENT]] a|b");
    }

    @Test
    void indents_what_has_lines() {
        assertThat(SafeText.indented("Error: a\r\nFAILED b\n    at f\n\n::error::c\u001b[2J"))
                .isEqualTo("Error: a\n  FAILED b\n    at f\n\n  :\\u003aerror::c\\u001b[2J");
    }

    @Test
    void leaves_alone_what_is_safe_already() {
        var safe = SafeText.indented("Error: ##[x]\n::error::\u202e\n[[ATTACHMENT|x");

        assertThat(SafeText.indented(safe)).isEqualTo(safe);
    }
}
