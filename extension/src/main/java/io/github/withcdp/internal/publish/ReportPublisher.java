package io.github.withcdp.internal.publish;

import io.github.withcdp.internal.config.Option;
import io.github.withcdp.internal.config.Settings;
import io.github.withcdp.internal.green.BrowserMajor;
import io.github.withcdp.internal.green.GreenFinder;
import io.github.withcdp.internal.green.GreenQueue;
import io.github.withcdp.internal.green.GreenStore;
import io.github.withcdp.internal.recording.ReplayedFolder;
import io.github.withcdp.internal.recording.TestIdentity;
import io.github.withcdp.internal.report.BuildRun;
import io.github.withcdp.internal.report.FailureReport;
import io.github.withcdp.internal.report.ReportAttempts;
import io.github.withcdp.internal.report.ReportCard;
import io.github.withcdp.internal.report.ReportField;
import io.github.withcdp.internal.report.ReportName;
import io.github.withcdp.internal.report.ReportNames;
import io.github.withcdp.internal.report.ReportNote;
import io.github.withcdp.internal.report.ReportWriter;
import io.github.withcdp.internal.report.TestDescription;
import io.github.withcdp.internal.report.TestRun;
import io.github.withcdp.internal.report.TrafficSnapshot;
import io.github.withcdp.internal.report.index.BuildRoot;
import io.github.withcdp.internal.report.index.ReportFolder;
import io.github.withcdp.internal.report.index.ReportIndex;
import io.github.withcdp.internal.report.index.StepSummary;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Writes reports into the folder of the build, notes at each failure where its report is, and tells JUnit and the CI server. */
public final class ReportPublisher {

    private static final ReportNames NAMES = new ReportNames();
    private static final String RUN = BuildRun.id();
    private static final ReportAttempts ATTEMPTS = new ReportAttempts(RUN);
    private static final BuildOutput OUTPUT = BuildOutput.of(System.getenv());
    private static final Optional<StepSummary> STEP = StepSummary.of(System.getenv());
    private static final Pattern INVOCATION = Pattern.compile("-(?:invocation|test|container):#(\\d+)]");

    /** What is found out when there is a report to write, and is the same for all of them. */
    private static final class Build {
        static final TestRun RUN = Versions.of(System.getenv(), Path.of(""));
        static final Checkout ROOT = new Checkout(BuildRoot.of(Path.of("")));
    }

    private final Path root;
    private final ReportIndex index;
    private final boolean annotated;
    private final Settings settings;
    private @Nullable GreenStore greens; // guarded by this

    /**
     * Create the publisher of a class.
     *
     * @param settings say where reports lie, and what is printed for CI servers
     */
    public ReportPublisher(Settings settings) {
        root = root(settings);
        index = ReportIndex.of(
                root, isAgain(settings) || settings.get(Option.REPORTS_DIR).isPresent(), Path.of(""));
        annotated = settings.get(Option.CI_ANNOTATIONS);
        this.settings = settings;
    }

    /** A run that is made of recordings leaves alone where these may lie. */
    private static Path root(Settings settings) {
        var all = ReportFolder.find(settings.get(Option.REPORTS_DIR).map(Path::toString), Path.of(""));
        return isAgain(settings) ? all.resolve(ReplayedFolder.NAME) : all;
    }

    private static boolean isAgain(Settings settings) {
        return settings.isReplay() || settings.get(Option.SERVE).isPresent();
    }

    /**
     * Write a report.
     *
     * @param context of the test
     * @param phase that has failed, as in {@code @BeforeEach}; empty for the test itself
     * @param failure what it is about, which gets a note; empty if the test has passed
     * @param isKeptWhenGreen whether what was said is kept when the test passes, so that there may be something to compare with
     * @param report makes it of what is known of the test
     */
    public void publish(
            ExtensionContext context,
            String phase,
            Optional<Throwable> failure,
            boolean isKeptWhenGreen,
            Function<TestDescription, FailureReport> report) {
        var attempt = ATTEMPTS.of(context, name(context), root);
        var folder = attempt.folder();
        var test =
                new TestDescription(attempt.name(displayName(context)), className(context), methodName(context), phase);
        var testClass = nearest(context, ExtensionContext::getTestClass);
        var source = failure.flatMap(
                thrown -> testClass.flatMap(type -> FailingSource.of(thrown, type, methodName(context), Build.ROOT)));
        var whole = report.apply(test)
                .with(ReportField.SOURCE, source)
                .with(ReportField.RUN, Build.RUN)
                .with(ReportField.REPLAY, replay(test, failure, folder));
        var comparison = isKeptWhenGreen ? comparison(context, whole) : ReportWriter.NO_COMPARISON;
        var writtenReport = new ReportWriter(root, RUN, comparison).write(whole, folder);
        failure.ifPresent(thrown -> thrown.addSuppressed(new ReportNote(writtenReport)));
        writtenReport.files().forEach(file -> FilePublisher.publish(context, file));
        index.refresh();
        failure.ifPresent(thrown -> {
            var failedTest = new FailedTest(testClass, methodName(context), thrown, writtenReport);
            OUTPUT.report(failedTest, annotated);
            STEP.ifPresent(step ->
                    ReportCard.read(folder).ifPresent(card -> step.append(card, folder.resolve("report.html"))));
        });
    }

