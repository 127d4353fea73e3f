package io.github.withcdp.samples;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.testkit.engine.EngineTestKit;

/** Runs a class whose one test fails on purpose. */
final class FailingRun {

    private FailingRun() {}

    /** Run it, and return the directory of its report. */
    static Path of(Class<?> testCase, Path reports) {
        EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .configurationParameter("withcdp.reports.dir", reports.toString())
                .selectors(selectClass(testCase))
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.failed(1));
        try (var directories = Files.list(reports.resolve(testCase.getName()))) {
            return directories.findFirst().orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
