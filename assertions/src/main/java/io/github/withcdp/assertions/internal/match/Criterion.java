package io.github.withcdp.assertions.internal.match;

import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/**
 * One thing that a request or a console message should be like.
 *
 * @param words what is demanded, for a line of a message
 * @param what is looked at: {@code status}
 * @param expected what it should be: {@code 404}
 * @param shown what it is, as a message shows it
 * @param distance how far it is from that: 0 if met, up to 1
 */
public record Criterion<T>(
        String words,
        String what,
        String expected,
        Predicate<T> predicate,
        Function<T, String> shown,
        ToDoubleFunction<T> distance) {

    public Criterion(String words, String what, String expected, Predicate<T> predicate, Function<T, String> shown) {
        this(words, what, expected, predicate, shown, actual -> 1);
    }

    boolean isMetBy(T actual) {
        return predicate.test(actual);
    }

    CheckResult check(T actual) {
        boolean met = isMetBy(actual);
        return new CheckResult(what, expected, shown.apply(actual), met, met ? 0 : distance.applyAsDouble(actual));
    }
}
