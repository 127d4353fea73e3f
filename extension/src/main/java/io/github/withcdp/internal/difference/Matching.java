package io.github.withcdp.internal.difference;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Joins what two runs have of the same: by one key after the other, those of a key in their order, until nothing more belongs together. */
final class Matching<T> {

    /** Two that belong together. */
    record Match<T>(T expected, T actual) {}

    private final List<Match<T>> matches = new ArrayList<>();
    private final List<T> expected;
    private final List<T> actual;

    /** Begin with the elements of two runs, which are told apart by identity. */
    Matching(Collection<T> expected, Collection<T> actual) {
        this.expected = new ArrayList<>(expected);
        this.actual = new ArrayList<>(actual);
    }

    /** Join what is left and has equal keys. */
    Matching<T> by(Function<T, Object> expectedKey, Function<T, Object> actualKey) {
        if (expected.isEmpty() || actual.isEmpty()) {
            return this;
        }
        var waiting = new HashMap<Object, ArrayDeque<T>>();
        expected.forEach(one -> waiting.computeIfAbsent(expectedKey.apply(one), key -> new ArrayDeque<>())
                .add(one));
        Set<T> joined = Collections.newSetFromMap(new IdentityHashMap<>());
        actual.removeIf(one -> {
            var others = waiting.get(actualKey.apply(one));
            var other = others == null ? null : others.poll();
            if (other != null) {
                joined.add(other);
                matches.add(new Match<>(other, one));
            }
            return other != null;
        });
        expected.removeIf(joined::contains);
        return this;
    }

    List<Match<T>> matches() {
        return matches;
    }

    /** Return what is in the one run only. */
    List<T> missing() {
        return expected;
    }

    /** Return what is in the other run only. */
    List<T> added() {
        return actual;
    }
}
