package io.github.withcdp.internal.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.StackTraces;
import io.github.withcdp.internal.redaction.Redaction;
import io.github.withcdp.internal.redaction.Redactor;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.FileInfo;
import org.opentest4j.MultipleFailuresError;
import org.opentest4j.ValueWrapper;

/** Failures without their secret, which is the same in all tests, and the question whether they are. */
final class Failures {

    static final String SECRET = "hunter2-Qx93";

    private static final Redactor REDACTOR =
            new Redaction(true, true, Set.of(), Set.of(), List.of(), Set.of(SECRET)).redactorFor(List.of());

    /** How the secret is shown in the place of itself. */
    static final String MARK = redacted(SECRET);

    private Failures() {}

    static Throwable redacted(Throwable failure) {
        return FailureRedactor.redact(failure, Failures::redacted);
    }

    static String redacted(String text) {
        return REDACTOR.text(text);
    }

    /** Check that a failure, and whatever can be reached from it, tells the secret in no way. */
    static void assertTellsNothing(Throwable failure) {
        Set<Throwable> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        var open = new ArrayDeque<>(List.of(failure));
        while (!open.isEmpty()) {
            var next = open.remove();
            if (seen.add(next)) {
                assertThat(StackTraces.of(next)).doesNotContain(SECRET);
                assertThat(next.toString()).doesNotContain(SECRET);
                assertThat(next.getMessage() + next.getLocalizedMessage()).doesNotContain(SECRET);
                if (next instanceof AssertionFailedError error && error.isExpectedDefined()) {
                    assertTellsNothing(error.getExpected());
                    assertTellsNothing(error.getActual());
                }
                open.addAll(Arrays.asList(next.getSuppressed()));
                if (next.getCause() != null) {
                    open.add(next.getCause());
                }
                if (next instanceof MultipleFailuresError several) {
                    open.addAll(several.getFailures());
                }
            }
        }
    }

    private static void assertTellsNothing(ValueWrapper value) {
        assertThat(value.getStringRepresentation() + value + value.getValue() + value.getEphemeralValue())
                .doesNotContain(SECRET);
        if (value.getValue() instanceof FileInfo file) {
            assertThat(file.getContentsAsString(StandardCharsets.UTF_8)).doesNotContain(SECRET);
        }
    }

    static String message(Throwable failure) {
        return Objects.requireNonNull(failure.getMessage());
    }

    static Throwable cause(Throwable failure) {
        return Objects.requireNonNull(failure.getCause());
    }
}
