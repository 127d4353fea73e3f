package io.github.withcdp;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionDetachedException;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a test is told that waits for an answer of a page when the page goes, one way or another; with the same browser the next test begins well. */
@Tag("faults")
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageFaultTests {

    private final Map<String, Throwable> failures = new LinkedHashMap<>();

    /** All of them with one browser, which does not start for each. */
    @BeforeAll
    void run(@TempDir Path reports) throws IOException {
        var threadsBefore = LeftoversTests.threads();
        var outcome = FixtureRun.of(PageFaultTestCase.class, reports)
                .with("withcdp.transport", "websocket")
                .with("withcdp.log", "false")
                .execute();
        assertThat(outcome.succeeded()).isEmpty();
        outcome.failures().forEach((name, failure) -> failures.put(name.replaceFirst("\\(.*", ""), failure));
        for (var failure : failures.values()) {
            var folder = FailurePhaseTests.notedFolder(failure);
            assertThat(folder)
                    .isDirectoryContaining("glob:**/report.html")
                    .isDirectoryContaining("glob:**/traffic.jsonl");
            assertThat(Files.readString(folder.resolve("summary.md")))
                    .contains("Runtime.evaluate of new Promise(() => {}) was not answered");
        }
        LeftoversTests.awaitSubset("threads", LeftoversTests::threads, threadsBefore);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "renderer_crashed             | TARGET_CRASHED | its target crashed",
                "renderer_killed              | TARGET_CRASHED | its target crashed",
                "renderer_out_of_memory       | TARGET_CRASHED | its target crashed",
                "closed_by_Target_closeTarget | TARGET_CLOSED  | its target was closed: by Target.closeTarget",
                "closed_by_Page_close         | TARGET_CLOSED  | its target was closed: by Page.close",
                "closed_by_itself             | TARGET_CLOSED  | its target was closed: the page closed itself",
                "closed_over_HTTP             | TARGET_CLOSED  | its target was closed: the page closed itself",
                "detached                     | DETACHED       | the session was detached: by Target.detachFromTarget"
            })
    void tells_why(String fault, DetachReason reason, String because) {
        var failure = requireNonNull(failures.get(fault), fault);

        assertThat(failure).hasCauseInstanceOf(SessionDetachedException.class);
        var cause = (SessionDetachedException) requireNonNull(failure.getCause());
        assertThat(cause.reason()).isEqualTo(reason);
        assertThat(cause).hasMessageStartingWith("Protocol error (Runtime.evaluate): " + because);
    }

    /** Each begins with a page that works, whatever the one before has done to its own. */
    @WithCDP(args = "--js-flags=--max-old-space-size=32")
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class PageFaultTestCase {

        @Test
        void renderer_crashed(CDPSession page) {
            lose(page, () -> sendOnly(page, "Page.crash", Map.of()));
        }

        @Test
        @Order(1)
        void renderer_killed(CDPBrowser browser, CDPSession page) {
            // And that of the page which is there for the next test.
            lose(page, () -> FaultRun.signal(browser, "KILL", "renderer"));
        }

        @Test
        void renderer_out_of_memory(CDPSession page) {
            lose(
                    page,
                    () -> sendOnly(
                            page,
                            "Runtime.evaluate",
                            Map.of("expression", "for (const all = [];;) all.push(new Array(1e5).fill(1.5))")));
        }

        @Test
        void closed_by_Target_closeTarget(CDPBrowser browser, CDPSession page) {
            lose(
                    page,
                    () -> browser.session()
                            .send(
                                    "Target.closeTarget",
                                    Map.of("targetId", page.target().id())));
        }

        @Test
        void closed_by_Page_close(CDPSession page) {
            lose(page, () -> sendOnly(page, "Page.close", Map.of()));
        }

        @Test
        void closed_by_itself(CDPSession page) {
            lose(page, () -> sendOnly(page, "Runtime.evaluate", Map.of("expression", "setTimeout(close)")));
        }

        @Test
        void closed_over_HTTP(CDPBrowser browser, CDPSession page) {
            lose(page, () -> browser.http().close(page.target().id()));
        }

        @Test
        void detached(CDPBrowser browser, CDPSession page) {
            lose(
                    page,
                    () -> browser.session()
                            .send(
                                    "Target.detachFromTarget",
                                    Map.of("sessionId", page.id().value())));
        }

        private static void sendOnly(CDPSession page, String method, Map<String, String> params) {
            var unused = page.sendAsync(method, params);
        }

        private static void lose(CDPSession page, Runnable fault) {
            assertThat(page.evaluate("1 + 1").asInt()).isEqualTo(2);
            var pending = page.sendAsync(
                    "Runtime.evaluate", Map.of("expression", "new Promise(() => {})", "awaitPromise", true));
            fault.run();
            pending.join();
        }
    }
}
