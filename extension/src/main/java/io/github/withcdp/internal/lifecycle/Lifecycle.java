package io.github.withcdp.internal.lifecycle;

import io.github.withcdp.ReportMode;
import io.github.withcdp.internal.config.Option;
import io.github.withcdp.internal.failure.Aborted;
import io.github.withcdp.internal.failure.FailureRedactor;
import io.github.withcdp.internal.redaction.Redaction;
import io.github.withcdp.internal.redaction.Redactor;
import io.github.withcdp.internal.util.Loggers;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.ChromeUnavailableException;
import io.github.withcdp.protocol.HandlerFailedException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;

/** Translates between the lifecycle of Jupiter and that of a conversation. Without state: what lives is in the {@link Fixtures}. */
public final class Lifecycle {

    private final Fixtures fixtures;

    public Lifecycle(Fixtures fixtures) {
        this.fixtures = fixtures;
    }

    /** Return why the tests in a context cannot run and shall not fail for it; empty as a rule. */
    public Optional<String> whyDisabled(ExtensionContext context) {
        try {
            var browsers = fixtures.browser(context);
            var recordings = browsers.recordings();
            return browsers.settings().isReplay()
                    ? recordings.flatMap(given -> given.whySkipped(context))
                    : browsers.settings()
                            .whyDisabled()
                            .or(() -> recordings.flatMap(given -> given.whySkipped(context)));
        } catch (ExtensionConfigurationException wrong) {
            return Optional.empty(); // an error of the class, which is told when it begins
        }
    }

    /** Check the configuration of a class before anything of it runs. */
    public void onClassBegin(ExtensionContext context) {
        fixtures.browser(context);
    }

    public Object resolve(ParameterContext parameter, ExtensionContext context) {
        var injection = Injection.of(parameter, fixtures.browser(context).settings());
        try {
            return injection.from(
                    fixtures.test(context, injection == Injection.PAGE || injection == Injection.NEW_PAGE));
        } catch (ChromeUnavailableException unavailable) {
            throw new ParameterResolutionException(
                    "WithCDP could not open a session for parameter %d (%s) of %s. %s"
                            .formatted(
                                    parameter.getIndex(),
                                    parameter.getParameter().getName(),
                                    parameter.getDeclaringExecutable().toGenericString(),
                                    unavailable.getMessage()),
                    unavailable);
        }
    }

    /**
     * A lifecycle method, or with an empty phase the test itself, has failed: look at the pages as they are, before anything is tidied up.
     *
     * @return the failure to go on with, which tells no secrets
     */
    public Throwable onFailure(ExtensionContext context, String phase, Throwable failure) {
        var enclosing = fixtures.enclosing(context);
        var origin = divergenceOr(enclosing, origin(failure));
        enclosing.forEach(fixture -> fixture.scope().forgetHandlerFailures(origin));
        if (!phase.isEmpty() || !(Aborted.is(origin) || origin instanceof VirtualMachineError)) {
            Uninterrupted.run(() ->
                    enclosing.stream().limit(1).forEach(fixture -> fixture.onFailure(phase, fixture.isOf(context))));
        }
        var redacted =
                enclosing.isEmpty() ? withoutSecrets(redaction(context), origin) : withoutSecrets(enclosing, origin);
        if (!phase.isEmpty() && !Aborted.is(origin)) { // whether a test has failed is known when it has been executed
            pause(enclosing, context, phase, redacted);
        }
        return redacted;
    }

    /** Return what a handler has thrown, if that is why something failed; where somebody has given up waiting for it is suppressed in it. */
    private static Throwable origin(Throwable failure) {
        if (!(failure instanceof HandlerFailedException) || failure.getCause() == null) {
            return failure;
        }
        var abandonedWait = new CDPException(String.valueOf(failure.getMessage()));
        abandonedWait.setStackTrace(failure.getStackTrace());
        failure.getCause().addSuppressed(abandonedWait);
        return failure.getCause();
    }

    /** Return why a replay has ended, if it has: what failed then, failed because of it. */
    private static Throwable divergenceOr(List<TestFixture> enclosing, Throwable failure) {
        var divergence = enclosing.stream()
                .flatMap(fixture -> fixture.divergence().stream())
                .findFirst();
        if (divergence.isEmpty() || divergence.get() == failure) {
            return failure;
        }
        divergence.get().addSuppressed(failure);
        return divergence.get();
    }

