package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

class ParameterTests {

    @TempDir
    Path reports;

    @Test
    void are_all_resolved_for_one_test() {
        FixtureRun.of(AllKindsTestCase.class, reports).execute().allSucceeded();
    }

    @Test
    void are_fresh_in_each_test() {
        var told = FixtureRun.of(FreshTestCase.class, reports).execute().allSucceeded();

        assertThat(told.told("target")).hasSize(3).doesNotHaveDuplicates();
        assertThat(told.told("context")).hasSize(3).doesNotHaveDuplicates();
        assertThat(told.told("browser"))
                .hasSize(3)
                .containsOnly(told.told("browser").get(0));
    }

    @Test
    void of_the_class_are_one_page_that_no_test_has() {
        FixtureRun.of(ClassPageTestCase.class, reports).execute().allSucceeded();
    }

    @Test
    void of_the_constructor_of_an_instance_for_all_tests_are_the_page_of_the_class() {
        FixtureRun.of(PerClassTestCase.class, reports).execute().allSucceeded();
    }

    @Test
    void of_others_are_left_to_them() {
        FixtureRun.of(OtherResolverTestCase.class, reports).execute().allSucceeded();
    }

    @Test
    void are_what_starts_a_browser() {
        FixtureRun.of(NoParameterTestCase.class, reports)
                .with("withcdp.executable", "/there/is/no/browser")
                .execute()
                .allSucceeded();
    }

    @Test
    void that_cannot_be_are_refused_with_the_rule_and_the_remedy() {
        var failures = FixtureRun.of(WrongUseTestCase.class, reports)
                .with("withcdp.executable", "/there/is/no/browser")
                .execute()
                .failures();

        assertThat(failures)
                .hasSize(4)
                .allSatisfy((name, failure) -> assertThat(failure)
                        .isInstanceOf(ParameterResolutionException.class)
                        .hasMessageStartingWith("WithCDP cannot fill parameter 0")
                        .hasMessageContaining(WrongUseTestCase.class.getName())
                        .hasMessageContaining("To mend it, "));
        assertThat(failures.get("newPage(String)"))
                .hasMessageContaining("@NewPage goes with a CDPSession, but this is a String");
        assertThat(failures.get("newContext(Recording)"))
                .hasMessageContaining("@NewContext goes with a CDPSession, but this is a Recording");
        assertThat(failures.get("newPageOfBrowser(CDPBrowser)")).hasMessageContaining("declare it as CDPSession");
        assertThat(failures.get("both(CDPSession)")).hasMessageContaining("it cannot be both");
    }

    @Test
    void come_from_a_builder_in_a_static_field() {
        FixtureRun.of(BuilderTestCase.class, reports).execute().allSucceeded();
    }

    @Test
    void come_from_a_builder_in_an_instance_field_if_there_is_one_instance() {
        FixtureRun.of(InstanceBuilderOfClassTestCase.class, reports).execute().allSucceeded();
    }

    @Test
    void do_not_come_from_a_builder_in_an_instance_field_of_each_test() {
        assertThat(FixtureRun.of(InstanceBuilderTestCase.class, reports)
                        .execute()
                        .failure())
                .isInstanceOf(ParameterResolutionException.class)
                .hasCauseInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining(InstanceBuilderTestCase.class.getName())
                .hasMessageEndingWith("Declare the field static");
    }

    @Test
    void do_not_come_from_annotation_and_builder_both() {
        assertThat(FixtureRun.of(BothTestCase.class, reports).execute().failure())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("Keep one of the two");
    }

    @Test
    void do_not_come_from_the_bare_extension() {
        assertThat(FixtureRun.of(BareTestCase.class, reports).execute().failure())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessageContaining("Write @WithCDP on the class");
    }

    static String context(CDPSession page) {
        return page.send("Target.getTargetInfo")
                .path("targetInfo")
                .path("browserContextId")
                .asString("");
    }

    /** Return the number of the browser's process: the identity of a browser. */
    static String process(CDPBrowser browser) {
        for (var process : browser.session().send("SystemInfo.getProcessInfo").path("processInfo")) {
            if (process.path("type").asString("").equals("browser")) {
                return Integer.toString(process.path("id").asInt());
            }
        }
        throw new AssertionError("no process of a browser");
    }

    @WithCDP
    static class AllKindsTestCase {

        private final CDPSession ofConstructor;
        private CDPSession ofBeforeEach;

        AllKindsTestCase(CDPSession page) {
            ofConstructor = page;
            ofBeforeEach = page;
        }

        @BeforeEach
        void before(CDPSession page) {
            ofBeforeEach = page;
        }

        @Test
        void gets_all(
                TestInfo info,
                CDPSession page,
                CDPSession again,
                @NewPage CDPSession second,
                @NewPage CDPSession third,
                @NewContext CDPSession stranger,
                CDPBrowser browser,
                Recording recording) {
            assertThat(info.getDisplayName()).startsWith("gets_all");
            assertThat(page).isSameAs(again).isSameAs(ofConstructor).isSameAs(ofBeforeEach);
            assertThat(List.of(page.id(), second.id(), third.id(), stranger.id()))
                    .doesNotHaveDuplicates();
            assertThat(context(second)).isEqualTo(context(page)).isEqualTo(context(third));
            assertThat(context(stranger)).isNotEqualTo(context(page)).isNotEmpty();
            assertThat(browser.targets().stream().map(io.github.withcdp.session.Target::id))
                    .contains(page.target().id(), stranger.target().id());
            assertThat(browser.version().product()).contains("/");
            assertThat(context(browser.newPage())).isEqualTo(context(page));
            try (var context = browser.newContext()) {
                assertThat(context(context.newPage())).isNotEqualTo(context(page));
            }
            var before = recording.messages().size();
            assertThat(page.evaluate("6 * 7").asInt()).isEqualTo(42);
            assertThat(recording.messages().size()).isGreaterThan(before);
            assertThat(recording.messages())
                    .anySatisfy(message -> assertThat(message.session()).isEqualTo(second.id()));
        }

