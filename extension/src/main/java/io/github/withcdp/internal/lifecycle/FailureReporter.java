package io.github.withcdp.internal.lifecycle;

import io.github.withcdp.ReportMode;
import io.github.withcdp.internal.config.Option;
import io.github.withcdp.internal.failure.Aborted;
import io.github.withcdp.internal.report.Failure;
import io.github.withcdp.internal.report.FailureReport;
import io.github.withcdp.internal.report.PageDom;
import io.github.withcdp.internal.report.ReportField;
import io.github.withcdp.internal.report.Screenshot;
import io.github.withcdp.internal.report.SentByHand;
import io.github.withcdp.internal.report.SessionTarget;
import io.github.withcdp.internal.report.TestDescription;
import io.github.withcdp.internal.session.PageScreenshot;
import io.github.withcdp.internal.session.PageSource;
import io.github.withcdp.internal.util.Loggers;
import io.github.withcdp.recording.RecordedMessage;
import java.util.Optional;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Makes the report of a test of what its fixture holds. */
final class FailureReporter {

    private FailureReporter() {}

    /** Write the report of a failure that came after all callbacks, if there is one. */
    static void reportUnlessReported(TestFixture fixture, ExtensionContext context) {
        var failure = context.getExecutionException().filter(thrown -> !Aborted.is(thrown));
        if (failure.isPresent()
                && !fixture.failure().isReported(failure.get())
                && fixture.settings().get(Option.REPORT) != ReportMode.NEVER) {
            fixture.onFailure(
                    fixture.failure().areCallbacksOver() ? "another extension, after the test" : "constructor",
                    fixture.isOf(context));
            report(fixture, context, failure);
        }
    }

    /** Write a report. If that fails it is logged, because there is a more important failure to report. */
    static void report(TestFixture fixture, ExtensionContext context, Optional<Throwable> failure) {
        try {
            fixture.publisher()
                    .publish(
                            context,
                            fixture.phase(),
                            failure,
                            isKeptWhenGreen(fixture) && fixture.isOf(context),
                            test -> report(fixture, test, failure));
        } catch (RuntimeException bug) {
            Loggers.of(FailureReporter.class)
                    .log(System.Logger.Level.WARNING, "The report of " + context.getDisplayName() + " failed", bug);
        }
    }

    /**
     * Keep what was said in a test that has passed, now that nobody can fail it any more.
     */
    static void keepIfPassed(TestFixture fixture, ExtensionContext context) {
        boolean passed = context.getExecutionException().isEmpty()
                && fixture.failure().lastReported().isEmpty();
        if (!passed || !isKeptWhenGreen(fixture)) {
            return;
        }
        try {
            fixture.publisher().keep(context, Fixtures.greens(context), test -> withTraffic(fixture, test));
        } catch (RuntimeException bug) {
            Loggers.of(FailureReporter.class)
                    .log(
                            System.Logger.Level.WARNING,
                            "The green run of " + context.getDisplayName() + " is not kept",
                            bug);
        }
    }

    /**
     * Return whether what was said is kept: not what several tests share, because the page of a class is as the tests before have left it, and not
     * what was served from a recording, which shows nothing of the application.
     */
    static boolean isKeptWhenGreen(TestFixture fixture) {
        return !fixture.isOfClass()
                && !fixture.settings().isReplay()
                && fixture.served().isEmpty()
                && fixture.settings().get(Option.GREEN)
                && fixture.settings().get(Option.REPORT) != ReportMode.NEVER;
    }

    /** Remove the report of an earlier run, in which a test may have failed that has passed now. */
    static void removeOld(TestFixture fixture, ExtensionContext context) {
        fixture.publisher().removeOld(context);
    }

    private static FailureReport report(TestFixture fixture, TestDescription test, Optional<Throwable> failure) {
        var capture = fixture.capture();
        return withTraffic(fixture, test)
                .with(ReportField.FAILURE, failure.map(Failure::of))
                .with(ReportField.FAILED_AT, failure.map(thrown -> fixture.failedAt()))
                .with(ReportField.PASSED_AT, failure.isPresent() ? Optional.empty() : Optional.of(fixture.capturedAt()))
                .with(
                        ReportField.SCREENSHOTS,
                        capture.shots().stream()
                                .map(FailureReporter::screenshot)
                                .toList())
                .with(
                        ReportField.DOMS,
                        capture.sources().stream().map(FailureReporter::dom).toList())
                .with(ReportField.FILM, capture.film())
                .with(ReportField.BUSY_PAGES, capture.busy())
                .with(ReportField.PROBLEMS, capture.problems())
                .with(ReportField.REMARKS, fixture.remarks())
                .with(ReportField.BROWSER_END, fixture.browserEnd())
                .with(ReportField.CHROME_LOG, fixture.browser().printed())
                .with(ReportField.PROTOCOL, fixture.protocol());
    }

    /** Return what is known without asking the browser. */
    private static FailureReport withTraffic(TestFixture fixture, TestDescription test) {
        return FailureReport.of(fixture.recording(), fixture.browser().redaction())
                .with(ReportField.TEST, test)
                .with(ReportField.ORIGIN, fixture.origin())
                .with(ReportField.BROWSER, fixture.browser().description())
                .with(ReportField.SENT_BY_HAND, sentByHand(fixture))
                .with(
                        ReportField.SESSIONS,
                        fixture.scope().sessions().stream()
                                .map(session -> new SessionTarget(
                                        session.id(),
                                        session.target().id(),
                                        session.target().type(),
                                        session.target().url()))
                                .toList());
    }

    private static SentByHand sentByHand(TestFixture fixture) {
        var ids = fixture.scope().sentByHand();
        return ids.isEmpty()
                ? SentByHand.NOTHING
                : new SentByHand(fixture.recording().messages().stream()
                        .filter(message ->
                                message.isCommand() && ids.contains(message.id().orElse(0)))
                        .map(RecordedMessage::sequence)
                        .toList());
    }

    private static Screenshot screenshot(PageScreenshot shot) {
        return shot.png()
                .map(png -> Screenshot.taken(shot.target().url(), shot.command(), png))
                .orElseGet(() -> Screenshot.missing(shot.target().url(), shot.missingBecause()));
    }

    private static PageDom dom(PageSource source) {
        return new PageDom(source.target().url(), source.command(), source.html(), source.missingBecause());
    }
}
