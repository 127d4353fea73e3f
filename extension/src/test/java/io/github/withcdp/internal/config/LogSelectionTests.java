package io.github.withcdp.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogSelectionTests {

    @Test
    void true_and_false_are_all_and_nothing() {
        assertThat(parse(" True ").isOn()).isTrue();
        assertThat(parse("true").includes("A.b", "", "browser")).isTrue();
        assertThat(parse("false").isOn()).isFalse();
        assertThat(parse("").isOn()).isFalse();
        assertThat(parse("false").includes("A.b", "", "browser")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Network.*                              | Network.dataReceived | page   | true",
                "Network.*                              | NetworkX.a           | page   | false",
                "Network.*,-Network.dataReceived        | Network.dataReceived | page   | false",
                "Network.* -Network.data*               | Network.dataReceived | page   | false",
                "-Network.dataReceived                  | Page.enable          | page   | true",
                "Page.enable,Network.*                  | Page.enable          | page   | true",
                "session:page                           | Page.enable          | page   | true",
                "session:page                           | Page.enable          | worker | false",
                "session:9F86                           | Page.enable          | worker | true",
                "session:F86D                           | Page.enable          | worker | false",
                "-session:*worker                       | Page.enable          | shared_worker | false",
                "Page.*,session:page                    | Page.enable          | worker | false",
                "Page.*,session:page                    | Runtime.enable       | page   | false"
            })
    void patterns_are_of_methods_and_sessions(String text, String method, String type, boolean included) {
        assertThat(parse(text).includes(method, "9F86D081", type)).isEqualTo(included);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "true,Network.*", "Network", "session:", "Net work.*", "(a+)+.b"})
    void refuses_everything_else(String text) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageStartingWith("withcdp.log (system property): \"");
    }

    @Test
    void says_what_can_be_written() {
        assertThatThrownBy(() -> parse("Page.*, yes"))
                .hasMessage(
                        "withcdp.log (system property): \"yes\" is neither true nor false, nor a pattern for methods, as in Network.* or -Network.dataReceived, nor one for sessions, as in session:page or -session:*worker.");
    }

    private static LogSelection parse(String text) {
        return LogSelection.parse(new ConfiguredValue(text, "withcdp.log (system property)"));
    }
}
