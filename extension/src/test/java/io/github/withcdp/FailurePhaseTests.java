package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever fails, and whenever: there is a report of it, the failure says where, and only what has failed has one. */
class FailurePhaseTests {

    @TempDir
    Path reports;

    @Test
    void writes_a_report_of_a_test() throws IOException {
        var folder = onlyReport(BodyTestCase.class, "fails", "oops");

        assertThat(folder)
                .isDirectoryContaining("glob:**/transcript.txt")
                .isDirectoryContaining("glob:**/traffic.jsonl")
                .isDirectoryContaining("glob:**/screenshot.png")
                .isDirectoryContaining("glob:**/chrome.log");
        assertThat(folder.resolve("transcript.txt")).content().contains("Runtime.evaluate");
        assertThat(Files.readAllBytes(folder.resolve("screenshot.png"))).startsWith(0x89, 'P', 'N', 'G');
        assertThat(summary(folder)).contains("oops");
    }

    @Test
    void writes_a_report_of_a_constructor() throws IOException {
        assertThat(summary(onlyReport(ConstructorTestCase.class, "never_runs", "oops")))
                .contains("constructor");
    }

    @Test
    void writes_a_report_of_a_constructor_whose_further_parameter_cannot_be_resolved() throws IOException {
        onlyReport(UnresolvedTestCase.class, "never_runs", "No ParameterResolver registered");
    }

    @Test
    void writes_a_report_of_the_constructor_of_an_instance_for_all_tests() throws IOException {
        onlyReport(PerClassConstructorTestCase.class, "class", "oops");
    }

    @Test
    void writes_a_report_of_BeforeAll() throws IOException {
        assertThat(summary(onlyReport(BeforeAllTestCase.class, "class", "oops")))
                .contains("@BeforeAll");
    }

    @Test
    void writes_a_report_of_BeforeEach() throws IOException {
        assertThat(summary(onlyReport(BeforeEachTestCase.class, "never_runs", "oops")))
                .contains("@BeforeEach");
    }

    @Test
    void writes_a_report_of_AfterEach() throws IOException {
        assertThat(summary(onlyReport(AfterEachTestCase.class, "passes", "oops")))
                .contains("@AfterEach");
    }

    @Test
    void writes_a_report_of_AfterAll() throws IOException {
        assertThat(summary(onlyReport(AfterAllTestCase.class, "class", "oops"))).contains("@AfterAll");
    }

    @Test
    void keeps_the_first_phase_and_the_first_picture() throws IOException {
        var folder = onlyReport(BodyAndAfterEachTestCase.class, "fails", "oops");

        assertThat(summary(folder)).doesNotContain("@AfterEach");
        var red = javax.imageio.ImageIO.read(folder.resolve("screenshot.png").toFile());
        assertThat(new java.awt.Color(red.getRGB(5, 5))).isEqualTo(java.awt.Color.RED);
    }

    @Test
    void writes_a_report_if_another_extension_fails_after_the_test() throws IOException {
        onlyReport(OuterExtensionTestCase.class, "passes", "after each");
        onlyReport(InnerExtensionTestCase.class, "passes", "after each");
    }

    @Test
    void writes_a_report_if_another_extension_fails_before_the_test() throws IOException {
        onlyReport(BeforeEachExtensionTestCase.class, "never_runs", "before each");
    }

    @Test
    void writes_a_report_if_another_extension_fails_after_the_class() throws IOException {
        onlyReport(AfterAllExtensionTestCase.class, "class", "after all");
    }

    @Test
    void writes_a_report_of_each_invocation() throws IOException {
        var outcome = FixtureRun.of(InvocationsTestCase.class, reports).execute();

        assertThat(outcome.failures()).hasSize(5).allSatisfy((name, failure) -> notedFolder(failure));
        assertThat(folders(InvocationsTestCase.class))
                .containsExactly("hostile-1", "hostile-2", "hostile-3", "repeated-2", "repeated-3");
        assertThat(outcome.succeeded()).containsExactly("repetition 1 of 3");
    }

