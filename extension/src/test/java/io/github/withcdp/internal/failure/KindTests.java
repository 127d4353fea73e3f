package io.github.withcdp.internal.failure;

import static io.github.withcdp.internal.failure.Failures.MARK;
import static io.github.withcdp.internal.failure.Failures.SECRET;
import static io.github.withcdp.internal.failure.Failures.assertTellsNothing;
import static io.github.withcdp.internal.failure.Failures.message;
import static io.github.withcdp.internal.failure.Failures.redacted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.ChromeUnavailableException;
import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.protocol.CommandTimeoutException;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.EventTimeoutException;
import io.github.withcdp.protocol.JavaScriptException;
import io.github.withcdp.protocol.RedactedError;
import io.github.withcdp.protocol.RedactedException;
import io.github.withcdp.protocol.SessionDetachedException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.assertj.core.error.AssertJMultipleFailuresError;
import org.junit.internal.AssumptionViolatedException;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.FileInfo;
import org.opentest4j.MultipleFailuresError;
import org.opentest4j.TestAbortedException;
import org.opentest4j.TestSkippedException;
import org.opentest4j.ValueWrapper;

/** Of which kind the failures are that stand in the place of those with secrets. */
class KindTests {

    private static final String TOLD = "it was " + SECRET;
    private static final String REDACTED = "it was " + MARK;

    // --- Of the same class

    static Stream<Throwable> kept() {
        var io = new IOException("no");
        return Stream.of(
                new Exception(TOLD),
                new RuntimeException(TOLD, io),
                new NullPointerException(TOLD),
                new ClassNotFoundException(TOLD),
                new NoSuchElementException(TOLD),
                new TimeoutException(TOLD),
                new ExecutionException(TOLD, io),
                new CompletionException(TOLD, io),
                new UncheckedIOException(TOLD, io),
                new Error(TOLD),
                new NoClassDefFoundError(TOLD),
                new ExceptionInInitializerError(TOLD),
                new StackOverflowError(TOLD),
                new OutOfMemoryError(TOLD),
                new AssertionError(TOLD),
                new AssertionError(TOLD, io),
                new AssertionFailedError(TOLD),
                new AssertionFailedError(TOLD, 1, 2, io),
                new TestAbortedException(TOLD),
                new TestAbortedException(TOLD, io),
                new TestSkippedException(TOLD),
                new ExtensionConfigurationException(TOLD),
                new ParameterResolutionException(TOLD, io),
                new CDPException(TOLD),
                new ChromeUnavailableException(TOLD, io),
                new EventTimeoutException(TOLD),
                new JavaScriptException(TOLD),
                new OfMine(TOLD),
                new OfMineToo(TOLD),
                new Inherits(TOLD),
                new Prefixed(SECRET),
                new Counting(TOLD),
                new MyFailedAssertion(TOLD, "a", "b"));
    }

    @ParameterizedTest
    @MethodSource("kept")
    void is_the_same_if_its_class_can_be_told_a_text_and_has_nothing_else_to_know(Throwable failure) {
        var copy = redacted(failure);

        assertThat(copy).isNotSameAs(failure).isExactlyInstanceOf(failure.getClass());
        assertThat(copy).hasMessage(redacted(message(failure)));
        assertThat(copy.toString()).isEqualTo(redacted(failure.toString()));
        assertThat(copy.getCause()).isSameAs(failure.getCause());
        assertThat(copy.getStackTrace()).isEqualTo(failure.getStackTrace());
        assertTellsNothing(copy);
    }

    @Test
    void is_the_same_for_one_without_a_text_whose_cause_tells() {
        var copy = redacted(new IllegalStateException(null, new IOException(TOLD)));

        assertThat(copy).isExactlyInstanceOf(IllegalStateException.class).hasMessage(null);
        assertThat(copy.getCause()).hasMessage(REDACTED);
    }

