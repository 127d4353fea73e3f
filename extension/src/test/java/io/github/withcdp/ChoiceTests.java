package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChoiceTests {

    @ParameterizedTest
    @CsvSource({
        "on-failure, ON_FAILURE",
        "ON_FAILURE, ON_FAILURE",
        "onFailure, ON_FAILURE",
        "' Always ', ALWAYS",
        "never, NEVER"
    })
    void reads_a_constant_in_any_spelling(String text, ReportMode mode) {
        assertThat(Choice.parse(new Given(text, "here"), ReportMode.class)).isEqualTo(mode);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "failure", "on failure"})
    void lists_the_constants_when_it_refuses(String text) {
        assertThatThrownBy(
                        () -> Choice.parse(new Given(text, "WITHCDP_REPORT (environment variable)"), ReportMode.class))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("WITHCDP_REPORT (environment variable): \"" + text
                        + "\" is not one of on-failure, always, never.");
    }

    @Test
    void reads_true_and_false() {
        assertThat(Choice.parseBoolean(new Given("true", "here"))).isTrue();
        assertThat(Choice.parseBoolean(new Given(" TRUE", "here"))).isTrue();
        assertThat(Choice.parseBoolean(new Given("false", "here"))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "yes", "tru"})
    void refuses_other_words_for_true_and_false(String text) {
        assertThatThrownBy(() -> Choice.parseBoolean(new Given(text, "withcdp.log (system property)")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("withcdp.log (system property): \"" + text + "\" is neither true nor false.");
    }
}
