package io.github.withcdp.internal.failure;

import static io.github.withcdp.internal.failure.Failures.MARK;
import static io.github.withcdp.internal.failure.Failures.SECRET;
import static io.github.withcdp.internal.failure.Failures.assertTellsNothing;
import static io.github.withcdp.internal.failure.Failures.cause;
import static io.github.withcdp.internal.failure.Failures.redacted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.StackTraces;
import io.github.withcdp.protocol.RedactedError;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.MultipleFailuresError;
import org.opentest4j.TestAbortedException;

/** Which failures are copied, and how the copies belong together. */
class FailureRedactorTests {

    @Test
    void lets_failures_without_secrets_pass() {
        for (var failure : List.of(
                new AssertionError("no"),
                new AssertionFailedError("no", 1, 2),
                new IOException(),
                new TestAbortedException("not today"),
                new IllegalStateException("x", new Error()))) {
            assertThat(redacted(failure)).isSameAs(failure);
        }
    }

    @Test
    void copies_nothing_twice() {
        for (var failure : List.of(
                new IOException("it was " + SECRET),
                new AssertionFailedError(SECRET, SECRET, "b"),
                new MultipleFailuresError(SECRET, List.of(new IOException(SECRET))),
                new SecretHolder(SECRET),
                new Hidden(SECRET))) {
            var copy = redacted(failure);

            assertThat(copy).isNotSameAs(failure);
            assertThat(redacted(copy)).isSameAs(copy);
        }
    }

    @Test
    void says_the_same_without_secrets_at_the_same_place() {
        var failure = new IOException("it was " + SECRET);
        var copy = redacted(failure);

        assertThat(copy).isExactlyInstanceOf(IOException.class).hasMessage("it was " + MARK);
        assertThat(copy.getStackTrace()).isEqualTo(failure.getStackTrace());
    }

    @Test
    void keeps_what_has_no_secret_within_what_has_one() {
        var harmless = new IllegalStateException("no");
        var alsoHarmless = new IllegalArgumentException("neither");
        var failure = new IOException(SECRET, harmless);
        failure.addSuppressed(alsoHarmless);

        assertThat(redacted(failure).getCause()).isSameAs(harmless);
        assertThat(redacted(failure).getSuppressed()).containsExactly(alsoHarmless);
    }

    @Test
    void copies_what_has_no_secret_around_what_has_one() {
        var failure = new IllegalStateException("no", new IOException("neither", new IOException(SECRET)));
        failure.addSuppressed(new AssertionError("not this"));

        var copy = redacted(failure);

        assertTellsNothing(copy);
        assertThat(StackTraces.of(copy)).isEqualTo(StackTraces.of(failure).replace(SECRET, MARK));
    }

    @Test
    void copies_members_of_a_MultipleFailuresError_by_the_same_rule() {
        var harmless = new IOException("no");
        var deep = new IllegalStateException("neither", new IOException(SECRET));
        var failure = new MultipleFailuresError("two", List.of(harmless, deep));
        failure.addSuppressed(deep);

        assertThat(redacted(failure)).isInstanceOfSatisfying(MultipleFailuresError.class, copy -> {
            assertTellsNothing(copy);
            assertThat(copy.getFailures()).element(0).isSameAs(harmless);
            assertThat(copy.getFailures()).element(1).isExactlyInstanceOf(IllegalStateException.class);
            assertThat(copy.getSuppressed()).containsExactly(copy.getFailures().get(1));
        });
    }

    /** What is suppressed in a cause may be what the cause belongs to; both lead to the secret. */
    @Test
    void follows_circles_and_keeps_them() {
        var inner = new IllegalStateException("no");
        var failure = new AssertionError(SECRET, inner);
        inner.addSuppressed(failure);

        var copy = redacted(failure);

        assertTellsNothing(copy);
        assertThat(copy).isExactlyInstanceOf(AssertionError.class);
        assertThat(copy.getCause()).isExactlyInstanceOf(IllegalStateException.class);
        assertThat(cause(copy).getSuppressed()).containsExactly(copy);
    }

    @Test
    void keeps_circles_of_causes() {
        var failure = new IOException(SECRET);
        var other = new IllegalStateException("no", failure);
        failure.initCause(other);

        for (var each : List.of(failure, other)) {
            var copy = redacted(each);
            assertTellsNothing(copy);
            assertThat(copy).isExactlyInstanceOf(each.getClass());
            assertThat(copy.getCause()).isExactlyInstanceOf(cause(each).getClass());
            assertThat(cause(copy).getCause()).isSameAs(copy);
        }
    }

    /** Each would have to be there before the other. */
    @Test
    void opens_circles_that_constructors_cannot_make() {
        var first = new AssertionError("no");
        var second = new AssertionError(SECRET, first);
        first.initCause(second);

        var copy = redacted(second);

        assertTellsNothing(copy);
        assertThat(copy).isExactlyInstanceOf(AssertionError.class).cause().isInstanceOf(RedactedError.class);
        assertThat(cause(copy).getCause()).isSameAs(copy);
    }

    @Test
    void stands_in_for_one_that_would_have_to_be_its_own_member() {
        var failure = new AssertionError(SECRET);
        failure.initCause(new MultipleFailuresError("one", List.of(failure)));

        var copy = redacted(failure);

        assertTellsNothing(copy);
        assertThat(copy).isInstanceOf(RedactedError.class).cause().isInstanceOf(MultipleFailuresError.class);
        assertThat(((MultipleFailuresError) cause(copy)).getFailures()).containsExactly(copy);
    }

    @Test
    void copies_a_failure_that_is_there_twice_once() {
        var shared = new IOException(SECRET);
        var failure = new IllegalStateException("no", shared);
        failure.addSuppressed(shared);

        var copy = redacted(failure);

        assertThat(copy.getSuppressed()).containsExactly(copy.getCause());
    }

    @Test
    void lets_a_failure_pass_that_cannot_be_read() {
        var failure = new IllegalStateException("no") {
            private static final long serialVersionUID = 1L;

            @Override
            public String getMessage() {
                throw new UnsupportedOperationException(SECRET);
            }
        };

        assertThat(redacted(failure)).isSameAs(failure);
    }

    /** The name of the type, which ends before a colon, makes a secret of what comes after it. */
    @Test
    void reads_a_text_together_with_the_type_before_it() {
        var copy = redacted(new InvalidToken("q7k2z9"));

        assertThat(copy).isExactlyInstanceOf(InvalidToken.class);
        assertThat(copy.toString()).doesNotContain("q7k2z9").contains("InvalidToken: ‹redacted:");
        assertThat(redacted(copy)).isSameAs(copy);
    }

    public static final class InvalidToken extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public InvalidToken(String message) {
            super(message);
        }
    }

    private static final class Hidden extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Hidden(String message) {
            super(message);
        }
    }

    public static final class SecretHolder extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public final String secret;

        public SecretHolder(String secret) {
            super(secret);
            this.secret = secret;
        }
    }
}