    /** Let somebody look at the pages, if that is wanted. */
    private static void pause(List<TestFixture> enclosing, ExtensionContext context, String phase, Throwable failure) {
        Uninterrupted.run(() -> enclosing.stream()
                .limit(1)
                .forEach(fixture -> fixture.pause("%s has failed%s with %s"
                        .formatted(
                                context.getDisplayName(), phase.isEmpty() ? "" : " in " + phase, summary(failure)))));
    }

    /** Return the beginning of a failure: the reports have all of it. */
    private static String summary(Throwable failure) {
        return failure.toString().lines().limit(1).collect(Collectors.joining());
    }

    /** Return what is configured for a context; what always is if the configuration is wrong, of which the failure tells. */
    private Redaction redaction(ExtensionContext context) {
        try {
            return fixtures.browser(context).settings().redaction();
        } catch (ExtensionConfigurationException wrong) {
            return Redaction.DEFAULT;
        }
    }

    /** Redact what a failure says that nothing was recorded for: by its looks, and what is configured. */
    private static Throwable withoutSecrets(Redaction redaction, Throwable failure) {
        return redaction.concernsFailures() ? redacted(failure, () -> redaction.redactorFor(List.of())) : failure;
    }

    /** Redact what a failure says. If that fails, the failure goes on as it is: it matters more than how it is told. */
    private static Throwable withoutSecrets(List<TestFixture> enclosing, Throwable failure) {
        if (enclosing.isEmpty() || !enclosing.get(0).browser().redaction().concernsFailures()) {
            return failure;
        }
        var redaction = enclosing.get(0).browser().redaction();
        return redacted(
                failure,
                () -> redaction.redactorFor(() -> enclosing.stream()
                        .flatMap(fixture -> fixture.recording().messages().stream())
                        .iterator()));
    }

    private static Throwable redacted(Throwable failure, Supplier<Redactor> redactor) {
        var redacted = new Throwable[] {failure};
        Uninterrupted.run(() -> {
            try {
                redacted[0] = FailureRedactor.redact(failure, redactor.get()::text);
            } catch (RuntimeException | VirtualMachineError bug) {
                Loggers.of(Lifecycle.class)
                        .log(System.Logger.Level.WARNING, "The text of a failure could not be redacted", bug);
            }
        });
        return redacted[0];
    }

    /** The body of the test has ended; whether it has failed is known. */
    public void onExecuted(ExtensionContext context) {
        var enclosing = fixtures.enclosing(context);
        if (!enclosing.isEmpty()) {
            Uninterrupted.run(() -> noteOutcome(enclosing, context));
        }
    }

    private static void noteOutcome(List<TestFixture> enclosing, ExtensionContext context) {
        var nearest = enclosing.get(0);
        boolean failed = context.getExecutionException()
                        .filter(thrown -> !Aborted.is(thrown))
                        .isPresent()
                || handlerFailure(enclosing).isPresent()
                || death(nearest, context).isPresent()
                || hasFaults(nearest, context);
        if (failed) {
            nearest.onFailure("", nearest.isOf(context));
            context.getExecutionException()
                    .or(() -> handlerFailure(enclosing).map(failure -> withoutSecrets(enclosing, failure)))
                    .or(() -> death(nearest, context))
                    .or(() -> nearest.faults().map(failure -> withoutSecrets(enclosing, failure)))
                    .ifPresent(failure -> pause(enclosing, context, "", failure));
        } else {
            nearest.onDismissed();
            if (nearest.settings().get(Option.REPORT) == ReportMode.ALWAYS) {
                nearest.capture();
            } else if (FailureReporter.isKeptWhenGreen(nearest)) {
                nearest.captureBodies();
            }
        }
    }

    /** Judge what the pages of a test did wrong, if it has passed; those of a class are judged when that has ended. */
    private static boolean hasFaults(TestFixture nearest, ExtensionContext context) {
        return !nearest.isOfClass()
                && context.getExecutionException().isEmpty()
                && nearest.judgeFaults().isPresent();
    }

    /** The test, or with {@code @AfterAll} the class, has ended; what has failed without its notice fails it now. */
    public void onEnd(ExtensionContext context) throws Exception {
        var enclosing = fixtures.enclosing(context);
        if (!enclosing.isEmpty()) {
            Uninterrupted.run(() -> end(enclosing, context, context.getExecutionException()));
        }
    }

