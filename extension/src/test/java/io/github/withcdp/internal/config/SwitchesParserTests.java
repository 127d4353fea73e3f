package io.github.withcdp.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SwitchesParserTests {

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("", List.of()),
                Arguments.of(" \t\n", List.of()),
                Arguments.of("--a", List.of("--a")),
                Arguments.of("  --a \n --b=1  ", List.of("--a", "--b=1")),
                Arguments.of("--disable-features=A,B --c", List.of("--disable-features=A,B", "--c")),
                Arguments.of("\"--user-agent=Test Browser\" --c", List.of("--user-agent=Test Browser", "--c")),
                Arguments.of("--user-agent='Test \"Browser\"'", List.of("--user-agent=Test \"Browser\"")),
                Arguments.of("--a=\"it's\"\"so\"", List.of("--a=it'sso")),
                Arguments.of("--a=\"\" --b", List.of("--a=", "--b")),
                Arguments.of("--dir=C:\\new\\ -x", List.of("--dir=C:\\new\\", "-x")));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void reads_words_between_space(String text, List<String> switches) {
        assertThat(SwitchesParser.parse(new ConfiguredValue(text, "here"))).isEqualTo(switches);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--a='b", "\"", "--a=\"b' --c"})
    void refuses_an_open_quote(String text) {
        char quote = text.contains("\"") ? '"' : '\'';

        assertThatThrownBy(() -> SwitchesParser.parse(new ConfiguredValue(text, "withcdp.args (system property)")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("withcdp.args (system property): \"" + text + "\" has a quote (" + quote
                        + ") that is not closed.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "disable-gpu", "-", "--", "---a", "--=b", "-- a", "about:blank", " --a"})
    void refuses_what_the_browser_would_take_for_a_page(String text) {
        assertThatThrownBy(() -> SwitchesParser.check(List.of("--ok", text), "here"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("here: \"" + text + "\" is not a switch of Chrome."
                        + " Switches begin with two hyphens, as --disable-gpu does.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--lang=de", "-incognito", "--a=b\nc"})
    void passes_on_switches(String text) {
        assertThat(SwitchesParser.check(List.of(text), "here")).containsExactly(text);
    }
}
