package io.github.withcdp.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.github.withcdp.WithCDP;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** Runs tests that fail, and reads their reports. */
class FailureReportTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @TempDir
    Path reports;

    @Test
    void a_report_tells_what_page_and_browser_said_to_each_other() throws IOException {
        fail("pays");

        var report = reports.resolve(ShopTestCase.class.getName()).resolve("pays");
        assertThat(report).isDirectoryContaining("glob:**/screenshot.png");
        assertThat(report.resolve("summary.md"))
                .content()
                .contains("Please try again later.", "payment refused", "503");
        assertThat(report.resolve("transcript.txt"))
                .content()
                .containsSubsequence("Page.navigate", "/api/pay", "payment refused", "Page.captureScreenshot");
        assertThat(Recording.read(report.resolve("traffic.jsonl"))
                        .events()
                        .named("Page.loadEventFired")
                        .list())
                .hasSize(1);
    }

    @Test
    void the_failure_says_where_its_report_is() {
        var failure = fail("pays");

        assertThat(failure.getSuppressed())
                .singleElement()
                .asString()
                .startsWith("WithCDP wrote a report to " + reports.toUri())
                .contains("503");
    }

    @Test
    void an_exception_in_a_handler_fails_the_test() {
        var failure = fail("watches");

        assertThat(failure).isInstanceOf(IllegalStateException.class).hasMessage("The handler does not like it");
        assertThat(reports.resolve(ShopTestCase.class.getName()).resolve("watches"))
                .isNotEmptyDirectory();
    }

    @Test
    void a_failure_before_the_test_has_a_report() {
        EngineTestKit.engine("junit-jupiter")
                .configurationParameter("withcdp.reports.dir", reports.toString())
                .selectors(selectClass(ClosedShopTestCase.class))
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.failed(1));

        assertThat(reports.resolve(ClosedShopTestCase.class.getName())
                        .resolve("buys")
                        .resolve("summary.md"))
                .content()
                .contains("failed in `@BeforeEach`", "Cannot navigate to invalid URL");
    }

    @Test
    void every_failed_test_of_a_factory_has_a_report() {
        fail("visits");

        assertThat(reports.resolve(ShopTestCase.class.getName()))
                .isDirectoryContaining("glob:**/visits-2")
                .isDirectoryNotContaining("glob:**/visits-1");
    }

    @Test
    void a_test_that_passes_leaves_no_report() throws IOException {
        run("looks").testEvents().assertStatistics(statistics -> statistics.succeeded(1));

        try (Stream<Path> left = Files.list(reports)) {
            assertThat(left).isEmpty();
        }
    }

    private Throwable fail(String method) {
        var events = run(method).testEvents().assertStatistics(statistics -> statistics.failed(1));
        return events.failed().stream()
                .map(Event::getPayload)
                .flatMap(Optional::stream)
                .map(TestExecutionResult.class::cast)
                .flatMap(result -> result.getThrowable().stream())
                .findFirst()
                .orElseThrow();
    }

    private EngineExecutionResults run(String method) {
        return EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .configurationParameter("withcdp.reports.dir", reports.toString())
                .selectors(selectMethod(ShopTestCase.class, method, CDPSession.class.getName()))
                .execute();
    }

    @WithCDP
    static class ShopTestCase {

        @Test
        void pays(CDPSession page) {
            page.navigate(site.url("/checkout.html"));
            page.evaluate("pay()");
            assertThat(page.evaluate("result.textContent").asString()).isEqualTo("Thank you!");
        }

        @Test
        void watches(CDPSession page) {
            page.on("Page.loadEventFired", event -> {
                throw new IllegalStateException("The handler does not like it");
            });
            page.navigate(site.url("/index.html"));
        }

        @TestFactory
        Stream<DynamicTest> visits(CDPSession page) {
            return Stream.of("/index.html", "no URL at all")
                    .map(path -> DynamicTest.dynamicTest(path, () -> page.navigate(site.url(path))));
        }

        @Test
        void looks(CDPSession page) {
            page.navigate(site.url("/index.html"));
        }
    }

    @WithCDP
    static class ClosedShopTestCase {

        @BeforeEach
        void enters(CDPSession page) {
            page.navigate("no URL at all");
        }

        @Test
        void buys(CDPSession page) {
            page.evaluate("buy()");
        }
    }
}
