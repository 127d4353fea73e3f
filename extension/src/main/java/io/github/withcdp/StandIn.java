package io.github.withcdp;

import io.github.withcdp.report.StandInException;
import java.util.IdentityHashMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;
import org.opentest4j.ValueWrapper;

/** Puts failures without secrets in the place of those with secrets. What has none passes as it is, and so does what JUnit has to recognise. */
final class StandIn {

    private final UnaryOperator<String> redactor;
    private final IdentityHashMap<Throwable, Boolean> judged = new IdentityHashMap<>();
    private final IdentityHashMap<Throwable, Throwable> made = new IdentityHashMap<>();

    private StandIn(UnaryOperator<String> redactor) {
        this.redactor = redactor;
    }

    /**
     * Return a failure that says the same without secrets, with the same stack trace; the very same failure if it has none.
     *
     * @param redactor takes secrets out of a text
     */
    static Throwable of(Throwable failure, UnaryOperator<String> redactor) {
        return new StandIn(redactor).made(failure);
    }

    /** Return whether a failure must reach JUnit as it is. */
    static boolean mustPass(Throwable failure) {
        return failure instanceof TestAbortedException || failure instanceof VirtualMachineError;
    }

    private boolean tells(Throwable failure) {
        var known = judged.putIfAbsent(failure, false); // in a circle nothing new is found
        if (known != null) {
            return known;
        }
        boolean tells = tells(failure.toString()) || tells(String.valueOf(failure.getMessage()));
        if (failure instanceof AssertionFailedError assertion) {
            tells |= tells(text(assertion.getExpected())) || tells(text(assertion.getActual()));
        }
        var cause = failure.getCause();
        tells |= cause != null && tells(cause);
        for (var suppressed : failure.getSuppressed()) {
            tells |= tells(suppressed);
        }
        judged.put(failure, tells);
        return tells;
    }

    private boolean tells(String text) {
        return !redactor.apply(text).equals(text);
    }

    private Throwable made(Throwable failure) {
        if (mustPass(failure) || !tells(failure)) {
            return failure;
        }
        var known = made.get(failure);
        if (known != null) {
            return known;
        }
        var message = redactor.apply(String.valueOf(failure.getMessage()));
        Throwable standIn = failure instanceof AssertionError
                ? assertion(failure, message)
                : new StandInException(failure.getClass().getName(), message);
        made.put(failure, standIn);
        standIn.setStackTrace(failure.getStackTrace());
        var cause = failure.getCause();
        if (cause != null) {
            standIn.initCause(made(cause));
        }
        for (var suppressed : failure.getSuppressed()) {
            standIn.addSuppressed(made(suppressed));
        }
        return standIn;
    }

    /** What was expected and what was there instead is what development environments compare. */
    private AssertionFailedError assertion(Throwable failure, String message) {
        return failure instanceof AssertionFailedError error && error.isExpectedDefined() && error.isActualDefined()
                ? new AssertionFailedError(
                        message, redactor.apply(text(error.getExpected())), redactor.apply(text(error.getActual())))
                : new AssertionFailedError(message);
    }

    private static String text(@Nullable ValueWrapper value) {
        return value == null ? "" : value.getStringRepresentation();
    }
}