    @Test
    void writes_a_report_of_each_dynamic_test() throws IOException {
        var outcome = FixtureRun.of(DynamicTestCase.class, reports).execute();

        assertThat(outcome.failures()).containsOnlyKeys("one", "three");
        assertThat(outcome.failures().values().stream().map(FailurePhaseTests::notedFolder))
                .doesNotHaveDuplicates()
                .allSatisfy(folder -> assertThat(folder).startsWith(reports.resolve(DynamicTestCase.class.getName())));
        assertThat(folders(DynamicTestCase.class)).containsExactly("tests-1", "tests-2-2");
    }

    @Test
    void writes_a_report_of_overloads_and_of_nested_classes() throws IOException {
        FixtureRun.of(NamesTestCase.class, reports).execute();

        assertThat(folders(NamesTestCase.class))
                .hasSize(2)
                .allSatisfy(name -> assertThat(name).startsWith("fails"));
        assertThat(folders(NamesTestCase.Inner.class)).containsExactly("fails");
    }

    @Test
    void writes_a_report_with_the_page_of_the_class_if_a_test_has_none() throws IOException {
        var folder = onlyReport(ClassPageTestCase.class, "fails", "oops");

        assertThat(folder).isDirectoryContaining("glob:**/screenshot.png");
    }

    @Test
    void writes_nothing_for_what_passes_and_nothing_if_told_so() throws IOException {
        FixtureRun.of(PassingTestCase.class, reports).execute().allSucceeded();
        var failure = FixtureRun.of(BodyTestCase.class, reports)
                .with("withcdp.report", "never")
                .execute()
                .failure();

        assertThat(failure.getSuppressed()).isEmpty();
        try (var all = Files.list(reports)) {
            assertThat(all).isEmpty();
        }
    }

    @Test
    void writes_a_report_of_what_passes_if_told_so() throws IOException {
        FixtureRun.of(PassingTestCase.class, reports)
                .with("withcdp.report", "always")
                .execute()
                .allSucceeded();

        assertThat(folders(PassingTestCase.class)).containsExactly("passes");
        var picture = reports.resolve(PassingTestCase.class.getName()).resolve("passes/screenshot.png");
        assertThat(new java.awt.Color(
                        javax.imageio.ImageIO.read(picture.toFile()).getRGB(5, 5)))
                .as("the page before @AfterEach")
                .isEqualTo(java.awt.Color.RED);
    }

    @Test
    void writes_a_report_at_once_if_the_page_has_crashed() throws IOException {
        assertThat(summary(onlyReport(CrashTestCase.class, "fails", "oops"))).contains("its target crashed");
    }

    @Test
    void writes_a_report_at_once_if_a_dialog_is_open() throws IOException {
        assertThat(summary(onlyReport(DialogTestCase.class, "fails", "oops"))).contains("a dialog is open");
    }

    @Test
    void writes_a_report_at_once_if_the_browser_has_gone() throws IOException {
        var folder = onlyReport(GoneTestCase.class, "fails", "oops");

        assertThat(summary(folder)).contains("the browser is gone");
        assertThat(folder).isDirectoryContaining("glob:**/chrome.log");
        assertThat(folder.resolve("transcript.txt")).content().contains("Browser.crash");
    }

    @Test
    void writes_a_report_of_an_interrupted_thread() throws IOException {
        assertThat(onlyReport(InterruptedTestCase.class, "fails", "oops"))
                .isDirectoryContaining("glob:**/screenshot.png");
    }

    @Test
    void does_not_fail_for_want_of_a_place_for_reports() throws IOException {
        var file = Files.createFile(reports.resolve("file"));

        var failure = FixtureRun.of(BodyTestCase.class, file).execute().failure();

        assertThat(failure).hasMessage("oops");
        assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(note -> assertThat(note).hasMessageStartingWith("WithCDP could not write the report to "));
    }

