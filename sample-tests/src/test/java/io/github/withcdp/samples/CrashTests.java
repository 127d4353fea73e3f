package io.github.withcdp.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.github.withcdp.CDPBrowser;
import io.github.withcdp.WithCDP;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionDetachedException;
import io.github.withcdp.session.CDPSession;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.platform.testkit.engine.EngineTestKit;

/** What waits for a page or a browser that is gone fails at once, and the work goes on. */
@WithCDP
class CrashTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void a_navigation_brings_a_crashed_page_back(CDPSession page) {
        assertThatThrownBy(() -> page.send("Page.crash"))
                .isInstanceOfSatisfying(
                        SessionDetachedException.class,
                        crash -> assertThat(crash.reason()).isEqualTo(DetachReason.TARGET_CRASHED));

        page.navigate(site.url("/index.html"));

        assertThat(page.evaluate("document.title").asString()).isEqualTo("A small shop");
    }

    @Test
    void the_test_whose_browser_dies_fails_and_the_next_one_has_another() {
        var tests = EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .configurationParameter("withcdp.report", "never")
                .selectors(selectClass(DyingBrowserTestCase.class))
                .execute()
                .testEvents();

        tests.assertStatistics(statistics -> statistics.failed(1).succeeded(1));
        tests.failed()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                test("ends_the_browser"),
                                finishedWithFailure(
                                        instanceOf(SessionDetachedException.class),
                                        message(text -> text.contains("the browser is gone")))));
    }

    @WithCDP
    @TestMethodOrder(OrderAnnotation.class)
    static class DyingBrowserTestCase {

        @Test
        @Order(1)
        void ends_the_browser(CDPSession page, CDPBrowser browser) {
            browser.session().send("Browser.crash");
        }

        @Test
        @Order(2)
        void goes_on(CDPSession page) {
            assertThat(page.evaluate("1 + 1").asInt()).isEqualTo(2);
        }
    }
}
