package io.github.withcdp.internal.failure;

import io.github.withcdp.protocol.RedactedError;
import io.github.withcdp.protocol.RedactedException;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;
import org.opentest4j.TestAbortedException;

/** Copies failures that tell secrets, each once, and puts the copies together as their originals are, circles included. */
final class FailureCopier {

    private final FailureTexts texts;
    private final Set<Throwable> toCopy;
    private final IdentityHashMap<Throwable, Throwable> copies = new IdentityHashMap<>();
    private final Set<Throwable> startedOriginals = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Queue<Throwable> unassembled = new ArrayDeque<>();

    /**
     * Create a copier.
     *
     * @param toCopy what is to be copied; everything else is taken as it is
     */
    FailureCopier(FailureTexts texts, Set<Throwable> toCopy) {
        this.texts = texts;
        this.toCopy = toCopy;
    }

    /** Return the copy of a failure, with all that belongs to it. */
    Throwable copy(Throwable failure) {
        var copy = copyOf(failure);
        while (!unassembled.isEmpty()) {
            var original = unassembled.remove();
            assemble(original, copyOf(original));
        }
        return copy;
    }

    /** Return the copy of a failure, which may still be without its stack trace and what belongs to it. */
    Throwable copyOf(Throwable failure) {
        if (!toCopy.contains(failure)) {
            return failure;
        }
        var existing = copies.get(failure);
        if (existing != null) {
            return existing;
        }
        // One that is needed to make itself cannot be of its own class.
        var copy = startedOriginals.add(failure)
                ? sameKind(failure).orElseGet(() -> substitute(failure))
                : substitute(failure);
        var earlier = copies.putIfAbsent(failure, copy);
        if (earlier != null) {
            return earlier;
        }
        unassembled.add(failure);
        return copy;
    }

    private Optional<Throwable> sameKind(Throwable failure) {
        if (failure instanceof MultipleFailuresError several) {
            return Optional.of(new MultipleFailuresCopier(texts)
                    .copy(
                            several,
                            several.getFailures().stream().map(this::copyOf).toList()));
        }
        return ProtocolFailureCopier.copy(failure, texts)
                .filter(copy -> !texts.tell(copy))
                .or(() -> new SameClassCopier(texts).copy(failure, cause(failure)));
    }

    /** Return the cause that a copy is made with; none if the original has none, or it cannot be had before the copy. */
    private Optional<Throwable> cause(Throwable failure) {
        return Optional.ofNullable(failure.getCause())
                .filter(cause -> !startedOriginals.contains(cause) || copies.containsKey(cause))
                .map(this::copyOf);
    }

    private Throwable substitute(Throwable failure) {
        if (Aborted.is(failure)) {
            return new TestAbortedException(texts.headline(failure));
        }
        var type = FailureTexts.type(failure);
        var message = texts.message(failure);
        if (failure instanceof AssertionFailedError error && error.isExpectedDefined() && error.isActualDefined()) {
            return new RedactedError(type, message, texts.value(error.getExpected()), texts.value(error.getActual()));
        }
        if (failure instanceof AssertionError) {
            return new RedactedError(type, message);
        }
        return failure instanceof Error error
                ? new SameClassCopier(texts).nearest(error, cause(failure))
                : new RedactedException(type, message);
    }

    private void assemble(Throwable original, Throwable copy) {
        copy.setStackTrace(original.getStackTrace());
        var cause = original.getCause();
        if (cause != null && copy.getCause() == null) {
            addCause(copy, copyOf(cause));
        }
        for (var suppressed : original.getSuppressed()) {
            copy.addSuppressed(copyOf(suppressed));
        }
    }

    private static void addCause(Throwable copy, Throwable cause) {
        try {
            copy.initCause(cause);
        } catch (IllegalStateException hasNone) { // only in circles, whose causes could not be had earlier
            copy.addSuppressed(cause);
        }
    }
}