        @AfterEach
        void after(CDPSession page) {
            assertThat(page).isSameAs(ofConstructor);
            assertThat(page.isAttached()).isTrue();
        }
    }

    @WithCDP
    static class FreshTestCase {

        @Test
        void one(CDPSession page, CDPBrowser browser, TestReporter reporter) {
            tell(page, browser, reporter);
        }

        @Test
        void two(CDPBrowser browser, CDPSession page, TestReporter reporter) {
            tell(page, browser, reporter);
        }

        @Test
        void three(CDPSession page, CDPBrowser browser, TestReporter reporter) {
            tell(page, browser, reporter);
        }

        private static void tell(CDPSession page, CDPBrowser browser, TestReporter reporter) {
            assertThat(page.evaluate("location.href").asString()).isEqualTo("about:blank");
            reporter.publishEntry("target", page.target().id());
            reporter.publishEntry("context", context(page));
            reporter.publishEntry("browser", process(browser));
        }
    }

    @WithCDP
    static class ClassPageTestCase {

        private static String ofClass = "";

        @BeforeAll
        static void before(CDPSession page, CDPBrowser browser, Recording recording) {
            ofClass = page.id().value();
            assertThat(recording.messages()).isNotEmpty();
            assertThat(browser.targets()).isNotEmpty();
        }

        @Test
        void has_a_page_of_its_own(CDPSession page) {
            assertThat(page.id().value()).isNotEqualTo(ofClass);
        }

        @AfterAll
        static void after(CDPSession page) {
            assertThat(page.id().value()).isEqualTo(ofClass);
            assertThat(page.evaluate("1").asInt()).isEqualTo(1);
        }
    }

    @WithCDP
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class PerClassTestCase {

        private final CDPSession ofClass;

        PerClassTestCase(CDPSession page) {
            ofClass = page;
        }

        @BeforeAll
        void before(CDPSession page) {
            assertThat(page).isSameAs(ofClass);
        }

        @Test
        void has_a_page_of_its_own(CDPSession page) {
            assertThat(page).isNotSameAs(ofClass);
            assertThat(context(page)).isNotEqualTo(context(ofClass));
        }

        @AfterAll
        void after(CDPSession page) {
            assertThat(page).isSameAs(ofClass);
        }
    }

    static final class Numbers implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == int.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return 42;
        }
    }

    @WithCDP
    @ExtendWith(Numbers.class)
    static class OtherResolverTestCase {

        @Test
        void gets_both(int number, CDPSession page, TestInfo info) {
            assertThat(page.evaluate(Integer.toString(number)).asInt()).isEqualTo(42);
            assertThat(info.getTestMethod()).isPresent();
        }
    }

    @WithCDP
    static class NoParameterTestCase {

        @BeforeAll
        static void before() {}

        @Test
        void needs_no_browser() {}
    }

    @WithCDP
    static class WrongUseTestCase {

        @Test
        void newPage(@NewPage String text) {}

        @Test
        void newContext(@NewContext Recording recording) {}

        @Test
        void newPageOfBrowser(@NewPage CDPBrowser browser) {}

        @Test
        void both(@NewPage @NewContext CDPSession page) {}
    }

    static class BuilderTestCase {

        @RegisterExtension
        static final WithCDPExtension cdp = WithCDPExtension.builder()
                .args("--user-agent=Builder")
                .domains("Page", "Runtime")
                .build();

        private static CDPSession ofClass;

        BuilderTestCase(CDPSession page) {
            assertThat(page).isNotSameAs(ofClass);
        }

        @BeforeAll
        static void before(CDPSession page) {
            ofClass = page;
        }

        @Test
        void is_configured(CDPSession page) {
            assertThat(page.evaluate("navigator.userAgent").asString()).isEqualTo("Builder");
            assertThat(page.recording().commands().stream().map(message -> message.method()))
                    .contains("Page.enable", "Runtime.enable")
                    .doesNotContain("Network.enable");
        }
    }

    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class InstanceBuilderOfClassTestCase {

        @RegisterExtension
        final WithCDPExtension cdp = WithCDPExtension.builder().build();

        @BeforeAll
        void before(CDPSession page) {
            assertThat(page.isAttached()).isTrue();
        }

        @Test
        void gets_a_page(CDPSession page) {
            assertThat(page.isAttached()).isTrue();
        }
    }

    static class InstanceBuilderTestCase {

        @RegisterExtension
        final WithCDPExtension cdp = WithCDPExtension.builder().build();

        @Test
        void gets_none(CDPSession page) {}
    }

    @WithCDP
    static class BothTestCase {

        @RegisterExtension
        static final WithCDPExtension cdp = WithCDPExtension.builder().build();

        @Test
        void gets_none(CDPSession page) {}
    }

    @ExtendWith(WithCDPExtension.class)
    static class BareTestCase {

        @Test
        void gets_none(CDPSession page) {}
    }
}
