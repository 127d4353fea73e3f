package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.redaction.Redaction;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class StandInTests {

    private static final UnaryOperator<String> REDACTOR =
            new Redaction(true, true, Set.of(), Set.of(), List.of(), Set.of("hunter2")).redactorFor(List.of())::text;

    @Test
    void lets_failures_without_secrets_pass() {
        for (var failure :
                List.of(new AssertionError("no"), new IOException(), new IllegalStateException("x", new Error()))) {
            assertThat(StandIn.of(failure, REDACTOR)).isSameAs(failure);
        }
    }

    @Test
    void lets_pass_what_JUnit_has_to_recognise() {
        for (var failure : List.of(new TestAbortedException("hunter2"), new OutOfMemoryError("hunter2"))) {
            assertThat(StandIn.of(failure, REDACTOR)).isSameAs(failure);
        }
    }

    @Test
    void says_the_same_without_secrets() {
        var failure = new IOException("it was hunter2");
        var standIn = StandIn.of(failure, REDACTOR);

        assertThat(standIn.toString()).startsWith("java.io.IOException: it was ‹redacted:value:len=7:hash=");
        assertThat(standIn.getStackTrace()).isEqualTo(failure.getStackTrace());
        assertThat(StandIn.of(standIn, REDACTOR)).isSameAs(standIn);
    }

    @Test
    void remains_a_failed_assertion_with_what_was_expected() {
        var standIn = StandIn.of(new AssertionFailedError("not hunter2", "a hunter2", "b"), REDACTOR);

        assertThat(standIn).isInstanceOfSatisfying(AssertionFailedError.class, failure -> {
            assertThat(failure.getExpected().getStringRepresentation()).startsWith("a ‹redacted:");
            assertThat(failure.getActual().getStringRepresentation()).isEqualTo("b");
        });
        assertThat(StandIn.of(new AssertionError("hunter2"), REDACTOR)).isInstanceOf(AssertionFailedError.class);
    }

    @Test
    void looks_into_causes_and_suppressed_ones_even_if_they_go_in_circles() {
        var inner = new IllegalStateException("hunter2");
        var failure = new AssertionError("no", inner);
        var suppressed = new IOException("also hunter2");
        failure.addSuppressed(suppressed);
        inner.addSuppressed(failure);

        assertThat(printed(StandIn.of(failure, REDACTOR)))
                .doesNotContain("hunter2")
                .contains("Caused by: java.lang.IllegalStateException: ‹redacted:")
                .contains("Suppressed: java.io.IOException: also ‹redacted:");
    }

    private static String printed(Throwable failure) {
        var text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
