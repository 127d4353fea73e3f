package io.github.withcdp.internal.failure;

import static io.github.withcdp.internal.failure.Failures.SECRET;
import static io.github.withcdp.internal.failure.Failures.assertTellsNothing;
import static io.github.withcdp.internal.failure.Failures.redacted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.protocol.CommandFailedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;
import org.opentest4j.TestAbortedException;

/** Failures of all kinds, put together by chance, circles included. */
class ManyFailuresTests {

    private static final List<Function<String, Throwable>> KINDS = List.of(
            IOException::new,
            IllegalStateException::new,
            NullPointerException::new,
            AssertionError::new,
            AssertionFailedError::new,
            TestAbortedException::new,
            StackOverflowError::new,
            text -> new AssertionFailedError(text, text, 2),
            text -> new AssertionFailedError("no", 1, text),
            text -> new CompletionException(text, null),
            text -> new UncheckedIOException(new IOException(text)),
            text -> new CommandFailedException("A.b", 1, text, ""),
            text -> new MultipleFailuresError(text, List.of()),
            KindTests.Prefixed::new,
            KindTests.Footnoted::new,
            KindTests.Hidden::new,
            KindTests.WithField::new,
            KindTests.Shouting::new,
            KindTests.HiddenAssertion::new,
            text -> new KindTests.BrokenPlugin(text, 1),
            text -> new KindTests.NotToday(text, 1));

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 5, 9})
    void never_tell_a_secret_and_hang_together_as_the_originals_do(int size) {
        for (int seed = 0; seed < 200; seed++) {
            var failures = some(size, new Random(1_000L * size + seed));
            var root = failures.get(failures.size() - 1);

            var copy = redacted(root);

            assertTellsNothing(copy);
            assertAlike(root, copy, new IdentityHashMap<>());
        }
    }

    private static List<Throwable> some(int size, Random random) {
        var failures = new ArrayList<Throwable>();
        for (int i = 0; i < size; i++) {
            var text = random.nextInt(3) == 0 ? "it was " + SECRET + "!" : "no " + i;
            failures.add(
                    random.nextInt(5) == 0
                            ? new MultipleFailuresError(text, List.copyOf(failures))
                            : KINDS.get(random.nextInt(KINDS.size())).apply(text));
        }
        for (var failure : failures) {
            var other = failures.get(random.nextInt(size));
            if (random.nextBoolean() && failure.getCause() == null && other != failure) {
                giveCause(failure, other);
            }
            var suppressed = failures.get(random.nextInt(size));
            if (random.nextBoolean() && suppressed != failure) {
                failure.addSuppressed(suppressed);
            }
        }
        return failures;
    }

    private static void giveCause(Throwable failure, Throwable cause) {
        try {
            failure.initCause(cause);
        } catch (IllegalStateException hasNone) {
            failure.addSuppressed(cause);
        }
    }

    private static void assertAlike(Throwable original, Throwable copy, IdentityHashMap<Throwable, Throwable> seen) {
        var known = seen.put(original, copy);
        if (known != null) {
            assertThat(copy).isSameAs(known);
            return;
        }
        assertThat(FailureTexts.type(copy).equals(original.getClass().getName())
                        || (original instanceof Error && copy instanceof Error)
                        || (Aborted.is(original) && Aborted.is(copy)))
                .as("%s for %s", copy, original)
                .isTrue();
        assertThat(copy.getStackTrace()).isEqualTo(original.getStackTrace());
        var suppressed = original.getSuppressed();
        assertThat(copy.getSuppressed()).hasSameSizeAs(suppressed);
        for (int i = 0; i < suppressed.length; i++) {
            assertAlike(suppressed[i], copy.getSuppressed()[i], seen);
        }
        if (original instanceof MultipleFailuresError several && copy instanceof MultipleFailuresError copied) {
            assertThat(copied.getFailures()).hasSameSizeAs(several.getFailures());
            for (int i = 0; i < several.getFailures().size(); i++) {
                assertAlike(several.getFailures().get(i), copied.getFailures().get(i), seen);
            }
        }
        var cause = original.getCause();
        var copied = copy.getCause();
        assertThat(copied == null).isEqualTo(cause == null);
        if (cause != null && copied != null) {
            assertAlike(cause, copied, seen);
        }
    }
}