    @Test
    void is_the_same_for_one_that_needs_a_certain_cause_if_that_is_the_same() {
        assertThat(redacted(new UncheckedIOException(new IOException(TOLD))))
                .isExactlyInstanceOf(UncheckedIOException.class)
                .cause()
                .isExactlyInstanceOf(IOException.class);
        assertThat(redacted(new UncheckedIOException(new NoSuchFileException(TOLD))))
                .isInstanceOf(RedactedException.class)
                .cause()
                .isInstanceOf(RedactedException.class);
    }

    @Test
    void keeps_a_text_even_if_its_class_says_more() {
        var copy = redacted(new Footnoted(TOLD));

        assertThat(copy).isExactlyInstanceOf(Footnoted.class).hasMessageContaining(REDACTED);
    }

    // --- Failed assertions

    @Test
    void keeps_what_was_compared() {
        var one = ValueWrapper.create(1);
        var failure = new AssertionFailedError("no", one, TOLD);

        assertThat(redacted(failure)).isInstanceOfSatisfying(AssertionFailedError.class, copy -> {
            assertThat(copy.getExpected()).isSameAs(one);
            assertThat(copy.getActual().getStringRepresentation()).isEqualTo(REDACTED);
            assertThat(copy.getActual().getValue()).isEqualTo(REDACTED);
        });
    }

    @Test
    void keeps_what_was_compared_for_development_environments_where_the_class_cannot_be_kept() {
        var failure = new FailedWithNumber(TOLD, "a " + SECRET, "b");

        assertThat(redacted(failure)).isInstanceOfSatisfying(RedactedError.class, copy -> {
            assertThat(copy.originalType()).isEqualTo(FailedWithNumber.class.getName());
            assertThat(copy.getExpected().getStringRepresentation()).isEqualTo("a " + MARK);
            assertThat(copy.getActual().getStringRepresentation()).isEqualTo("b");
            assertTellsNothing(copy);
        });
    }

    @Test
    void looks_into_files_that_were_compared() {
        var told = new FileInfo("a.txt", TOLD.getBytes(StandardCharsets.UTF_8));
        var failure = new AssertionFailedError("no", told, new FileInfo("b.txt", new byte[0]));

        assertThat(redacted(failure)).isInstanceOfSatisfying(AssertionFailedError.class, copy -> {
            assertThat(copy.getExpected().getValue())
                    .isEqualTo(new FileInfo("a.txt", REDACTED.getBytes(StandardCharsets.UTF_8)));
            assertThat(copy.getActual()).isSameAs(failure.getActual());
        });
    }

    @Test
    void looks_at_values_behind_their_representation() {
        var failure = new AssertionFailedError("no", ValueWrapper.create(TOLD, "***"), 1);

        assertTellsNothing(redacted(failure));
    }

    @Test
    void keeps_failures_of_AssertJ_and_of_JUnit() {
        for (var failure : List.of(
                catchThrowable(() -> assertThat("a").isEqualTo(SECRET)),
                catchThrowable(() -> assertThat("a").as(SECRET).isEqualTo("b")),
                catchThrowable(() -> assertThat(List.of(SECRET)).contains("b")),
                catchThrowable(() -> assertThat(new IOException(SECRET)).hasMessage("b")),
                catchThrowable(() -> Assertions.assertEquals(SECRET, "b")),
                catchThrowable(() -> Assertions.assertThrows(Exception.class, () -> {}, SECRET)),
                catchThrowable(() -> Assertions.assertTrue(false, SECRET)),
                catchThrowable(() -> Assertions.fail(SECRET, new IOException())))) {
            var copy = redacted(failure);

            assertThat(copy).isExactlyInstanceOf(failure.getClass()).hasMessage(redacted(message(failure)));
            assertTellsNothing(copy);
        }
    }

    // --- Several failures at once

