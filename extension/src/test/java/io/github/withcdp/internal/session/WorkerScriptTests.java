package io.github.withcdp.internal.session;

import static io.github.withcdp.internal.session.ScriptedBrowser.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.protocol.CommandTimeoutException;
import io.github.withcdp.protocol.SessionDetachedException;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** When a worker is asked for the value of an expression. */
@Timeout(60)
class WorkerScriptTests {

    private static final Duration SHORT = Duration.ofMillis(50);

    private ScriptedBrowser browser = ScriptedBrowser.of("Chrome/156.0.8078.108");

    @AfterEach
    void close() {
        browser.close();
    }

    private CDPSession attached(String type) {
        browser.chrome.answer("Runtime.evaluate", "{\"result\":{\"type\":\"number\",\"value\":42}}");
        return browser.page.awaitChild(
                target -> true, () -> browser.attached(PAGE, "W1", "TW", type, "http://x/w.js", ""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker", "shared_worker"})
    void not_before_it_has_run_its_script(String type) {
        var worker = attached(type);

        assertThatThrownBy(() -> worker.evaluate("answer", SHORT))
                .isInstanceOf(CommandTimeoutException.class)
                .hasMessage(
                        "Protocol error (Runtime.evaluate): no answer within 50 ms\n  - the worker has not run its script yet, and may not be asked before");
        assertThatThrownBy(() -> ((DefaultCDPSession) worker).tryEvaluate("answer", SHORT))
                .isInstanceOf(CommandTimeoutException.class);
        assertThat(browser.chrome.sent("Runtime.evaluate")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Inspector.workerScriptLoaded", "Debugger.paused"})
    void when_it_has_run_its_script_or_a_debugger_has_stopped_that(String event) {
        var worker = attached("worker");

        browser.chrome.event("W1", event, "{}");

        assertThat(worker.evaluate("answer").asInt()).isEqualTo(42);
    }

    @Test
    void never_if_it_ends_before() {
        var worker = attached("worker");

        browser.detached(PAGE, "W1");

        assertThatThrownBy(() -> worker.evaluate("answer")).isInstanceOf(SessionDetachedException.class);
    }

    @ParameterizedTest
    @CsvSource({"Chrome/142.0.7444.59, worker", "Unknown, worker", "Chrome/156.0.8078.108, iframe"})
    void at_once_if_nobody_tells_of_its_script(String product, String type) {
        browser.close();
        browser = ScriptedBrowser.of(product);

        assertThat(attached(type).evaluate("answer").asInt()).isEqualTo(42);
    }
}
