package io.github.withcdp.assertions.internal.match;

import java.util.List;
import java.util.stream.Stream;

/** All that something of a kind should be like, such as a request or a console message. */
public record Criteria<T>(List<Criterion<T>> all) {

    public static <T> Criteria<T> of(Criterion<T> criterion) {
        return new Criteria<>(List.of(criterion));
    }

    public Criteria<T> and(Criterion<T> criterion) {
        return and(of(criterion));
    }

    public Criteria<T> and(Criteria<T> others) {
        return new Criteria<>(Stream.concat(all.stream(), others.all.stream()).toList());
    }

    public boolean matches(T actual) {
        return all.stream().allMatch(criterion -> criterion.isMetBy(actual));
    }

    /** Return how something fares, a result for each criterion. */
    public List<CheckResult> checks(T actual) {
        return all.stream().map(criterion -> criterion.check(actual)).toList();
    }

    /** Return what is demanded, on one line. */
    public String words() {
        return String.join(" with ", lines());
    }

    /** Return what is demanded, a line for each thing that is. */
    public List<String> lines() {
        return all.stream()
                .map(Criterion::words)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    /** Return what is demanded, a line for each thing that is, below the first. */
    public List<String> indentedLines() {
        var lines = lines();
        return Stream.concat(lines.stream().limit(1), lines.stream().skip(1).map("  "::concat))
                .toList();
    }
}
