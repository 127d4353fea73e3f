package io.github.withcdp.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTests {

    @ParameterizedTest
    @CsvSource({"PT0S, 0 ms", "PT0.3S, 300 ms", "PT1S, 1 s", "PT2.5S, 2.5 s", "PT10M, 600 s"})
    void are_printed_with_the_unit_in_which_they_read_best(Duration duration, String text) {
        assertThat(Durations.format(duration)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"10 s, PT10S", "10, PT10S", "300 MS, PT0.3S", "2 m, PT2M", "1h, PT1H", "0.25, PT0.25S", "PT1M, PT1M"})
    void are_read_as_people_write_them(String text, Duration duration) {
        assertThat(Durations.parse(text)).contains(duration);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1 s", "1 day", "1e3", "10 s 5 ms"})
    void are_nothing_else(String text) {
        assertThat(Durations.parse(text)).isEmpty();
    }

    @Test
    void are_read_as_they_are_printed() {
        assertThat(Durations.parse(Durations.format(Duration.ofMillis(2500)))).contains(Duration.ofMillis(2500));
    }
}