    /** Run one test of a factory, all of which share the fixture of the factory. */
    public void runDynamicTest(InvocationInterceptor.Invocation<Void> test, ExtensionContext context) throws Throwable {
        Optional<Throwable> thrown = Optional.empty();
        try {
            test.proceed();
        } catch (Throwable failure) { // whatever it is, it has to be reported and goes on its way
            thrown = Optional.of(failure);
        }
        var enclosing = fixtures.enclosing(context);
        var failure = thrown.map(reason -> onFailure(context, "", reason));
        failure.filter(reason -> !Aborted.is(reason)).ifPresent(reason -> pause(enclosing, context, "", reason));
        if (!enclosing.isEmpty()) {
            Uninterrupted.run(() -> {
                noteFaults(enclosing, context, failure);
                end(enclosing, context, failure);
            });
        }
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    /** Judge what the pages did wrong during one test of a factory, unless it has failed anyway. */
    private static void noteFaults(List<TestFixture> enclosing, ExtensionContext context, Optional<Throwable> failure) {
        var nearest = enclosing.get(0);
        if (nearest.isOfClass()) {
            return;
        }
        if (failure.isPresent()
                || handlerFailure(enclosing).isPresent()
                || death(nearest, context).isPresent()) {
            nearest.dismissFaults();
            return;
        }
        nearest.judgeFaults().ifPresent(faults -> {
            nearest.onFailure("", false); // the tests after it use the pages too
            pause(enclosing, context, "", withoutSecrets(enclosing, faults));
        });
    }

    /**
     * Report what has failed.
     *
     * @param enclosing the fixture of the test, if it has one, and those of the classes around it: their pages serve the test too
     * @throws Exception what nobody but us has noticed so far
     */
    private static void end(List<TestFixture> enclosing, ExtensionContext context, Optional<Throwable> thrown)
            throws Exception {
        var nearest = enclosing.get(0);
        nearest.onCallbacksOver();
        if (nearest.isOfClass() && nearest.isOf(context) && thrown.isEmpty()) {
            nearest.judgeFaults();
        }
        var unnoticed = (thrown.isEmpty() ? nearest.divergence() : Optional.<Throwable>empty())
                .or(() -> handlerFailure(enclosing))
                .or(() -> thrown.isEmpty() ? death(nearest, context) : Optional.empty())
                .or(nearest::faults)
                .or(() -> thrown.isEmpty() && nearest.isOf(context) ? nearest.unusedCommands() : Optional.empty())
                .map(failure -> withoutSecrets(enclosing, failure));
        var failure = thrown.filter(reason -> !Aborted.is(reason)).or(() -> unnoticed);
        if (isReported(nearest, context, failure)) {
            FailureReporter.report(nearest, context, failure);
        } else if (thrown.isEmpty() && nearest.settings().get(Option.REPORT) != ReportMode.NEVER) {
            FailureReporter.removeOld(nearest, context);
        }
        if (failure.isEmpty() && nearest.isOf(context)) {
            nearest.replayRemarks()
                    .forEach(remark -> Loggers.of(Lifecycle.class)
                            .log(System.Logger.Level.INFO, context.getDisplayName() + " was replayed: " + remark));
        }
        failure.ifPresent(reported -> {
            nearest.served().ifPresent(served -> served.noteAt(reported));
            enclosing.forEach(fixture -> fixture.onReported(reported));
        });
        nearest.browser().noteDeath();
        if (unnoticed.isPresent()) {
            throw unchecked(unnoticed.get());
        }
    }

    private static boolean isReported(TestFixture nearest, ExtensionContext context, Optional<Throwable> failure) {
        return switch (nearest.settings().get(Option.REPORT)) {
            case ALWAYS -> failure.isPresent() || nearest.isOf(context) || !Fixtures.isOfClass(context);
            case ON_FAILURE -> failure.isPresent();
            case NEVER -> false;
        };
    }

    private static Optional<Throwable> handlerFailure(List<TestFixture> enclosing) {
        return enclosing.stream()
                .flatMap(fixture -> fixture.handlerFailure().stream())
                .findFirst();
    }

    /** Return the death of the browser, if it is to fail this test: whoever had the browser then has to hear of it; who merely shares the page of a class, only the first time. */
    private static Optional<Throwable> death(TestFixture nearest, ExtensionContext context) {
        boolean ofTestAlone = nearest.isOf(context) && !Fixtures.isOfClass(context);
        return ofTestAlone || !nearest.browser().isDeathNoted() ? nearest.death() : Optional.empty();
    }

    /** Return an exception, or throw an error: JUnit's callbacks may throw both; what a handler threw is one of them, if rarely declared. */
    private static Exception unchecked(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        return (Exception) failure;
    }
}
