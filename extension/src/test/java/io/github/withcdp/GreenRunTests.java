package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which tests leave a recording behind that others can be compared with. */
class GreenRunTests {

    @TempDir
    Path directory;

    private Path greens() {
        return directory.resolve("green");
    }

    private FixtureRun run(Class<?> fixture) {
        return FixtureRun.of(fixture, directory.resolve("reports"))
                .with("withcdp.green", "true")
                .with("withcdp.green.dir", greens().toString())
                .with("withcdp.green.label", "main");
    }

    /** Return the folders of tests that have a recording, with how many. */
    private List<String> kept() throws IOException {
        if (!Files.exists(greens())) {
            return List.of();
        }
        try (Stream<Path> all = Files.walk(greens())) {
            return all.filter(Files::isRegularFile)
                    .map(file -> greens().relativize(file).getName(4).toString())
                    .sorted()
                    .toList();
        }
    }

    private Path onlyFile() throws IOException {
        try (Stream<Path> all = Files.walk(greens())) {
            return all.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
    }

    @Test
    void are_kept_of_tests_that_passed_with_a_page_of_their_own() throws IOException {
        run(OutcomesTestCase.class).execute();

        assertThat(kept()).containsExactly("factory_passes", "parameterised-1", "parameterised-2", "passes");
    }

    @Test
    void end_with_the_test_and_tell_which_it_was() throws IOException {
        run(PassingTestCase.class).execute().allSucceeded();

        var recording = Recording.read(onlyFile());
        assertThat(recording.isComplete()).isTrue();
        assertThat(recording.commands())
                .extracting(RecordedMessage::method)
                .contains("Runtime.evaluate")
                .doesNotContain("Target.disposeBrowserContext", "Target.closeTarget", "Page.captureScreenshot");
        recording.writeReport(Files.createDirectories(directory.resolve("again/report")));
        assertThat(directory.resolve("again/report/summary.md"))
                .content()
                .startsWith("# `passes(CDPSession)` passed\n");
    }

    @Test
    void are_not_kept_if_nobody_wants_them_or_reports() throws IOException {
        run(PassingTestCase.class).with("withcdp.green", "false").execute().allSucceeded();
        assertThat(kept()).isEmpty();

        run(PassingTestCase.class).with("withcdp.report", "never").execute().allSucceeded();
        assertThat(kept()).isEmpty();

        run(PassingTestCase.class).with("withcdp.report", "always").execute().allSucceeded();
        assertThat(kept()).containsExactly("passes");
    }

    @Test
    void cost_no_test_that_cannot_keep_one() throws IOException {
        Files.writeString(directory.resolve("green"), "no directory");

        run(PassingTestCase.class).execute().allSucceeded();

        assertThat(greens()).hasContent("no directory");
    }

    @WithCDP
    static class PassingTestCase {

        @Test
        void passes(CDPSession page) {
            page.evaluate("1 + 1");
        }
    }

    @WithCDP
    @SuppressWarnings("UnusedVariable") // the parameters are what makes a page
    static class OutcomesTestCase {

        private static CDPSession shared;

        @BeforeAll
        static void open(CDPSession page) {
            shared = page;
        }

        @Test
        void passes(CDPSession page) {
            page.evaluate("1 + 1");
        }

        @Test
        void fails(CDPSession page) {
            throw new AssertionError("it fails");
        }

        @Test
        void is_aborted(CDPSession page) {
            abort("it is aborted");
        }

        @Test
        void has_a_handler_that_fails(CDPSession page) {
            page.on("Runtime.consoleAPICalled", event -> {
                throw new IllegalStateException("it fails");
            });
            page.evaluate("console.log('hello')");
        }

        @Test
        @ExtendWith(FailingLater.class)
        void is_failed_by_another_extension(CDPSession page) {}

        @Test
        void uses_the_page_of_the_class() {
            shared.evaluate("1 + 1");
        }

        @ParameterizedTest
        @ValueSource(ints = {1, 2, 3})
        void parameterised(int number, CDPSession page) {
            assertThat(number).isLessThan(3);
        }

        @TestFactory
        Stream<DynamicTest> factory_passes(CDPSession page) {
            return Stream.of(dynamicTest("one", () -> page.evaluate("1")));
        }

        @TestFactory
        Stream<DynamicTest> factory_fails(CDPSession page) {
            return Stream.of(
                    dynamicTest("one", () -> {
                        throw new AssertionError("it fails");
                    }),
                    dynamicTest("two", () -> page.evaluate("1")));
        }
    }

    /** Registered after the class's own, its callback comes before; it fails the test nevertheless. */
    static final class FailingLater implements AfterEachCallback {

        @Override
        public void afterEach(ExtensionContext context) {
            throw new AssertionError("it fails afterwards");
        }
    }
}
