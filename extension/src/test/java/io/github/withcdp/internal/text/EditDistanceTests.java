package io.github.withcdp.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTests {

    @ParameterizedTest
    @CsvSource({
        "'', '', 0",
        "log, log, 0",
        "'', log, 3",
        "log, '', 3",
        "log, logs, 1",
        "logs, log, 1",
        "log, lag, 1",
        "kitten, sitting, 3",
        "saturday, sunday, 3",
        "ab, ba, 1",
        "cab, abc, 2"
    })
    void counts_added_dropped_changed_and_swapped_letters(String from, String to, int distance) {
        assertThat(EditDistance.between(from, to)).isEqualTo(distance);
    }
}
