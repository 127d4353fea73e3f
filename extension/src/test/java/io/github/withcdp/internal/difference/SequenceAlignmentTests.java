package io.github.withcdp.internal.difference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SequenceAlignmentTests {

    private static List<String> letters(String text) {
        return text == null ? List.of() : List.of(text.split(""));
    }

    /** Return what is aligned, if it is equal and in the order of both. */
    static <T> List<T> common(List<T> one, List<T> other) {
        var common = new ArrayList<T>();
        int last = -1;
        int otherLast = -1;
        for (var pair : SequenceAlignment.of(one, other)) {
            assertThat(pair.one()).isGreaterThan(last);
            assertThat(pair.other()).isGreaterThan(otherLast);
            assertThat(one.get(pair.one())).isEqualTo(other.get(pair.other()));
            common.add(one.get(pair.one()));
            last = pair.one();
            otherLast = pair.other();
        }
        return common;
    }

    @ParameterizedTest
    @CsvSource({
        "abc,abc,3",
        "abc,abxc,3",
        "abxc,abc,3",
        "abc,xyz,0",
        ",abc,0",
        "abcdef,adbcef,5",
        "aab,ab,2",
        "xaby,ab,2"
    })
    void finds_what_is_in_both_in_one_order(String one, String other, int common) {
        assertThat(common(letters(one), letters(other))).hasSize(common);
    }

    @Test
    void finds_a_change_in_the_middle_of_a_long_list() {
        var one = IntStream.range(0, 100_000).boxed().toList();
        var other = new ArrayList<>(one);
        other.subList(40_000, 41_000).clear();
        other.add(70_000, -1);
        Collections.swap(other, 10, 90_000);

        assertThat(common(one, other)).hasSizeGreaterThan(98_990);
    }

    @Test
    void aligns_what_is_cut_reordered_and_doubled_in_any_way() {
        var random = new Random(20261129);
        for (int run = 0; run < 3_000; run++) {
            int kinds = 1 + random.nextInt(20);
            var one = random.ints(random.nextInt(60), 0, kinds).boxed().toList();
            var other = Damage.of(one, random);

            common(one, other);
        }
    }

    @Test
    void aligns_long_lists_of_few_kinds_without_looking_at_all_pairs() {
        var random = new Random(7);
        var one = random.ints(100_000, 0, 5).boxed().toList();
        var other = random.ints(100_000, 0, 5).boxed().toList();

        common(one, other);
    }
}
