package io.github.withcdp.internal.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.reporting.FileEntry;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The files of a report are handed to JUnit, which tells whoever listens. */
class FilePublisherTests {

    @TempDir
    Path directory;

    @Test
    void publishes_the_report_of_a_test() {
        assertThat(published(FailingTestCase.class))
                .extracting(path -> path.getFileName().toString())
                .containsExactlyInAnyOrder(
                        "report.html",
                        "transcript.txt",
                        "traffic.jsonl",
                        "screenshot.png",
                        "dom.html",
                        "summary.md",
                        "chrome.log");
    }

    @Test
    void publishes_the_report_of_a_constructor() {
        assertThat(published(ConstructorTestCase.class))
                .extracting(path -> path.getFileName().toString())
                .contains("transcript.txt", "summary.md");
    }

    @Test
    void publishes_the_report_of_a_class() {
        assertThat(published(ClassTestCase.class))
                .extracting(path -> path.getFileName().toString())
                .contains("transcript.txt", "summary.md");
    }

    @Test
    void publishes_nothing_of_what_passes() {
        assertThat(published(PassingTestCase.class)).isEmpty();
    }

    private List<Path> published(Class<?> fixture) {
        var published = new CopyOnWriteArrayList<Path>();
        LauncherFactory.create(LauncherConfig.builder()
                        .enableTestExecutionListenerAutoRegistration(false)
                        .enableLauncherSessionListenerAutoRegistration(false)
                        .enablePostDiscoveryFilterAutoRegistration(false)
                        .build())
                .execute(
                        LauncherDiscoveryRequestBuilder.request()
                                .selectors(selectClass(fixture))
                                .configurationParameter("junit.platform.reporting.output.dir", directory.toString())
                                .configurationParameter(
                                        "withcdp.reports.dir",
                                        directory.resolve("reports").toString())
                                .build(),
                        new TestExecutionListener() {
                            @Override
                            public void fileEntryPublished(TestIdentifier test, FileEntry file) {
                                published.add(file.getPath());
                            }
                        });
        assertThat(published).allSatisfy(path -> {
            assertThat(Files.size(path)).isPositive();
            assertThat(path)
                    .startsWith(directory)
                    .doesNotHaveToString(directory.resolve("reports").toString());
        });
        return published;
    }

    @WithCDP
    static class FailingTestCase {

        @Test
        void fails(CDPSession page) {
            throw new IllegalStateException("oops");
        }
    }

    @WithCDP
    static class ConstructorTestCase {

        ConstructorTestCase(CDPSession page) {
            throw new IllegalStateException("oops");
        }

        @Test
        void never_runs() {}
    }

    @WithCDP
    static class ClassTestCase {

        @BeforeAll
        static void fails(CDPSession page) {
            throw new IllegalStateException("oops");
        }

        @Test
        void never_runs() {}
    }

    @WithCDP
    static class PassingTestCase {

        @Test
        void passes(CDPSession page) {}
    }
}
