package io.github.withcdp.assertions;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * One thing that a request or a console message should be like.
 *
 * @param words what is demanded, for a line of a message
 * @param what is looked at: {@code status}
 * @param expected what it should be: {@code 404}
 * @param shown what it is, as a message shows it
 * @param distance how far it is from that: 0 if met, up to 1
 */
record Criterion<T>(
        String words,
        String what,
        String expected,
        Predicate<T> predicate,
        Function<T, String> shown,
        ToDoubleFunction<T> distance) {

    Criterion(String words, String what, String expected, Predicate<T> predicate, Function<T, String> shown) {
        this(words, what, expected, predicate, shown, actual -> 1);
    }

    boolean isMetBy(T actual) {
        return predicate.test(actual);
    }

    CheckResult check(T actual) {
        boolean met = isMetBy(actual);
        return new CheckResult(what, expected, shown.apply(actual), met, met ? 0 : distance.applyAsDouble(actual));
    }

    static <T> List<Criterion<T>> more(List<Criterion<T>> parts, List<Criterion<T>> more) {
        return Stream.concat(parts.stream(), more.stream()).toList();
    }

    static <T> boolean all(List<Criterion<T>> parts, T actual) {
        return parts.stream().allMatch(part -> part.isMetBy(actual));
    }

    static <T> List<CheckResult> checks(List<Criterion<T>> parts, T actual) {
        return parts.stream().map(part -> part.check(actual)).toList();
    }

    static <T> List<String> words(List<Criterion<T>> parts) {
        return parts.stream()
                .map(Criterion::words)
                .filter(words -> !words.isEmpty())
                .toList();
    }

    /** Return what is demanded, a line for each thing that is. */
    static <T> List<String> lines(List<Criterion<T>> parts) {
        var words = words(parts);
        return Stream.concat(words.stream().limit(1), words.stream().skip(1).map(word -> "  " + word))
                .toList();
    }
}
