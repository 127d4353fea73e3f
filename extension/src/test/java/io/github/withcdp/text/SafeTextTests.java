package io.github.withcdp.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
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
    @ValueSource(strings = {"## Title", "##", "[##]", "#[a]", "## [a]", "a##b", "arr[0]##"})
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

    @Test
    void lets_no_text_name_an_attachment() {
        assertThat(SafeText.line("a [[ATTACHMENT|/etc/passwd]]", 1_000))
                .isEqualTo("a [[ATTACHMENT\\u007c/etc/passwd]]");
        assertThat(SafeText.lines("[[ATTACHMENT|/etc/passwd]]")).isEqualTo("[[ATTACHMENT\\u007c/etc/passwd]]");
        assertThat(SafeText.line("[[1], [2]] || [[A|B", 1_000)).isEqualTo("[[1], [2]] || [[A|B");
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
