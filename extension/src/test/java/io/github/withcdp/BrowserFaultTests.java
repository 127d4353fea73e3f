package io.github.withcdp;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.protocol.CommandTimeoutException;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionDetachedException;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a test is told when its browser ends, or says nothing any more; the next test has another browser. */
@Tag("faults")
class BrowserFaultTests {

    @TempDir
    Path reports;

    @ParameterizedTest
    @ValueSource(strings = {"pipe", "websocket"})
    void killed(String transport) throws IOException {
        var fault = run(KilledTestCase.class, transport);

        assertThat(detached(fault).reason()).isEqualTo(DetachReason.BROWSER_GONE);
        assertThat(detached(fault))
                .hasMessageStartingWith(
                        "Protocol error (Runtime.evaluate): the browser is gone: its process ended: ended by signal 9 (SIGKILL)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TERM", "INT"})
    void told_to_end_by_a_signal(String signal) throws IOException {
        var fixture = signal.equals("TERM") ? TerminatedTestCase.class : InterruptedTestCase.class;
        var fault = run(fixture, "pipe");

        // Chrome closes its pages first, and mostly tells it with the words that it has for any page that is closed.
        assertThat(detached(fault).getMessage())
                .containsAnyOf("or the browser is ending", "the browser is gone: its process ended: exit status 0");
        assertThat(fault.summary()).contains("the browser is gone: its process ended: exit status 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipe", "websocket"})
    void crashed(String transport) throws IOException {
        assertThat(run(CrashedTestCase.class, transport).failure())
                .isInstanceOf(SessionDetachedException.class)
                .hasMessageStartingWith(
                        "Protocol error (Browser.crash): the browser is gone: its process ended: ended by signal ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pipe", "websocket"})
    void closed_by_the_test(String transport) throws IOException {
        var fault = run(ClosedTestCase.class, transport);

        assertThat(detached(fault))
                .hasMessage("Protocol error (Runtime.evaluate): its target was closed: by Browser.close");
        assertThat(fault.summary()).doesNotContain("went away", "the browser is gone");
    }

    @Test
    void frozen() throws IOException {
        var fault = FaultRun.of(
                FrozenTestCase.class, reports, Map.of("withcdp.timeout", "5 s", "withcdp.report.timeout", "1 s"));

        assertThat(fault.failure())
                .isInstanceOf(CommandTimeoutException.class)
                .hasMessageStartingWith("Protocol error (Browser.getVersion): no answer within 5 s");
        assertThat(fault.summary()).contains("Browser.getVersion was not answered");
    }

    /** A browser whose output nobody takes stands still as soon as 64 KiB of it are waiting. */
    @ParameterizedTest
    @ValueSource(strings = {"pipe", "websocket"})
    void talkative(String transport) {
        FixtureRun.of(TalkativeTestCase.class, reports)
                .with("withcdp.transport", transport)
                .execute()
                .allSucceeded();
    }

    private FaultRun run(Class<?> fixture, String transport) throws IOException {
        return FaultRun.of(fixture, reports, Map.of("withcdp.transport", transport));
    }

    private static SessionDetachedException detached(FaultRun fault) {
        assertThat(fault.failure())
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(SessionDetachedException.class);
        return (SessionDetachedException) requireNonNull(fault.failure().getCause());
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    abstract static class InTurn {

        abstract void end(CDPBrowser browser);

        @Test
        @Order(1)
        void fails(CDPBrowser browser, CDPSession page) {
            var pending = page.sendAsync(
                    "Runtime.evaluate", Map.of("expression", "new Promise(() => {})", "awaitPromise", true));
            end(browser);
            pending.join();
        }

        @Test
        @Order(2)
        void runs(CDPSession page) {
            assertThat(page.evaluate("1 + 1").asInt()).isEqualTo(2);
        }
    }

    @WithCDP
    static class KilledTestCase extends InTurn {

        @Override
        void end(CDPBrowser browser) {
            FaultRun.signal(browser, "KILL", "browser");
        }
    }

    @WithCDP
    static class TerminatedTestCase extends InTurn {

        @Override
        void end(CDPBrowser browser) {
            FaultRun.signal(browser, "TERM", "browser");
        }
    }

    @WithCDP
    static class InterruptedTestCase extends InTurn {

        @Override
        void end(CDPBrowser browser) {
            FaultRun.signal(browser, "INT", "browser");
        }
    }

    @WithCDP
    static class CrashedTestCase extends InTurn {

        @Override
        void end(CDPBrowser browser) {
            browser.session().send("Browser.crash");
        }
    }

    @WithCDP
    static class ClosedTestCase extends InTurn {

        @Override
        void end(CDPBrowser browser) {
            browser.session().send("Browser.close");
        }
    }

    @WithCDP(args = "--enable-logging=stderr")
    static class TalkativeTestCase {

        @Test
        void is_answered(CDPSession page) {
            page.evaluate("for (let i = 0; i < 2_000; i++) console.log('x'.repeat(1_000))");

            assertThat(page.evaluate("1 + 1").asInt()).isEqualTo(2);
        }
    }

    @WithCDP
    static class FrozenTestCase extends InTurn {

        @Override
        void end(CDPBrowser browser) {
            FaultRun.signal(browser, "STOP", "browser");
            browser.session().send("Browser.getVersion");
        }
    }
}
