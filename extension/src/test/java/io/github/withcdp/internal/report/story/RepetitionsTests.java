package io.github.withcdp.internal.report.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepetitionsTests {

    /** Fold letters: {@code aab} is {@code 2a b}. */
    private static String folded(String letters) {
        return told(repetitions(letters, 100));
    }

    private static Repetitions<Integer> repetitions(String letters, int most) {
        var repetitions = new Repetitions<Integer>(most);
        IntStream.range(0, letters.length()).forEach(i -> repetitions.add(letters.charAt(i), i));
        assertThat(repetitions.left()
                        + repetitions.lines().stream()
                                .mapToLong(Repetitions.Line::times)
                                .sum())
                .as("all are counted")
                .isEqualTo(letters.length());
        return repetitions;
    }

    private static String told(Repetitions<Integer> repetitions) {
        return String.join(
                " ",
                repetitions.lines().stream()
                        .map(line -> line.first() + (line.times() == 1 ? "" : "-" + line.last() + "x" + line.times()))
                        .toList());
    }

    @Test
    void what_differs_stays_as_it_is() {
        assertThat(folded("")).isEmpty();
        assertThat(folded("abcdefga")).isEqualTo("0 1 2 3 4 5 6 7");
    }

    @Test
    void what_is_said_again_is_one_line() {
        assertThat(folded("abbbbc")).isEqualTo("0 1-4x4 5");
    }

    @Test
    void what_alternates_is_a_line_each() {
        assertThat(folded("xababab")).isEqualTo("0 1-5x3 2-6x3");
        assertThat(folded("abcabcabcx")).isEqualTo("0-6x3 1-7x3 2-8x3 9");
        assertThat(folded("abcdabcd")).isEqualTo("0-4x2 1-5x2 2-6x2 3-7x2");
    }

    @Test
    void what_alternates_need_not_keep_its_order() {
        assertThat(folded("ababbaaab")).isEqualTo("0-7x5 1-8x4");
        assertThat(folded("aabaabaab")).isEqualTo("0-7x6 2-8x3");
    }

    @Test
    void what_came_only_once_is_no_alternation() {
        assertThat(folded("aba")).isEqualTo("0 1 2");
        assertThat(folded("abcab")).isEqualTo("0 1 2 3 4");
    }

    @Test
    void something_else_between_two_series_shows_where_it_was() {
        assertThat(folded("aaaxaaa")).isEqualTo("0-2x3 3 4-6x3");
        assertThat(folded("ababxabab")).isEqualTo("0-2x2 1-3x2 4 5-7x2 6-8x2");
    }

    @Test
    void five_that_take_turns_are_not_folded() {
        assertThat(folded("abcdeabcde").split(" ")).hasSize(10);
    }

    @Test
    void what_begins_to_come_more_rarely_joins_the_series() {
        assertThat(folded("aaaxaaaxaaa")).isEqualTo("0-10x9 3-7x2");
    }

    @Test
    void keeps_the_latest_lines_and_counts_the_rest() {
        var letters = "aab" + "cdefghij".repeat(1_000) + "zzz";

        var repetitions = repetitions(letters, 3);

        assertThat(told(repetitions)).isEqualTo("8001 8002 8003-8005x3");
        assertThat(repetitions.lines()).extracting(Repetitions.Line::first).isEqualTo(List.of(8_001, 8_002, 8_003));
        assertThat(repetitions.left()).isEqualTo(8_001);
    }
}