    @Test
    void keeps_the_list_and_the_heading_of_JUnit() {
        var failure = catchThrowable(() -> Assertions.assertAll(
                "all of " + SECRET, () -> assertThat("a").isEqualTo(SECRET), () -> Assertions.fail("no")));

        var copy = redacted(failure);

        assertTellsNothing(copy);
        assertThat(copy)
                .isExactlyInstanceOf(MultipleFailuresError.class)
                .hasMessage(message(failure).replace(SECRET, MARK));
        assertThat(((MultipleFailuresError) copy).getFailures())
                .hasExactlyElementsOfTypes(AssertionFailedError.class, AssertionFailedError.class)
                .containsExactly(copy.getSuppressed());
    }

    @Test
    void keeps_the_list_and_the_heading_of_AssertJ() {
        var soft = new SoftAssertions();
        soft.assertThat("a").as("one").isEqualTo(SECRET);
        soft.assertThat("a").isEqualTo("b");
        var failure = catchThrowable(soft::assertAll);

        var copy = redacted(failure);

        assertTellsNothing(copy);
        assertThat(copy)
                .isExactlyInstanceOf(AssertJMultipleFailuresError.class)
                .hasMessage(message(failure).replace(SECRET, MARK));
        assertThat(((MultipleFailuresError) copy).getFailures())
                .hasExactlyElementsOfTypes(AssertionFailedError.class, AssertionFailedError.class);
    }

    @Test
    void finds_a_heading_that_looks_like_what_follows_it() {
        var failure = new MultipleFailuresError("two (1 failure)\n\tof " + SECRET, List.of(new IOException(TOLD)));

        assertThat(redacted(failure)).hasMessage(message(failure).replace(SECRET, MARK));
        assertThat(redacted(new MultipleFailuresError(SECRET, List.of()))).hasMessage(MARK);
        assertThat(redacted(new MultipleFailuresError("", List.of(new IOException(TOLD)))))
                .hasMessageStartingWith("Multiple Failures (1 failure)");
    }

    @Test
    void keeps_the_list_where_the_class_of_the_whole_cannot_be_kept() {
        for (var failure : List.of(
                new NumberedFailures("all", List.of(new IOException(TOLD))),
                new QuietFailures("all of " + SECRET, List.of(new IOException(TOLD))))) {
            var copy = redacted(failure);

            assertTellsNothing(copy);
            assertThat(copy).isExactlyInstanceOf(MultipleFailuresError.class).hasMessageStartingWith("all");
            assertThat(((MultipleFailuresError) copy).getFailures())
                    .singleElement()
                    .isExactlyInstanceOf(IOException.class);
        }
    }

    // --- Of our own

    @Test
    void keeps_what_our_own_exceptions_know() {
        var refused = new CommandFailedException("Page.navigate", -32000, TOLD, "of " + SECRET);
        assertThat(redacted(refused)).isInstanceOfSatisfying(CommandFailedException.class, copy -> {
            assertThat(copy).hasMessage("Protocol error (Page.navigate): %s: of %s [code -32000]", REDACTED, MARK);
            assertThat(copy.method()).isEqualTo("Page.navigate");
            assertThat(copy.code()).isEqualTo(-32000);
            assertThat(copy.errorMessage()).isEqualTo(REDACTED);
            assertThat(copy.data()).isEqualTo("of " + MARK);
        });
        var late = new CommandTimeoutException("A.b", Duration.ofSeconds(2), List.of("one\n" + SECRET, "two"));
        assertThat(redacted(late)).isInstanceOfSatisfying(CommandTimeoutException.class, copy -> {
            assertThat(copy).hasMessage(message(late).replace(SECRET, MARK));
            assertThat(copy.method()).isEqualTo("A.b");
            assertThat(copy.timeout()).isEqualTo(Duration.ofSeconds(2));
            assertThat(copy.hints()).containsExactly("one\n" + MARK, "two");
        });
        var gone = new SessionDetachedException("waiting for " + SECRET, DetachReason.BROWSER_GONE, TOLD);
        assertThat(redacted(gone)).isInstanceOfSatisfying(SessionDetachedException.class, copy -> {
            assertThat(copy).hasMessage(message(gone).replace(SECRET, MARK));
            assertThat(copy.subject()).isEqualTo("waiting for " + MARK);
            assertThat(copy.reason()).isEqualTo(DetachReason.BROWSER_GONE);
            assertThat(copy.detail()).isEqualTo(REDACTED);
        });
    }

