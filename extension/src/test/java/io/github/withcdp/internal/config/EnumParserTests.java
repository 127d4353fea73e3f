package io.github.withcdp.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.ReportMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnumParserTests {

    @ParameterizedTest
    @CsvSource({
        "on-failure, ON_FAILURE",
        "ON_FAILURE, ON_FAILURE",
        "onFailure, ON_FAILURE",
        "' Always ', ALWAYS",
        "never, NEVER"
    })
    void reads_a_constant_in_any_spelling(String text, ReportMode mode) {
        assertThat(EnumParser.parse(new ConfiguredValue(text, "here"), ReportMode.class))
                .isEqualTo(mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "failure", "on failure"})
    void lists_the_constants_when_it_refuses(String text) {
        assertThatThrownBy(() -> EnumParser.parse(
                        new ConfiguredValue(text, "WITHCDP_REPORT (environment variable)"), ReportMode.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("WITHCDP_REPORT (environment variable): \"" + text
                        + "\" is not one of on-failure, always, never.");
    }

    @Test
    void reads_true_and_false() {
        assertThat(EnumParser.parseBoolean(new ConfiguredValue("true", "here"))).isTrue();
        assertThat(EnumParser.parseBoolean(new ConfiguredValue(" TRUE", "here")))
                .isTrue();
        assertThat(EnumParser.parseBoolean(new ConfiguredValue("false", "here")))
                .isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "yes", "tru"})
    void refuses_other_words_for_true_and_false(String text) {
        assertThatThrownBy(() -> EnumParser.parseBoolean(new ConfiguredValue(text, "withcdp.log (system property)")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("withcdp.log (system property): \"" + text + "\" is neither true nor false.");
    }
}
