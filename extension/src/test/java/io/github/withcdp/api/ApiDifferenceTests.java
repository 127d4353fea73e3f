package io.github.withcdp.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ApiDifferenceTests {

    @Test
    void is_empty_if_the_same_lines_are_there_in_any_order() {
        assertThat(ApiDifference.between(List.of("a.B: class", "a.C: class"), List.of("a.C: class", "a.B: class"))
                        .isEmpty())
                .isTrue();
    }

    @Test
    void says_what_has_come_and_gone_and_what_to_do() {
        var difference = ApiDifference.between(
                List.of("a.B: void close()", "a.B: void end()", "a.B: void open()"),
                List.of("a.B: void open()", "a.B: void end(int)"));

        assertThat(difference.isEmpty()).isFalse();
        assertThat(difference.text()).isEqualTo("""
                The public API of this module is not the one in its api.txt.
                Added:
                  a.B: void end(int)
                Removed:
                  a.B: void close()
                  a.B: void end()
                If that is meant, write the file anew, and commit it together with the change:
                  mvn -pl extension,assertions test -Dtest=PublicApiTests -Dapi.write
                .github/CONTRIBUTING.md says what may change, and where it is told.""");
    }

    @Test
    void says_that_nothing_has_gone() {
        assertThat(ApiDifference.between(List.of(), List.of("a.B: class")).text())
                .contains("Added:\n  a.B: class\nRemoved: nothing\n");
    }
}