    /** Run a class of which one thing fails, and return the only report there is. */
    private Path onlyReport(Class<?> fixture, String name, String message) throws IOException {
        var failure = FixtureRun.of(fixture, reports).execute().failure();

        assertThat(failure).hasMessageContaining(message);
        assertThat(folders(fixture)).containsExactly(name);
        var folder = reports.resolve(fixture.getName()).resolve(name);
        assertThat(notedFolder(failure)).isEqualTo(folder);
        assertThat(folder).isDirectoryContaining("glob:**/summary.md").isDirectoryContaining("glob:**/transcript.txt");
        return folder;
    }

    static Path notedFolder(Throwable failure) {
        var notes = Stream.of(failure.getSuppressed())
                .map(Throwable::getMessage)
                .filter(message -> message != null && message.startsWith("WithCDP wrote a report to "))
                .toList();
        assertThat(notes).as("notes at %s", failure).hasSize(1);
        var report = URI.create(
                notes.get(0).lines().findFirst().orElseThrow().substring("WithCDP wrote a report to ".length()));
        assertThat(Path.of(report)).isRegularFile().hasFileName("report.html");
        return Objects.requireNonNull(Path.of(report).getParent());
    }

    private List<String> folders(Class<?> fixture) throws IOException {
        try (var folders = Files.list(reports.resolve(fixture.getName()))) {
            return folders.map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    private static String summary(Path folder) throws IOException {
        return Files.readString(folder.resolve("summary.md"));
    }

    private static void paint(CDPSession page, String colour) {
        page.evaluate("document.documentElement.style.background = '" + colour + "'");
    }

    /** Send what will not be answered. */
    private static void begin(CDPSession page, String method, Map<String, Object> params) {
        var unused = page.sendAsync(method, params);
    }

    @WithCDP
    static class BodyTestCase {

        @Test
        void fails(CDPSession page) {
            page.evaluate("1");
            throw new IllegalStateException("oops");
        }
    }

    @WithCDP
    static class ConstructorTestCase {

        ConstructorTestCase(CDPSession page) {
            page.evaluate("1");
            throw new IllegalStateException("oops");
        }

        @Test
        void never_runs() {}
    }

    @WithCDP
    static class UnresolvedTestCase {

        UnresolvedTestCase(CDPSession page, StringBuilder nobodyKnows) {}

        @Test
        void never_runs() {}
    }

    @WithCDP
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClassConstructorTestCase {

        PerClassConstructorTestCase(CDPSession page) {
            throw new IllegalStateException("oops");
        }

        @Test
        void never_runs() {}
    }

    @WithCDP
    static class BeforeAllTestCase {

        @BeforeAll
        static void fails(CDPSession page) {
            throw new IllegalStateException("oops");
        }

        @Test
        void never_runs() {}
    }

    @WithCDP
    static class BeforeEachTestCase {

        @BeforeEach
        void fails(CDPSession page) {
            throw new IllegalStateException("oops");
        }

        @Test
        void never_runs() {}
    }

    @WithCDP
    static class AfterEachTestCase {

        @Test
        void passes() {}

        @AfterEach
        void fails(CDPSession page) {
            throw new IllegalStateException("oops");
        }
    }

    @WithCDP
    static class AfterAllTestCase {

        @Test
        void passes(CDPSession page) {}

        @AfterAll
        static void fails(CDPSession page) {
            throw new IllegalStateException("oops");
        }
    }

    @WithCDP
    static class BodyAndAfterEachTestCase {

        @Test
        void fails(CDPSession page) {
            paint(page, "red");
            throw new IllegalStateException("oops");
        }

        @AfterEach
        void fails_too(CDPSession page) {
            paint(page, "lime");
            throw new IllegalStateException("too");
        }
    }

    static final class FailingAfterEach implements AfterEachCallback {

        @Override
        public void afterEach(ExtensionContext context) {
            throw new IllegalStateException("after each");
        }
    }

    static final class FailingBeforeEach implements BeforeEachCallback {

        @Override
        public void beforeEach(ExtensionContext context) {
            throw new IllegalStateException("before each");
        }
    }

    static final class FailingAfterAll implements AfterAllCallback {

        @Override
        public void afterAll(ExtensionContext context) {
            throw new IllegalStateException("after all");
        }
    }

    @ExtendWith(FailingAfterEach.class)
    @WithCDP
    static class OuterExtensionTestCase {

        @Test
        void passes(CDPSession page) {}
    }

    @WithCDP
    @ExtendWith(FailingAfterEach.class)
    static class InnerExtensionTestCase {

        @Test
        void passes(CDPSession page) {}
    }

    @WithCDP
    @ExtendWith(FailingBeforeEach.class)
    static class BeforeEachExtensionTestCase {

        BeforeEachExtensionTestCase(CDPSession page) {}

        @Test
        void never_runs() {}
    }

    @ExtendWith(FailingAfterAll.class)
    @WithCDP
    static class AfterAllExtensionTestCase {

        @BeforeAll
        static void before(CDPSession page) {}

        @Test
        void passes() {}
    }

    @WithCDP
    static class InvocationsTestCase {

        private static int count;

        @RepeatedTest(3)
        void repeated(CDPSession page) {
            count++;
            assertThat(count).isEqualTo(1);
        }

        @ParameterizedTest(name = "{0}")
        @ValueSource(strings = {"../../..", "con\u0000:*?\"<>|\u202e", " . "})
        void hostile(String value, CDPSession page) {
            throw new IllegalStateException(value);
        }
    }

    @WithCDP
    static class DynamicTestCase {

        @TestFactory
        Stream<DynamicNode> tests(CDPSession page) {
            return Stream.of(
                    DynamicTest.dynamicTest(
                            "one", () -> assertThat(page.evaluate("1").asInt()).isEqualTo(2)),
                    DynamicContainer.dynamicContainer(
                            "more",
                            List.of(
                                    DynamicTest.dynamicTest("two", () -> page.evaluate("2")),
                                    DynamicTest.dynamicTest(
                                            "three",
                                            () -> assertThat(page.evaluate("3").asInt())
                                                    .isEqualTo(2)))));
        }
    }

    @WithCDP
    static class NamesTestCase {

        @Test
        void fails(CDPSession page) {
            throw new IllegalStateException("oops");
        }

        @Test
        void fails(CDPSession page, CDPBrowser browser) {
            throw new IllegalStateException("oops");
        }

        @Nested
        class Inner {

            @Test
            void fails(CDPSession page) {
                throw new IllegalStateException("oops");
            }
        }
    }

    @WithCDP
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class ClassPageTestCase {

        private final CDPSession page;

        ClassPageTestCase(CDPSession page) {
            this.page = page;
        }

        @Test
        void fails() {
            page.evaluate("1");
            throw new IllegalStateException("oops");
        }

        @Test
        void passes() {}
    }

    @WithCDP
    static class PassingTestCase {

        @Test
        void passes(CDPSession page) {
            paint(page, "red");
        }

        @AfterEach
        void after(CDPSession page) {
            paint(page, "lime");
        }
    }

    @WithCDP
    static class CrashTestCase {

        @Test
        void fails(CDPSession page) {
            assertThat(page.sendAsync("Page.crash", Map.of())).failsWithin(Duration.ofSeconds(30));
            throw new IllegalStateException("oops");
        }
    }

    @WithCDP(timeout = "30 s")
    static class DialogTestCase {

        @Test
        void fails(CDPSession page) {
            page.await("Page.javascriptDialogOpening", () -> {
                page.on("Page.javascriptDialogOpening", event -> {});
                begin(page, "Runtime.evaluate", Map.of("expression", "alert('hello')"));
            });
            throw new IllegalStateException("oops");
        }
    }

    @WithCDP
    static class GoneTestCase {

        @Test
        void fails(CDPSession page, CDPBrowser browser) {
            assertThat(browser.session().sendAsync("Browser.crash", null)).failsWithin(Duration.ofSeconds(30));
            throw new IllegalStateException("oops");
        }
    }

    @WithCDP
    static class InterruptedTestCase {

        @Test
        void fails(CDPSession page) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("oops");
        }
    }
}
