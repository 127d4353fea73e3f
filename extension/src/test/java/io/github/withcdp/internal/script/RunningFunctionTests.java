package io.github.withcdp.internal.script;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunningFunctionTests {

    @ParameterizedTest
    @CsvSource({
        "spin, http://a.test/js/app.js, 12, 3, spin (app.js:12:3)",
        "spin, http://a.test/js/app.js?token=x/y#z, 12, 0, spin (app.js:12)",
        "'', http://a.test/, 2, 5, (anonymous) (http://a.test/:2:5)",
        "spin, '', 1, 10, spin (evaluated script:1:10)",
        "sort, '', 0, 0, sort",
        "sort, app.js, 0, 0, sort (app.js)",
    })
    void shows_the_file_and_not_the_whole_url(String name, String url, int line, int column, String text) {
        assertThat(new RunningFunction(name, url, line, column).text()).isEqualTo(text);
    }
}
