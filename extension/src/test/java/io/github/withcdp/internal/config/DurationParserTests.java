package io.github.withcdp.internal.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationParserTests {

    @ParameterizedTest
    @CsvSource({
        "10 s, PT10S", "10s, PT10S", "10, PT10S", "' 10  S ', PT10S", "300 ms, PT0.3S", "2 m, PT2M", "1 h, PT1H",
        "1.5 s, PT1.5S", "0.25, PT0.25S", "PT1M, PT1M", "pt0.5s, PT0.5S", "1 ms, PT0.001S", "24 h, PT24H", "P1D, PT24H"
    })
    void reads_what_people_write(String text, Duration duration) {
        assertThat(DurationParser.parse(new ConfiguredValue(text, "here"))).isEqualTo(duration);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "abc",
                "0",
                "0 s",
                "-5 s",
                "-5",
                "PT0S",
                "PT-1S",
                "0.5 ms",
                "24.1 h",
                "P2D",
                "10 x",
                "10 sec",
                "1e3",
                "1,5 s",
                "10 s s",
                "s",
                "١٠ s",
                "999999999 h",
                "99999999999999999999 s",
                "PT9999999999999999H"
            })
    void refuses_anything_else(String text) {
        assertThatThrownBy(() -> DurationParser.parse(new ConfiguredValue(text, "withcdp.timeout (system property)")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("withcdp.timeout (system property): \"" + text + "\" is not a duration from 1 ms to 24 h."
                        + " Write it as 10 s, 300 ms, 2 m, 1 h or PT1M; a bare number is seconds.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT0.000999S", "PT24H0.001S"})
    void refuses_a_duration_that_cannot_be_waited_for(Duration duration) {
        assertThatThrownBy(() -> DurationParser.check(duration, "here"))
                .isInstanceOf(ConfigurationException.class)
                .hasMessage("here: \"" + duration + "\" is not a duration from 1 ms to 24 h.");
    }

    @Test
    void passes_on_a_duration_that_can_be_waited_for() {
        assertThat(DurationParser.check(Duration.ofSeconds(3), "here")).isEqualTo(Duration.ofSeconds(3));
    }
}