    // --- Everything else

    static Stream<Throwable> replaced() {
        return Stream.of(
                new Hidden(TOLD),
                new WithField(TOLD),
                new InheritsWhatItIsTold(TOLD, 404),
                new Deaf(TOLD),
                new Refusing(TOLD, true),
                new Shouting(TOLD),
                new OfConstants(1),
                new UnwillingToHaveACause(TOLD, 1),
                new InvocationTargetException(new IOException("no"), TOLD),
                new NoSuchFileException(TOLD),
                new URISyntaxException("a", TOLD));
    }

    @ParameterizedTest
    @MethodSource("replaced")
    void is_a_RedactedException_that_prints_like_the_original(Throwable failure) {
        var copy = redacted(failure);

        assertThat(copy)
                .isInstanceOfSatisfying(
                        RedactedException.class,
                        redacted -> assertThat(redacted.originalType())
                                .isEqualTo(failure.getClass().getName()));
        assertThat(copy).hasMessage(redacted(message(failure)));
        assertThat(copy.toString()).isEqualTo(redacted(failure.toString()));
        assertThat(copy.getCause()).isSameAs(failure.getCause());
        assertThat(copy.getStackTrace()).isEqualTo(failure.getStackTrace());
        assertTellsNothing(copy);
    }

    @Test
    void is_a_RedactedError_for_an_assertion() {
        var copy = redacted(new HiddenAssertion(TOLD));

        assertThat(copy)
                .isInstanceOfSatisfying(
                        RedactedError.class,
                        redacted -> assertThat(redacted.originalType()).isEqualTo(HiddenAssertion.class.getName()));
        assertThat(copy).hasMessage(REDACTED).hasToString(HiddenAssertion.class.getName() + ": " + REDACTED);
    }

    @Test
    void is_the_nearest_Error_for_an_error() {
        assertThat(redacted(new BrokenPlugin(TOLD, 3)))
                .isExactlyInstanceOf(LinkageError.class)
                .hasMessage(BrokenPlugin.class.getName() + ": " + REDACTED);
        var copy = redacted(new BrokenMachine(TOLD, new IOException(TOLD)));
        assertThat(copy).isExactlyInstanceOf(Error.class).hasMessage(BrokenMachine.class.getName() + ": " + REDACTED);
        assertThat(copy.getCause()).isExactlyInstanceOf(IOException.class).hasMessage(REDACTED);
    }

    @Test
    void stays_aborted() {
        for (var failure : List.of(new NotToday(TOLD, 3), new AssumptionViolatedException(TOLD))) {
            var copy = redacted(failure);

            assertThat(Aborted.is(copy)).isTrue();
            assertThat(copy)
                    .isExactlyInstanceOf(TestAbortedException.class)
                    .hasMessage(failure.getClass().getName() + ": " + REDACTED);
        }
        assertThat(Aborted.is(new IOException())).isFalse();
    }

    // --- The classes

    public static class OfMine extends RuntimeException {

        private static final long serialVersionUID = 1L;

        @SuppressWarnings("unused") // there to be found, not to be used
        private static final List<String> COUNTS_NOT = List.of();

        public OfMine(String message) {
            super(message);
        }
    }

    public static class OfMineToo extends OfMine {

        private static final long serialVersionUID = 1L;

        public OfMineToo(String message) {
            super(message);
        }
    }

    public static class Numbered extends RuntimeException {

        private static final long serialVersionUID = 1L;

        final int number;

        public Numbered(String message, int number) {
            super(message);
            this.number = number;
        }
    }

    /** Its field is always the same, whoever makes it. */
    public static final class Inherits extends Numbered {

        private static final long serialVersionUID = 1L;

        public Inherits(String message) {
            super(message, 404);
        }
    }

    public static final class InheritsWhatItIsTold extends Numbered {

        private static final long serialVersionUID = 1L;