    private ReportWriter.Comparison comparison(ExtensionContext context, FailureReport report) {
        var name = name(context);
        var test = new TestDescription(displayName(context), className(context), methodName(context), "");
        return failed -> BrowserMajor.of(report.browser().version())
                .map(browser -> new GreenFinder(greens(), name, test, browser).compare(failed));
    }

    /**
     * Keep what was said in a test that has passed, so that it can be compared with when the test fails. That of a test which is run again because
     * it has failed is not kept, nor that of a browser without a version.
     *
     * @param context of the test
     * @param queue does the work
     * @param report makes the report that the test would have
     */
    public void keep(ExtensionContext context, GreenQueue queue, Function<TestDescription, FailureReport> report) {
        var name = name(context);
        var test = new TestDescription(displayName(context), className(context), methodName(context), "");
        var passed = TrafficSnapshot.of(report.apply(test));
        BrowserMajor.of(passed.browser())
                .ifPresent(browser -> queue.add(
                        context.getDisplayName(),
                        () -> ATTEMPTS.isAnother(context, name, root)
                                ? "it has failed before in this run"
                                : greens().keep(name, browser, passed.with(ReportField.RUN, Build.RUN))));
    }

    /** Return the store, made when it is first needed: it looks at files. */
    private synchronized GreenStore greens() {
        var existing = greens;
        if (existing == null) {
            existing = GreenStore.of(
                    settings.get(Option.GREEN_DIR), settings.get(Option.GREEN_LABEL), System.getenv(), Path.of(""));
            greens = existing;
        }
        return existing;
    }

    private List<String> replay(TestDescription test, Optional<Throwable> failure, Path folder) {
        return isAgain(settings) || failure.isEmpty() || test.methodName().isEmpty()
                ? List.of()
                : ReplayCommands.of(test.className(), test.methodName(), folder, Path.of(""));
    }

    /** Remove the report of an earlier run, in which a test failed that has passed now. */
    public void removeOld(ExtensionContext context) {
        if (ATTEMPTS.removeOld(name(context), root)) {
            index.refresh();
        }
    }

    /** Return how recordings know a test or a class. */
    public static TestIdentity identity(ExtensionContext context) {
        var name = name(context);
        return new TestIdentity(
                className(context), methodName(context), displayName(context), name.classFolder(), name.testFolder());
    }

    /** Return the name of the folder for the report of a test. */
    public static ReportName name(ExtensionContext context) {
        return NAMES.claim(className(context), methodName(context), invocation(context), context.getUniqueId());
    }

    /** Return the binary name of the class of a test: the context of a dynamic test knows neither class nor method, those around it do. */
    public static String className(ExtensionContext context) {
        return nearest(context, ExtensionContext::getTestClass)
                .map(Class::getName)
                .orElse("");
    }

    /** Return the name of the method of a test; empty for a class. */
    public static String methodName(ExtensionContext context) {
        return nearest(context, ExtensionContext::getTestMethod)
                .map(Method::getName)
                .orElse("");
    }

    private static <T> Optional<T> nearest(ExtensionContext context, Function<ExtensionContext, Optional<T>> property) {
        return property.apply(context).or(() -> context.getParent().flatMap(parent -> nearest(parent, property)));
    }

    /** Return the display name, with that of the invocation's test before it: {@code pays_once() [2] card}. */
    private static String displayName(ExtensionContext context) {
        var name = context.getDisplayName();
        return name.startsWith("[")
                ? context.getParent().map(ExtensionContext::getDisplayName).orElse("") + " " + name
                : name;
    }

    private static String invocation(ExtensionContext context) {
        return INVOCATION
                .matcher(context.getUniqueId())
                .results()
                .map(result -> result.group(1))
                .collect(Collectors.joining("-"));
    }
}
