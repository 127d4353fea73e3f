package io.github.withcdp;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.reporting.ReportEntry;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs a class of tests within a test. Its reports go where they are told to go. */
public final class FixtureRun {

    private final Class<?> fixture;
    private final Map<String, String> parameters = new HashMap<>();

    private FixtureRun(Class<?> fixture) {
        this.fixture = fixture;
    }

    public static FixtureRun of(Class<?> fixture, Path reports) {
        return new FixtureRun(fixture)
                .with("withcdp.reports.dir", reports.toString())
                .with("withcdp.green", "false"); // whose tests say where they belong
    }

    /** Set a configuration parameter of JUnit. */
    public FixtureRun with(String key, String value) {
        parameters.put(key, value);
        return this;
    }

    public FixtureRun inParallel() {
        return with("junit.jupiter.execution.parallel.enabled", "true")
                .with("junit.jupiter.execution.parallel.mode.default", "concurrent")
                .with("junit.jupiter.execution.parallel.mode.classes.default", "concurrent")
                .with("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "3");
    }

    public Outcome execute() {
        return new Outcome(EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(fixture))
                .configurationParameters(parameters)
                .execute());
    }

    /** What has become of the tests. */
    public record Outcome(EngineExecutionResults results) {

        /** Return the names of the methods, or of what JUnit calls their invocations, that have succeeded. */
        public List<String> succeeded() {
            return results.testEvents().succeeded().stream().map(Outcome::name).toList();
        }

        /** Return why tests and containers have failed, by their names. */
        public Map<String, Throwable> failures() {
            var failures = new LinkedHashMap<String, Throwable>();
            results.allEvents().failed().stream()
                    .forEach(event -> failures.put(
                            name(event),
                            event.getRequiredPayload(TestExecutionResult.class)
                                    .getThrowable()
                                    .orElseThrow()));
            return failures;
        }

        /** Return why the only test or container that has failed did so. */
        public Throwable failure() {
            var failures = failures();
            if (failures.size() != 1) {
                var unexpected = new AssertionError("Not one failure, but those of " + failures.keySet());
                failures.values().forEach(unexpected::addSuppressed);
                throw unexpected;
            }
            return failures.values().iterator().next();
        }

        /** Fail with what has failed, unless all tests have succeeded and there was one. */
        public Outcome allSucceeded() {
            if (!failures().isEmpty() || succeeded().isEmpty()) {
                var unexpected = new AssertionError("Failed: " + failures() + ", succeeded: " + succeeded());
                failures().values().forEach(unexpected::addSuppressed);
                throw unexpected;
            }
            return this;
        }

        /** Return what tests have told JUnit under a name, in that order. */
        public List<String> told(String key) {
            var told = new ArrayList<String>();
            results.allEvents().reportingEntryPublished().stream()
                    .forEach(event -> event.getRequiredPayload(ReportEntry.class).getKeyValuePairs().entrySet().stream()
                            .filter(entry -> entry.getKey().equals(key))
                            .forEach(entry -> told.add(entry.getValue())));
            return told;
        }

        private static String name(Event event) {
            return event.getTestDescriptor().getDisplayName();
        }
    }
}
