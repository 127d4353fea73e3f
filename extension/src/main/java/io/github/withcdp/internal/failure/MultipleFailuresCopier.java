package io.github.withcdp.internal.failure;

import java.util.List;
import java.util.Optional;
import org.opentest4j.MultipleFailuresError;

/**
 * Copies errors that hold several failures. Their text is made of a heading, which can only be found in it, and of the texts of the failures.
 *
 * @param texts what the errors say without secrets
 */
record MultipleFailuresCopier(FailureTexts texts) {

    private static final String HEADING = "{heading}";

    /** Return an error of the same class with other failures; where that cannot be, of the class of JUnit. */
    Throwable copy(MultipleFailuresError error, List<Throwable> failures) {
        return copy(error.getClass(), error, failures)
                .or(() -> copy(MultipleFailuresError.class, error, failures))
                .orElseGet(() -> new MultipleFailuresError(texts.headline(error), failures));
    }

    private Optional<Throwable> copy(
            Class<? extends MultipleFailuresError> type, MultipleFailuresError error, List<Throwable> failures) {
        if (!ExceptionState.canOnlyBeTold(type, List.of(String.class, List.class), Throwable.class)) {
            return Optional.empty();
        }
        return make(type, HEADING, error.getFailures())
                .flatMap(sample -> Reflection.attempt(sample::getMessage))
                .flatMap(message -> Affixes.around(HEADING, message))
                .flatMap(affixes -> Reflection.attempt(error::getMessage).flatMap(affixes::strip))
                .flatMap(heading -> make(type, texts.text(heading), failures))
                .filter(copy -> !texts.tell(copy));
    }

    private static Optional<Throwable> make(
            Class<? extends MultipleFailuresError> type, String heading, List<Throwable> failures) {
        return Reflection.attempt(
                () -> type.getConstructor(String.class, List.class).newInstance(heading, failures));
    }
}
