package io.github.withcdp.assertions.internal.evidence;

import java.util.List;
import java.util.function.Predicate;

/**
 * What may fail although nothing of its kind should.
 *
 * @param predicate what it is met by
 * @param lines which that is, for a message
 */
public record Exemption<T>(Predicate<? super T> predicate, List<String> lines) {

    boolean covers(T actual) {
        return predicate.test(actual);
    }
}
