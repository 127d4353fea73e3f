package io.github.withcdp;

import io.github.withcdp.report.FailureReport;
import io.github.withcdp.report.ReportFolder;
import io.github.withcdp.report.ReportNames;
import io.github.withcdp.report.ReportNote;
import io.github.withcdp.report.ReportWriter;
import io.github.withcdp.report.Screenshot;
import io.github.withcdp.report.SessionTarget;
import io.github.withcdp.report.TestDescription;
import io.github.withcdp.session.internal.PageShot;
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
    private static final Pattern INVOCATION = Pattern.compile("-(?:invocation|test|container):#(\\d+)]");

    private FailureReporter() {}

    /** Write the report of a failure that came after all callbacks, if there is one. */
    static void reportUnlessTold(TestFixture fixture, ExtensionContext context) {
        var failure = context.getExecutionException();
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
        // The context of a dynamic test knows neither class nor method, those around it do.
        var className = nearest(context, ExtensionContext::getTestClass)
                .map(Class::getName)
                .orElse("");
        var methodName = nearest(context, ExtensionContext::getTestMethod)
                .map(Method::getName)
                .orElse("");
        var report = new FailureReport(
                new TestDescription(displayName(context), className, methodName, fixture.phase()),
                failure,
                fixture.recording(),
                fixture.origin(),
                fixture.browser().description(),
                fixture.shots().stream().map(FailureReporter::screenshot).toList(),
                fixture.browser().printed(),
                fixture.scope().sessions().stream()
                        .map(session -> new SessionTarget(
                                session.id(),
                                session.target().id(),
                                session.target().type(),
                                session.target().url()))
                        .toList());
        var root = ReportFolder.find(fixture.settings().reportsDir().map(Path::toString), Path.of(""));
        var name = NAMES.claim(className, methodName, invocation(context), context.getUniqueId());
        var written = new ReportWriter(root).write(report, name.below(root));
        failure.ifPresent(thrown -> thrown.addSuppressed(new ReportNote(written)));
        written.files().forEach(file -> Publisher.publish(context, file));
    }

    private static <T> Optional<T> nearest(ExtensionContext context, Function<ExtensionContext, Optional<T>> property) {
        return property.apply(context).or(() -> context.getParent().flatMap(parent -> nearest(parent, property)));
    }

    private static Screenshot screenshot(PageShot shot) {
        return shot.png()
                .map(png -> Screenshot.taken(shot.target().url(), png))
                .orElseGet(() -> Screenshot.missing(shot.target().url(), shot.missingBecause()));
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