        public InheritsWhatItIsTold(String message) {
            this(message, 0);
        }

        public InheritsWhatItIsTold(String message, int number) {
            super(message, number);
        }
    }

    public static final class Prefixed extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Prefixed(String name) {
            super("There is no " + name + "!");
        }
    }

    public static final class Counting extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Counting(String message) {
            super(message);
        }

        @Override
        public String getMessage() {
            return "1. " + super.getMessage();
        }
    }

    /** Says how many letters it was told, which is more for the second one. */
    public static final class Footnoted extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Footnoted(String message) {
            super(message + " (" + message.length() + ")");
        }
    }

    public static final class MyFailedAssertion extends AssertionFailedError {

        private static final long serialVersionUID = 1L;

        public MyFailedAssertion(String message, Object expected, Object actual) {
            super(message, expected, actual);
        }
    }

    /** Can be told a text alone, which would lose what was compared. */
    public static final class FailedWithNumber extends AssertionFailedError {

        private static final long serialVersionUID = 1L;

        public FailedWithNumber(String message) {
            super(message);
        }

        FailedWithNumber(String message, Object expected, Object actual) {
            super(message, expected, actual);
        }
    }

    public static final class NumberedFailures extends MultipleFailuresError {

        private static final long serialVersionUID = 1L;

        public NumberedFailures(String heading, List<? extends Throwable> failures) {
            this(heading, failures, 0);
        }

        @SuppressWarnings("unused") // it makes a difference by being there
        public NumberedFailures(String heading, List<? extends Throwable> failures, int number) {
            super(heading, failures);
        }
    }

    static final class QuietFailures extends MultipleFailuresError {

        private static final long serialVersionUID = 1L;

        QuietFailures(String heading, List<? extends Throwable> failures) {
            super(heading, failures);
        }
    }

    public static final class Hidden extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Hidden(String message) {
            super(message);
        }
    }

    public static final class WithField extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public final String told;

        public WithField(String message) {
            super(message);
            told = message;
        }
    }

    public static final class Deaf extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Deaf(CharSequence message) {
            super(message.toString());
        }
    }

    public static final class Refusing extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Refusing(String message) {
            this(message, false);
        }

        Refusing(String message, boolean allowed) {
            super(message);
            if (!allowed) {
                throw new IllegalArgumentException(message);
            }
        }
    }

    /** Makes something else of what it is told. */
    public static final class Shouting extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public Shouting(String message) {
            super(message.length() > SECRET.length() + 10 ? "TOO LONG" : message);
        }
    }

    /** Tells the secret whatever it is told. */
    public static final class OfConstants extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public OfConstants(String message) {
            super(message + TOLD);
        }

        @SuppressWarnings("unused") // it makes a difference by being there
        OfConstants(int number) {
            super(TOLD);
        }
    }

    public static final class UnwillingToHaveACause extends RuntimeException {

        private static final long serialVersionUID = 1L;

        public UnwillingToHaveACause(String message) {
            super(message, null);
        }

        @SuppressWarnings("unused") // it makes a difference by being there
        UnwillingToHaveACause(String message, int number) {
            super(message, new IOException("no"));
        }
    }

    static final class HiddenAssertion extends AssertionError {

        private static final long serialVersionUID = 1L;

        HiddenAssertion(String message) {
            super(Objects.requireNonNull(message));
        }
    }

    public static final class BrokenPlugin extends LinkageError {

        private static final long serialVersionUID = 1L;

        final int number;

        BrokenPlugin(String message, int number) {
            super(message);
            this.number = number;
        }
    }

    public static final class BrokenMachine extends VirtualMachineError {

        private static final long serialVersionUID = 1L;

        BrokenMachine(String message, Throwable cause) {
            super(message, cause);
        }
    }

    public static final class NotToday extends TestAbortedException {

        private static final long serialVersionUID = 1L;

        final int number;

        NotToday(String message, int number) {
            super(message);
            this.number = number;
        }
    }
}
