package io.github.withcdp;

import io.github.withcdp.internal.ci.BuildOutput;
import io.github.withcdp.internal.ci.FailedTest;
import io.github.withcdp.internal.failure.Aborted;
import io.github.withcdp.internal.report.BuildRun;
import io.github.withcdp.internal.report.Failure;
import io.github.withcdp.internal.report.FailureReport;
import io.github.withcdp.internal.report.PageDom;
import io.github.withcdp.internal.report.ReportAttempts;
import io.github.withcdp.internal.report.ReportCard;
import io.github.withcdp.internal.report.ReportField;
import io.github.withcdp.internal.report.ReportName;
import io.github.withcdp.internal.report.ReportNames;
import io.github.withcdp.internal.report.ReportNote;
import io.github.withcdp.internal.report.ReportWriter;
import io.github.withcdp.internal.report.Screenshot;
import io.github.withcdp.internal.report.SessionTarget;
import io.github.withcdp.internal.report.TestDescription;
import io.github.withcdp.internal.report.index.ReportFolder;
import io.github.withcdp.internal.report.index.ReportIndex;
import io.github.withcdp.internal.report.index.StepSummary;
import io.github.withcdp.internal.session.PageShot;
import io.github.withcdp.internal.session.PageSource;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Writes the report of a test, notes its place at the failure, and publishes it. */
final class FailureReporter {

    private static final System.Logger LOG = System.getLogger(FailureReporter.class.getName());
    private static final ReportNames NAMES = new ReportNames();
    private static final String RUN = BuildRun.id();
    private static final ReportAttempts ATTEMPTS = new ReportAttempts(RUN);
    private static final BuildOutput OUTPUT = BuildOutput.of(System.getenv());
    private static final Optional<StepSummary> STEP = StepSummary.of(System.getenv());
    private static final Pattern INVOCATION = Pattern.compile("-(?:invocation|test|container):#(\\d+)]");

    private FailureReporter() {}

    /** Write the report of a failure that came after all callbacks, if there is one. */
    static void reportUnlessTold(TestFixture fixture, ExtensionContext context) {
        var failure = context.getExecutionException().filter(thrown -> !Aborted.is(thrown));
        if (failure.isPresent()
                && !fixture.isTold(failure.get())
                && fixture.settings().report() != ReportMode.NEVER) {
            fixture.failedIn(fixture.hasEnded() ? "another extension, after the test" : "constructor");
            report(fixture, context, failure);
        }
    }

    /** Write a report. If that fails it is logged, because there is a more important failure to tell. */
    static void report(TestFixture fixture, ExtensionContext context, Optional<Throwable> failure) {
        try {
            write(fixture, context, failure);
        } catch (RuntimeException bug) {
            LOG.log(System.Logger.Level.WARNING, "The report of " + context.getDisplayName() + " failed", bug);
        }
    }

    private static void write(TestFixture fixture, ExtensionContext context, Optional<Throwable> failure) {
        var root = root(fixture.settings());
        var attempt = ATTEMPTS.of(context, name(context), root);
        var folder = attempt.folder();
        var capture = fixture.capture();
        var report = FailureReport.of(fixture.recording(), fixture.browser().redaction())
                .with(
                        ReportField.TEST,
                        new TestDescription(
                                attempt.name(displayName(context)),
                                className(context),
                                methodName(context),
                                fixture.phase()))
                .with(ReportField.FAILURE, failure.map(Failure::of))
                .with(ReportField.FAILED_AT, failure.map(thrown -> fixture.failedAt()))
                .with(ReportField.ORIGIN, fixture.origin())
                .with(ReportField.BROWSER, fixture.browser().description())
                .with(
                        ReportField.SCREENSHOTS,
                        capture.shots().stream()
                                .map(FailureReporter::screenshot)
                                .toList())
                .with(
                        ReportField.DOMS,
                        capture.sources().stream().map(FailureReporter::dom).toList())
                .with(ReportField.PROBLEMS, capture.problems())
                .with(ReportField.CHROME_LOG, fixture.browser().printed())
                .with(
                        ReportField.SESSIONS,
                        fixture.scope().sessions().stream()
                                .map(session -> new SessionTarget(
                                        session.id(),
                                        session.target().id(),
                                        session.target().type(),
                                        session.target().url()))
                                .toList())
                .with(ReportField.PROTOCOL, fixture.protocol());
        var written = new ReportWriter(root, RUN).write(report, folder);
        failure.ifPresent(thrown -> thrown.addSuppressed(new ReportNote(written)));
        written.files().forEach(file -> Publisher.publish(context, file));
        index(fixture.settings(), root).refresh();
        if (failure.isPresent()) {
            OUTPUT.tell(
                    new FailedTest(
                            nearest(context, ExtensionContext::getTestClass),
                            methodName(context),
                            failure.get(),
                            written),
                    fixture.settings().ciAnnotations());
            STEP.ifPresent(step ->
                    ReportCard.read(folder).ifPresent(card -> step.append(card, folder.resolve("report.html"))));
        }
    }

    /** A test has passed that may have failed in an earlier run. */
    static void removeOld(TestFixture fixture, ExtensionContext context) {
        var root = root(fixture.settings());
        if (ATTEMPTS.removeOld(name(context), root)) {
            index(fixture.settings(), root).refresh();
        }
    }

    private static Path root(Settings settings) {
        return ReportFolder.find(settings.reportsDir().map(Path::toString), Path.of(""));
    }

    private static ReportIndex index(Settings settings, Path root) {
        return ReportIndex.of(root, settings.reportsDir().isPresent(), Path.of(""));
    }

    private static ReportName name(ExtensionContext context) {
        return NAMES.claim(className(context), methodName(context), invocation(context), context.getUniqueId());
    }

    // The context of a dynamic test knows neither class nor method, those around it do.
    private static String className(ExtensionContext context) {
        return nearest(context, ExtensionContext::getTestClass)
                .map(Class::getName)
                .orElse("");
    }

    private static String methodName(ExtensionContext context) {
        return nearest(context, ExtensionContext::getTestMethod)
                .map(Method::getName)
                .orElse("");
    }

    private static <T> Optional<T> nearest(ExtensionContext context, Function<ExtensionContext, Optional<T>> property) {
        return property.apply(context).or(() -> context.getParent().flatMap(parent -> nearest(parent, property)));
    }

    private static Screenshot screenshot(PageShot shot) {
        return shot.png()
                .map(png -> Screenshot.taken(shot.target().url(), shot.command(), png))
                .orElseGet(() -> Screenshot.missing(shot.target().url(), shot.missingBecause()));
    }

    private static PageDom dom(PageSource source) {
        return new PageDom(source.target().url(), source.command(), source.html(), source.missingBecause());
    }

    /** Return the display name, with that of the invocation's test before it: {@code pays_once() [2] card}. */
    private static String displayName(ExtensionContext context) {
        var own = context.getDisplayName();
        return own.startsWith("[")
                ? context.getParent().map(ExtensionContext::getDisplayName).orElse("") + " " + own
                : own;
    }

    private static String invocation(ExtensionContext context) {
        return INVOCATION
                .matcher(context.getUniqueId())
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.joining("-"));
    }
}
