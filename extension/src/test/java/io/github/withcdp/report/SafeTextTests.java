package io.github.withcdp.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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

    @Test
    void lets_no_payload_be_a_command_either() {
        var out = new StringBuilder();

        Payload.of("{\"params\":{\"a\":[1,\"##vso[x]y\"]}}", "params")
                .orElseThrow()
                .appendTo(out, 200);

        assertThat(out).hasToString("{\"a\":[1,\"##vso\\u005bx]y\"]}");
    }
}
