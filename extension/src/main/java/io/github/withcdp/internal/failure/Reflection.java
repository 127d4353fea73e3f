package io.github.withcdp.internal.failure;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Calls code of classes that are not ours, which may fail or not be there. */
final class Reflection {

    private Reflection() {}

    /** Return what comes of an attempt; nothing if it fails. */
    static <T> Optional<T> attempt(Callable<@Nullable T> attempt) {
        try {
            return Optional.ofNullable(attempt.call());
        } catch (Exception | LinkageError failure) {
            return Optional.empty();
        }
    }
}
