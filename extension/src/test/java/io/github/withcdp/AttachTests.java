package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A browser that is running already is used, and left as it was. */
class AttachTests {

    private static final String PAGE = "data:text/html,<title>Theirs</title>";

    @AutoClose
    private static final RunningChromium chromium = RunningChromium.start(PAGE);

    @TempDir
    Path reports;

    @ParameterizedTest
    @ValueSource(strings = {"%s", "localhost:%s", "127.0.0.1:%s", "http://localhost:%s"})
    void attaches_to_an_endpoint(String form) throws Exception {
        var outcome = FixtureRun.of(AttachedTestCase.class, reports)
                .with("withcdp.endpoint", form.formatted(chromium.port()))
                .execute()
                .allSucceeded();

        assertThat(outcome.told("endpoint"))
                .containsOnly(chromium.webSocketUrl().replace("127.0.0.1", host(form)));
        assertThat(chromium.isAlive()).isTrue();
        assertThat(chromium.pages()).containsExactly(PAGE);
    }

    private static String host(String form) {
        return form.contains("localhost") || form.equals("%s") ? "localhost" : "127.0.0.1";
    }

    @Test
    void attaches_to_a_WebSocket_URL() throws Exception {
        FixtureRun.of(AttachedTestCase.class, reports)
                .with("withcdp.endpoint", chromium.webSocketUrl())
                .execute()
                .allSucceeded();

        assertThat(chromium.pages()).containsExactly(PAGE);
    }

    @Test
    void asks_a_supplier_when_the_first_session_is_needed() throws Exception {
        FixtureRun.of(SupplierTestCase.class, reports).execute().allSucceeded();

        assertThat(chromium.pages()).containsExactly(PAGE);
    }

    @Test
    void leaves_the_browser_as_it_was_after_a_failure() throws Exception {
        var failure = FixtureRun.of(FailingTestCase.class, reports)
                .with("withcdp.endpoint", chromium.port())
                .execute()
                .failure();

        assertThat(FailurePhaseTests.notedFolder(failure)).isDirectoryContaining("glob:**/screenshot.png");
        assertThat(chromium.isAlive()).isTrue();
        assertThat(chromium.pages()).containsExactly(PAGE);
    }

    @Test
    void joins_the_page_that_is_there() throws Exception {
        FixtureRun.of(JoiningTestCase.class, reports)
                .with("withcdp.endpoint", chromium.port())
                .execute()
                .allSucceeded();

        assertThat(chromium.pages()).containsExactly(PAGE);
    }

    @Test
    void takes_the_URL_of_one_page_alone() throws Exception {
        var outcome = FixtureRun.of(PageAloneTestCase.class, reports)
                .with("withcdp.endpoint", chromium.pageUrl())
                .execute();

        assertThat(outcome.succeeded())
                .containsExactlyInAnyOrder("is_in_it(CDPSession, CDPBrowser)", "is_in_it_again(CDPSession)");
        assertThat(outcome.failure())
                .hasMessageContaining("needs a browser, but the endpoint is the URL of one page alone")
                .hasMessageContaining("Give the endpoint of the browser");
        assertThat(chromium.pages()).containsExactly(PAGE);
    }

    @Test
    void refuses_a_further_page_beside_one_that_was_joined() {
        assertThat(FixtureRun.of(JoiningNewPageTestCase.class, reports)
                        .with("withcdp.endpoint", chromium.port())
                        .execute()
                        .failure())
                .hasMessageContaining("WithCDP cannot fill parameter 0")
                .hasMessageContaining("use @NewContext, or leave joinPage out");
    }

    @Test
    void says_where_nobody_listens() {
        var failures = FixtureRun.of(AttachedTestCase.class, reports)
                .with("withcdp.endpoint", "localhost:1")
                .execute()
                .failures();

        assertThat(failures)
                .hasSize(2)
                .allSatisfy((name, failure) -> assertThat(failure)
                        .hasMessageStartingWith("WithCDP could not open a session for parameter ")
                        .hasMessageContaining("localhost:1"));
    }

