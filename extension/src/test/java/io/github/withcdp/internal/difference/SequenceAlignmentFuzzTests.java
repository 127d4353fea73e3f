package io.github.withcdp.internal.difference;

import static io.github.withcdp.internal.difference.SequenceAlignmentTests.common;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.fuzz.Costly;
import io.github.withcdp.fuzz.Hostile;
import io.github.withcdp.fuzz.Tries;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** Whatever is in two lists, what is aligned is equal and in the order of both; of short ones it is as much as there can be. */
@Tag("fuzz")
@AddLifecycleHook(Tries.class)
class SequenceAlignmentFuzzTests {

    @Provide
    Arbitrary<List<Integer>> few() {
        return Arbitraries.integers().between(0, 4).list().ofMaxSize(30);
    }

    /** Some with elements that are there once, some without, which are aligned in turn. */
    @Provide
    Arbitrary<List<Integer>> many() {
        return Arbitraries.oneOf(
                Hostile.lists(IntStream.range(0, 700)
                        .map(i -> i % 30 == 0 ? i : i % 7)
                        .boxed()
                        .toList()),
                Hostile.lists(IntStream.range(0, 1_500).map(i -> i % 7).boxed().toList()));
    }

    @Property
    void of_short_lists_is_the_longest(@ForAll("few") List<Integer> one, @ForAll("few") List<Integer> other) {
        assertThat(common(one, other)).hasSizeBetween(common(other, one).size(), longest(one, other));
        assertThat(common(one, one)).isEqualTo(one);
    }

    @Property
    @Costly(10)
    void of_long_lists_is_in_both(@ForAll("many") List<Integer> one, @ForAll("many") List<Integer> other) {
        assertThat(common(one, other).size()).isBetween(0, Math.min(one.size(), other.size()));
        assertThat(common(one, one)).isEqualTo(one);
    }

    private static int longest(List<Integer> one, List<Integer> other) {
        var table = new int[one.size() + 1][other.size() + 1];
        for (int i = 1; i <= one.size(); i++) {
            for (int j = 1; j <= other.size(); j++) {
                table[i][j] = one.get(i - 1).equals(other.get(j - 1))
                        ? table[i - 1][j - 1] + 1
                        : Math.max(table[i - 1][j], table[i][j - 1]);
            }
        }
        return table[one.size()][other.size()];
    }
}
