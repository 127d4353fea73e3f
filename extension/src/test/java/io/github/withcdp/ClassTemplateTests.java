package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that run several times. JUnit has them since 5.13; the build leaves this file out before. */
class ClassTemplateTests {

    @TempDir
    Path reports;

    @Test
    void share_one_browser_among_all_invocations() {
        var outcome = FixtureRun.of(AnnotatedTestCase.class, reports).execute().allSucceeded();

        assertThat(outcome.told("browser"))
                .hasSize(4)
                .containsOnly(outcome.told("browser").get(0));
        assertThat(outcome.told("target")).hasSize(4).doesNotHaveDuplicates();
    }

    @Test
    void share_the_browser_of_a_builder_too() {
        var outcome = FixtureRun.of(BuilderTestCase.class, reports).execute().allSucceeded();

        assertThat(outcome.told("browser"))
                .hasSize(2)
                .containsOnly(outcome.told("browser").get(0));
    }

    @Test
    void are_reported_by_invocation() {
        var failures = FixtureRun.of(FailingTestCase.class, reports).execute().failures();

        assertThat(failures).hasSize(1);
        var folder = reports.resolve(FailingTestCase.class.getName());
        assertThat(folder.resolve("fails-1")).isDirectoryContaining("glob:**/summary.md");
        assertThat(folder.resolve("fails-2")).isDirectoryContaining("glob:**/summary.md");
    }

    @WithCDP
    @ParameterizedClass
    @ValueSource(strings = {"a", "b"})
    static class AnnotatedTestCase {

        private static CDPSession ofClass;

        private final String value;

        AnnotatedTestCase(String value, CDPSession page) {
            this.value = value;
            assertThat(page).isNotSameAs(ofClass);
        }

        @BeforeAll
        static void before(CDPSession page) {
            ofClass = page;
        }

        @Test
        void first(CDPSession page, CDPBrowser browser, TestReporter reporter) {
            tell(page, browser, reporter);
        }

        @Test
        void second(CDPSession page, CDPBrowser browser, TestReporter reporter) {
            tell(page, browser, reporter);
        }

        private void tell(CDPSession page, CDPBrowser browser, TestReporter reporter) {
            assertThat(page.evaluate("'" + value + "'").asString()).isEqualTo(value);
            reporter.publishEntry("browser", ParameterTests.process(browser));
            reporter.publishEntry("target", page.target().id());
        }
    }

    @ParameterizedClass
    @ValueSource(strings = {"a", "b"})
    static class BuilderTestCase {

        @RegisterExtension
        static final WithCDPExtension cdp = WithCDPExtension.builder().build();

        @Parameter
        String value = "";

        @Test
        void runs(CDPBrowser browser, TestReporter reporter) {
            assertThat(value).isNotEmpty();
            reporter.publishEntry("browser", ParameterTests.process(browser));
        }
    }

    @WithCDP
    @ParameterizedClass
    @ValueSource(strings = {"a", "b"})
    static class FailingTestCase {

        FailingTestCase(String value) {
            assertThat(value).isNotEmpty();
        }

        @Test
        void fails(CDPSession page) {
            throw new IllegalStateException("oops");
        }
    }
}