    @Test
    void connects_again_if_the_browser_is_another_one() throws Exception {
        try (var first = RunningChromium.start(PAGE);
                var second = RunningChromium.start(PAGE)) {
            DyingTestCase.first = first;
            DyingTestCase.second = second;

            var outcome = FixtureRun.of(DyingTestCase.class, reports).execute();

            assertThat(outcome.failures()).containsOnlyKeys("loses_it(CDPSession)");
            assertThat(outcome.failure()).hasMessageContaining("the connection to the browser was lost");
            assertThat(outcome.succeeded()).containsExactly("has_another(CDPSession)");
        }
    }

    @WithCDP
    static class PageAloneTestCase {

        @Test
        void is_in_it(CDPSession page, CDPBrowser browser) {
            assertThat(page.target().type()).isEqualTo("page");
            assertThat(page.evaluate("document.title").asString()).isEqualTo("Theirs");
            assertThat(browser.version().product()).contains("Chrome");
            assertThat(page.screenshot()).isNotEmpty();
            var worker = page.awaitChild(
                    target -> target.type().equals("worker"),
                    () -> page.evaluate(
                            "void (window.worker = new Worker(URL.createObjectURL(new Blob(['onmessage = () => {}']))))"));
            assertThat(worker.evaluate("6 * 7").asInt()).isEqualTo(42);
            page.evaluate("worker.terminate()");
            page.send("Emulation.setUserAgentOverride", Map.of("userAgent", "of one test"));
        }

        @Test
        void is_in_it_again(CDPSession page) {
            assertThat(page.evaluate("navigator.userAgent").asString()).isNotEqualTo("of one test");
        }

        @Test
        void has_no_other(@NewPage CDPSession page) {}
    }

    @WithCDP
    static class AttachedTestCase {

        @Test
        void has_a_page_of_its_own(CDPBrowser browser, CDPSession page, TestReporter reporter) {
            assertThat(page.evaluate("document.title").asString()).isEmpty();
            assertThat(ParameterTests.context(page)).isNotEmpty();
            reporter.publishEntry(
                    "endpoint", browser.endpoint().map(Object::toString).orElse("none"));
        }

        @Test
        void has_further_ones(@NewPage CDPSession page, @NewContext CDPSession stranger) {
            page.navigate("data:text/html,1");
            stranger.navigate("data:text/html,2");
        }
    }

    static class SupplierTestCase {

        @RegisterExtension
        static final WithCDPExtension cdp =
                WithCDPExtension.builder().endpoint(SupplierTestCase::endpoint).build();

        private static boolean started;

        private static String endpoint() {
            assertThat(started).as("it is too early").isTrue();
            return chromium.port();
        }

        @BeforeAll
        static void start() {
            started = true;
        }

        @Test
        void has_a_page(CDPSession page) {
            assertThat(page.evaluate("1").asInt()).isEqualTo(1);
        }
    }

    @WithCDP
    static class FailingTestCase {

        @Test
        void fails(CDPSession page) {
            throw new IllegalStateException("oops");
        }
    }

    @WithCDP(joinPage = true)
    static class JoiningTestCase {

        @Test
        void takes_it(CDPSession page, @NewContext CDPSession stranger) {
            assertThat(page.evaluate("document.title").asString()).isEqualTo("Theirs");
            assertThat(stranger.evaluate("document.title").asString()).isEmpty();
        }

        @Test
        void takes_it_again(CDPSession page) {
            assertThat(page.evaluate("document.title").asString()).isEqualTo("Theirs");
        }
    }

    @WithCDP(joinPage = true)
    static class JoiningNewPageTestCase {

        @Test
        void gets_none(@NewPage CDPSession page) {}
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class DyingTestCase {

        static @Nullable RunningChromium first;
        static @Nullable RunningChromium second;

        @RegisterExtension
        static final WithCDPExtension cdp =
                WithCDPExtension.builder().endpoint(DyingTestCase::endpoint).build();

        private static String endpoint() {
            var one = Objects.requireNonNull(first);
            return one.isAlive() ? one.port() : Objects.requireNonNull(second).port();
        }

        @Test
        @Order(1)
        void loses_it(CDPSession page) {
            Objects.requireNonNull(first).kill();
            page.evaluate("1");
        }

        @Test
        @Order(2)
        void has_another(CDPSession page) {
            assertThat(page.evaluate("1").asInt()).isEqualTo(1);
        }
    }
}
