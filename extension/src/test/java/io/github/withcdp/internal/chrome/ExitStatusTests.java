package io.github.withcdp.internal.chrome;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExitStatusTests {

    @ParameterizedTest
    @CsvSource({
        "0,          exit status 0",
        "21,         exit status 21",
        "137,        ended by signal 9 (SIGKILL)",
        "139,        ended by signal 11 (SIGSEGV)",
        "159,        ended by signal 31",
        "255,        exit status 255",
        "-1073741819, exit status -1073741819",
    })
    void reads_well(int value, String words) {
        assertThat(ExitStatus.describe(value)).isEqualTo(words);
    }
}
