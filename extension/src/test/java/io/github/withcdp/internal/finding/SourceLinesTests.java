package io.github.withcdp.internal.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.text.SafeText;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceLinesTests {

    private static String numbered(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "line(" + i + ");").collect(Collectors.joining("\n"));
    }

    @Test
    void shows_two_lines_before_and_after() {
        assertThat(SourceLines.around(numbered(20), 9, 1))
                .containsExactly(
                        "   7: line(7);", "   8: line(8);", ">  9: line(9);", "  10: line(10);", "  11: line(11);");
    }

    @Test
    void shows_fewer_where_there_are_no_more() {
        assertThat(SourceLines.around("a\nb", 1, 0)).containsExactly("> 1: a", "  2: b");
        assertThat(SourceLines.around("a\r\nb\rc\u2028d\n\n", 4, 0)).containsExactly("  2: b", "  3: c", "> 4: d");
    }

    @Test
    void leaves_out_what_all_lines_are_indented_by() {
        assertThat(SourceLines.around("    if (total) {\n\n\t\t\tpay();\n    }", 3, 4))
                .containsExactly("  1:  if (total) {", "  2:", "> 3: pay();", "  4:  }");
    }

    @Test
    void cuts_a_long_line_around_the_column() {
        var minified = "a;".repeat(500) + "total.add(item)" + ";b".repeat(500);

        assertThat(SourceLines.around(minified, 1, 1_001))
                .containsExactly("> 1: …" + "a;".repeat(30) + "total.add(item)" + ";b".repeat(22) + ";…");
        assertThat(SourceLines.around(minified, 1, 0)).containsExactly("> 1: " + "a;".repeat(60) + "…");
        assertThat(SourceLines.around(minified, 1, 9_999)).containsExactly("> 1: …" + ";b".repeat(60));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 3, Integer.MAX_VALUE})
    void knows_nothing_of_lines_that_the_source_has_not(int line) {
        assertThat(SourceLines.around("a\nb", line, 1)).isEqualTo(List.of());
    }

    @Test
    void shows_hostile_lines_harmlessly() {
        var lines = SourceLines.around("\u001b[2J\u202e##teamcity[x]\n::error::x", 1, Integer.MIN_VALUE);

        assertThat(lines).allSatisfy(line -> assertThat(line.codePoints()).allMatch(SafeText::isHarmless));
        assertThat(lines).containsExactly("> 1: \\u001b[2J\\u202e##teamcity\\u005bx]", "  2: :\\u003aerror::x");
    }
}
