package io.github.withcdp.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.CDPBrowser;
import io.github.withcdp.FixtureRun;
import io.github.withcdp.WithCDP;
import io.github.withcdp.internal.spi.AssertedSession;
import io.github.withcdp.session.CDPSession;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class LifecycleTests {

    @TempDir
    Path reports;

    @Test
    void gives_each_invocation_a_page_of_its_own() {
        var outcome = FixtureRun.of(TemplatesTestCase.class, reports).execute().allSucceeded();

        assertThat(outcome.succeeded()).hasSize(5);
        assertThat(outcome.told("target")).hasSize(5).doesNotHaveDuplicates();
    }

    @Test
    void gives_all_tests_of_a_factory_the_page_of_the_factory() {
        var outcome = FixtureRun.of(FactoryTestCase.class, reports).execute().allSucceeded();

        assertThat(outcome.succeeded()).containsExactly("first", "second");
    }

    @Test
    void works_with_an_annotation_that_is_inherited_from_a_class() {
        FixtureRun.of(SubTestCase.class, reports).execute().allSucceeded();
    }

    @Test
    void works_with_an_annotation_that_is_inherited_from_an_interface() {
        FixtureRun.of(ImplementingTestCase.class, reports).execute().allSucceeded();
    }

    @Test
    void works_with_an_annotation_within_another() {
        FixtureRun.of(ComposedTestCase.class, reports).execute().allSucceeded();
    }

    @Test
    void gives_assertions_the_limit_of_their_class() {
        FixtureRun.of(AssertionLimitTestCase.class, reports)
                .with("withcdp.assertion.timeout", "7 s")
                .execute()
                .allSucceeded();
    }

    @WithCDP
    static class AssertionLimitTestCase {

        @Test
        void has_it(CDPSession page, CDPBrowser browser) {
            assertThat(((AssertedSession) page).assertionTimeout()).hasSeconds(7);
            assertThat(((AssertedSession) browser.session()).assertionTimeout()).hasSeconds(7);
        }
    }

    @Test
    void fails_the_test_in_whose_time_a_handler_fails() {
        var outcome = FixtureRun.of(HandlerTestCase.class, reports).execute();

        assertThat(outcome.failures().keySet())
                .containsExactlyInAnyOrder(
                        "fails_an_assertion(CDPSession)",
                        "fails_twice(CDPSession)",
                        "fails_while_it_is_waited_for(CDPSession)");
        assertThat(outcome.failures().get("fails_while_it_is_waited_for(CDPSession)"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Fetch.continueReqest does not exist. Did you mean Fetch.continueRequest?")
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .haveExactly(
                                1,
                                new Condition<>(
                                        text -> text.startsWith(
                                                "Protocol error (Runtime.evaluate): given up, because a handler of Fetch.requestPaused has failed: "),
                                        "where")));
        assertThat(outcome.failures().get("fails_an_assertion(CDPSession)"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("no such day");
        var twice = outcome.failures().get("fails_twice(CDPSession)");
        assertThat(twice).isInstanceOf(IllegalStateException.class).hasMessage("first");
        assertThat(twice)
                .satisfies(failure -> assertThat(failure.getSuppressed())
                        .extracting(Throwable::getMessage)
                        .contains("second"));
        assertThat(outcome.succeeded()).containsExactly("is_untouched(CDPSession)");
    }

    @Test
    void fails_the_test_in_whose_time_a_handler_of_the_class_fails() {
        var outcome = FixtureRun.of(HandlerOfClassTestCase.class, reports).execute();

        assertThat(outcome.failure()).isInstanceOf(IllegalStateException.class).hasMessage("in the page of the class");
        assertThat(outcome.failures()).containsOnlyKeys("second()");
        assertThat(reports.resolve(HandlerOfClassTestCase.class.getName()).resolve("second"))
                .isDirectoryContaining("glob:**/transcript.txt");
        assertThat(outcome.succeeded()).containsExactly("first()", "third(CDPSession)");
    }

    @Test
    void replaces_a_browser_that_has_died() {
        var outcome = FixtureRun.of(DyingBrowserTestCase.class, reports).execute();

        assertThat(outcome.failures())
                .containsOnlyKeys("kills_it(CDPBrowser, CDPSession)", "kills_it_in_silence(CDPBrowser)");
        assertThat(outcome.failures().values())
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageContaining("the browser is gone")
                        .hasMessageContaining("its process ended: "));
        assertThat(outcome.succeeded())
                .containsExactly("starts(CDPSession)", "goes_on(CDPSession)", "and_on(CDPSession)");
    }

    @Test
    void tells_only_one_test_of_a_browser_that_has_died() {
        var outcome = FixtureRun.of(DyingBrowserOfClassTestCase.class, reports).execute();

        assertThat(outcome.failures()).containsOnlyKeys("kills_it()");
        assertThat(outcome.failure()).hasMessageContaining("the browser is gone");
        assertThat(outcome.succeeded()).containsExactly("needs_no_browser()");
    }

    @WithCDP
    static class TemplatesTestCase {

        private final CDPSession ofConstructor;

        TemplatesTestCase(CDPSession page) {
            ofConstructor = page;
        }

        @RepeatedTest(2)
        void repeated(CDPSession page, TestReporter reporter) {
            tell(page, reporter);
        }

        @ParameterizedTest
        @ValueSource(strings = {"a", "b"})
        void parameterised(String value, CDPSession page, TestReporter reporter) {
            assertThat(page.evaluate("'" + value + "'").asString()).isEqualTo(value);
            tell(page, reporter);
        }

        @Test
        void single(CDPSession page, TestReporter reporter) {
            tell(page, reporter);
        }

        private void tell(CDPSession page, TestReporter reporter) {
            assertThat(page).isSameAs(ofConstructor);
            reporter.publishEntry("target", page.target().id());
        }
    }

    @WithCDP
    static class FactoryTestCase {

        @TestFactory
        Stream<DynamicTest> tests(CDPSession page) {
            return Stream.of("first", "second")
                    .map(name -> DynamicTest.dynamicTest(
                            name,
                            () -> assertThat(page.evaluate("1 + 1").asInt()).isEqualTo(2)));
        }
    }

    @WithCDP(args = "--user-agent=Base")
    static class BaseTestCase {

        CDPSession page;

        @BeforeEach
        void before(CDPSession page) {
            this.page = page;
        }

        @Test
        void has_its_options(CDPSession page) {
            assertThat(page).isSameAs(this.page);
            assertThat(page.evaluate("navigator.userAgent").asString()).isEqualTo("Base");
        }
    }

    static class SubTestCase extends BaseTestCase {

        @Test
        void has_them_too(CDPSession page) {
            assertThat(page.evaluate("navigator.userAgent").asString()).isEqualTo("Base");
        }
    }

    @WithCDP(args = "--user-agent=Interface")
    interface Annotated {

        @Test
        default void has_its_options(CDPSession page) {
            assertThat(page.evaluate("navigator.userAgent").asString()).isEqualTo("Interface");
        }
    }

    static class ImplementingTestCase implements Annotated {}

    @Retention(RetentionPolicy.RUNTIME)
    @Target(ElementType.TYPE)
    @WithCDP(args = "--user-agent=Composed")
    @interface BrowserTest {}

    @BrowserTest
    static class ComposedTestCase {

        @Test
        void has_its_options(CDPSession page) {
            assertThat(page.evaluate("navigator.userAgent").asString()).isEqualTo("Composed");
        }
    }

    @WithCDP
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class HandlerTestCase {

        @Test
        @Order(1)
        void fails_an_assertion(CDPSession page) {
            page.on(
                    "Runtime.consoleAPICalled",
                    event -> assertThat("Sunday").as("no such day").isEqualTo("Monday"));
            page.evaluate("console.log(1)");
        }

        @Test
        @Order(2)
        void is_untouched(CDPSession page) {
            page.evaluate("console.log(1)");
        }

        @Test
        @Order(4)
        void fails_while_it_is_waited_for(CDPSession page) {
            page.send("Fetch.enable");
            page.on(
                    "Fetch.requestPaused",
                    request -> page.send(
                            "Fetch.continueReqest",
                            Map.of("requestId", request.param("/requestId").asString())));
            page.evaluate("fetch('http://127.0.0.1:1/')");
        }

        @Test
        @Order(3)
        void fails_twice(CDPSession page) {
            var messages = List.of("first", "second").iterator();
            page.on("Runtime.consoleAPICalled", event -> {
                throw new IllegalStateException(messages.next());
            });
            page.evaluate("console.log(1); console.log(2)");
        }
    }

    @WithCDP
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class HandlerOfClassTestCase {

        private final CDPSession page;

        HandlerOfClassTestCase(CDPSession page) {
            this.page = page;
            page.on("Runtime.consoleAPICalled", event -> {
                throw new IllegalStateException("in the page of the class");
            });
        }

        @Test
        @Order(1)
        void first() {}

        @Test
        @Order(2)
        void second() {
            page.evaluate("console.log(1)");
        }

        @Test
        @Order(3)
        void third(CDPSession own) {
            own.evaluate("console.log(1)");
        }
    }

    @WithCDP
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class DyingBrowserTestCase {

        @Test
        @Order(1)
        void starts(CDPSession page) {
            page.evaluate("1");
        }

        @Test
        @Order(2)
        void kills_it(CDPBrowser browser, CDPSession page) {
            kill(browser);
            page.evaluate("1");
        }

        @Test
        @Order(3)
        void goes_on(CDPSession page) {
            page.evaluate("1");
        }

        @Test
        @Order(4)
        void kills_it_in_silence(CDPBrowser browser) {
            kill(browser);
        }

        @Test
        @Order(5)
        void and_on(CDPSession page) {
            page.evaluate("1");
        }

        @AfterEach
        void after() {}
    }

    @WithCDP
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class DyingBrowserOfClassTestCase {

        private final CDPBrowser browser;

        DyingBrowserOfClassTestCase(CDPBrowser browser) {
            this.browser = browser;
        }

        @Test
        @Order(1)
        void kills_it() {
            kill(browser);
        }

        @Test
        @Order(2)
        void needs_no_browser() {}
    }

    /** Kill a browser, and return when we know. */
    public static void kill(CDPBrowser browser) {
        assertThat(browser.session().sendAsync("Browser.crash", null)).failsWithin(java.time.Duration.ofSeconds(30));
    }
}
