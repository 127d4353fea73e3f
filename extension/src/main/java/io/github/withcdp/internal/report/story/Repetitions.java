package io.github.withcdp.internal.report.story;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/**
 * Folds what comes again and again into one line each: what is like the one before, and also what alternates with a few others, as when a test
 * asks for two values in turn until one of them is right. Keeps the latest lines, so that a long recording needs no more memory than a short one.
 *
 * @param <T> what comes
 */
final class Repetitions<T> {

    /** How many different ones may alternate. */
    static final int ALTERNATING = 4;

    /**
     * One or more that are alike.
     *
     * @param times how many
     */
    record Line<T>(T first, T last, long times) {}

    private static final class Open<T> {
        final Object likeness;
        final T first;
        T last;
        long times = 1;

        Open(Object likeness, T first) {
            this.likeness = likeness;
            this.first = first;
            last = first;
        }

        void add(T again, long more) {
            last = again;
            times += more;
        }
    }

    private final int most;
    private final List<Open<T>> lines = new ArrayList<>();
    private long left;

    /** The lines at the end of which any may get one more. */
    private List<Open<T>> loop = List.of();

    /**
     * Begin without a line.
     *
     * @param most how many lines are kept
     */
    Repetitions(int most) {
        this.most = most;
    }

    /**
     * Add one.
     *
     * @param likeness equal to that of those that are alike
     */
    void add(Object likeness, T one) {
        for (var line : loop) {
            if (line.likeness.equals(likeness)) {
                line.add(one, 1);
                return;
            }
        }
        var line = new Open<>(likeness, one);
        lines.add(line);
        loop = List.of(line);
        for (int different = 2; different <= ALTERNATING; different++) {
            foldAlternating(different);
        }
        while (lines.size() > most + 2 * ALTERNATING) {
            left += lines.remove(0).times;
        }
    }

    /** Fold the last lines if there are two of each of so many. */
    private void foldAlternating(int different) {
        if (lines.size() < 2 * different) {
            return;
        }
        var last = lines.subList(lines.size() - 2 * different, lines.size());
        var folded = new LinkedHashMap<Object, Open<T>>();
        last.forEach(line -> folded.putIfAbsent(line.likeness, line));
        long twice = last.stream()
                .filter(line -> folded.get(line.likeness) != line)
                .map(line -> line.likeness)
                .distinct()
                .count();
        if (twice != different) {
            return;
        }
        for (var line : last) {
            var first = folded.get(line.likeness);
            if (first != null && first != line) {
                first.add(line.last, line.times);
            }
        }
        last.clear();
        loop = List.copyOf(folded.values());
        lines.addAll(loop);
    }

    /** Return the latest lines in the order of their first ones. */
    List<Line<T>> lines() {
        return lines.subList(Math.max(0, lines.size() - most), lines.size()).stream()
                .map(line -> new Line<>(line.first, line.last, line.times))
                .toList();
    }

    /** Return how many came before them. */
    long left() {
        return left
                + lines.stream()
                        .limit(Math.max(0, lines.size() - most))
                        .mapToLong(line -> line.times)
                        .sum();
    }
}
