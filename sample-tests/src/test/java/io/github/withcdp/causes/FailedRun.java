package io.github.withcdp.causes;

import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/**
 * What those who look at a test that failed see first.
 *
 * @param failure what it says
 * @param note at it that tells of its report
 * @param findings of that note, the most telling first
 * @param summary the report's {@code summary.md}
 * @param took how long the test took, its report included
 */
record FailedRun(String failure, String note, List<String> findings, String summary, Duration took) {

    static final String NOWHERE = "nowhere";

    private static final Pattern FINDING = Pattern.compile("(?m)^\\s*\\d[\\d.,]* s @\\S+ (.*)$");

    /** Run the tests of some classes, four at a time, and return those that have failed, as {@code Class.method}. */
    static Map<String, FailedRun> of(List<? extends Class<?>> classes, Path reports) {
        return of(
                classes.stream().map(DiscoverySelectors::selectClass).toArray(DiscoverySelector[]::new),
                reports,
                reports,
                Map.of());
    }

    /** Run tests that have failed again, without their servers, which ended with the first run, from its reports. */
    static Map<String, FailedRun> served(List<SeededFailure> failures, Path recorded, Path reports) {
        return of(
                failures.stream()
                        .map(failure -> DiscoverySelectors.selectMethod(
                                failure.tests(), failure.method(), CDPSession.class.getName()))
                        .toArray(DiscoverySelector[]::new),
                reports,
                reports.resolve("replayed"),
                Map.of("withcdp.serve", recorded.toString()));
    }

    /** Run tests again from their reports, without a browser. */
    static Map<String, FailedRun> replayed(List<? extends Class<?>> classes, Path recorded, Path reports) {
        return of(
                classes.stream().map(DiscoverySelectors::selectClass).toArray(DiscoverySelector[]::new),
                reports,
                reports.resolve("replayed"),
                Map.of("withcdp.replay", recorded.toString()));
    }

    private static Map<String, FailedRun> of(
            DiscoverySelector[] tests, Path reports, Path written, Map<String, String> options) {
        var failed = new HashMap<String, FailedRun>();
        var events = EngineTestKit.engine("junit-jupiter")
                .configurationParameters(options)
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.mode.default", "same_thread")
                .configurationParameter("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.max-pool-size", "4")
                .configurationParameter("withcdp.assertion.timeout", "2 s")
                .configurationParameter("withcdp.report.timeout", "8 s")
                .configurationParameter("withcdp.reports.dir", reports.toString())
                .selectors(tests)
                .execute()
                .testEvents();
        var started = events.started().stream()
                .collect(Collectors.toMap(event -> event.getTestDescriptor().getUniqueId(), Event::getTimestamp));
        events.failed().stream().forEach(event -> {
            var source = (MethodSource) event.getTestDescriptor().getSource().orElseThrow();
            var start = started.get(event.getTestDescriptor().getUniqueId());
            failed.put(
                    source.getJavaClass().getSimpleName() + "." + source.getMethodName(),
                    run(event, folder(written, source), Duration.between(start, event.getTimestamp())));
        });
        return Map.copyOf(failed);
    }

    /** Return the failure, and what is noted at it. */
    String text() {
        return failure + "\n" + note;
    }

    /** Return where it says something: {@code failure}, {@code summary.md} or {@link #NOWHERE}. */
    String place(Pattern pattern) {
        return pattern.matcher(text()).find()
                ? "failure"
                : pattern.matcher(summary).find() ? "summary.md" : NOWHERE;
    }

    private static Path folder(Path reports, MethodSource source) {
        return reports.resolve(source.getClassName()).resolve(source.getMethodName());
    }

    private static FailedRun run(Event event, Path folder, Duration took) {
        var failure = event.getRequiredPayload(TestExecutionResult.class)
                .getThrowable()
                .orElseThrow();
        var note = Stream.of(failure.getSuppressed())
                .map(Throwable::toString)
                .filter(text -> text.startsWith("WithCDP wrote a report to "))
                .findFirst()
                .orElse("");
        var findings =
                FINDING.matcher(note).results().map(finding -> finding.group(1)).toList();
        try {
            return new FailedRun(
                    failure.toString(), note, findings, Files.readString(folder.resolve("summary.md")), took);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
