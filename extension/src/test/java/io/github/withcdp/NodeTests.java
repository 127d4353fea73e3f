package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.protocol.SessionDetachedException;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A process of Node.js is an endpoint as well: it has a session, and no pages. */
@NodeRequired
@Timeout(120)
class NodeTests {

    private static final String SERVER = "globalThis.calls = 0;\nsetInterval(() => globalThis.calls++, 20);\n";

    private static @Nullable RunningNode server;

    @TempDir
    Path reports;

    @BeforeAll
    static void start() throws IOException {
        server = RunningNode.start(SERVER, "--inspect");
    }

    @AfterAll
    static void stop() throws IOException {
        server().close();
    }

    static RunningNode server() {
        return Objects.requireNonNull(server);
    }

    @ParameterizedTest
    @ValueSource(strings = {"WebSocket URL", "host and port"})
    void gives_a_test_the_session_of_the_process(String form) {
        FixtureRun.of(SessionTestCase.class, reports)
                .with("withcdp.endpoint", form.equals("host and port") ? server().address() : server().url())
                .execute()
                .allSucceeded();

        assertThat(server().isAlive()).isTrue();
    }

    @Test
    void leaves_nothing_of_one_test_to_the_next() {
        var before = LeftoversTests.threads();

        FixtureRun.of(IsolationTestCase.class, reports)
                .with("withcdp.endpoint", server().url())
                .execute()
                .allSucceeded();

        LeftoversTests.awaitSubset("threads", LeftoversTests::threads, before);
    }

    @Test
    void gives_each_of_two_tests_at_once_a_connection_of_its_own() {
        FixtureRun.of(ParallelTestCase.class, reports)
                .with("withcdp.endpoint", server().url())
                .inParallel()
                .execute()
                .allSucceeded();
    }

    @Test
    void refuses_what_only_a_browser_has() {
        var failures = FixtureRun.of(BrowserTestCase.class, reports)
                .with("withcdp.endpoint", server().url())
                .execute()
                .failures();

        assertThat(failures)
                .containsOnlyKeys("new_page(CDPSession)", "new_context(CDPSession)")
                .allSatisfy((name, failure) -> assertThat(failure)
                        .hasMessageContaining("needs a browser, but this is node.js/v")
                        .hasMessageContaining("it has no pages"));
    }

    @Test
    void refuses_to_join_a_page() {
        assertThat(FixtureRun.of(JoinTestCase.class, reports)
                        .with("withcdp.endpoint", server().url())
                        .execute()
                        .failure())
                .hasMessageContaining("joinPage needs a page, but this is node.js/v");
    }

    @Test
    void lets_a_script_run_to_its_end() throws IOException {
        FixtureRun.of(WholeScriptTestCase.class, reports).execute().allSucceeded();
    }

    @Test
    void fails_a_test_whose_process_dies() throws IOException {
        try (var node = RunningNode.start(SERVER, "--inspect")) {
            DyingTestCase.node = node;

            var outcome = FixtureRun.of(DyingTestCase.class, reports).execute();

            assertThat(outcome.failures()).hasSize(2);
            assertThat(outcome.failures().get("first(CDPSession)"))
                    .isInstanceOf(SessionDetachedException.class)
                    .hasMessageContaining("the connection to the browser was lost");
            assertThat(outcome.failures().get("second(CDPSession)"))
                    .hasMessageContaining("WithCDP could not open a session")
                    .hasMessageContaining(node.address());
        }
    }

    @Test
    void leaves_out_of_a_report_what_does_not_exist() throws IOException {
        var failure = FixtureRun.of(FailingTestCase.class, reports)
                .with("withcdp.endpoint", server().url())
                .execute()
                .failure();

        var folder = FailurePhaseTests.notedFolder(failure);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder(
                            "report.html",
                            "summary.md",
                            "traffic.jsonl",
                            "transcript.txt",
                            "report.json",
                            ".withcdp-report");
        }
        assertThat(folder.resolve("summary.md"))
                .content()
                .contains("node.js/v")
                .contains("something broke")
                .doesNotContain("screenshot")
                .doesNotContain("dom.html")
                .doesNotContain("wasn't found");
        assertThat(folder.resolve("transcript.txt"))
                .content()
                .contains("node.js/v")
                .contains("Runtime.evaluate")
                .contains("Runtime.consoleAPICalled")
                .doesNotContain("Browser.getVersion");
    }

    @WithCDP
    static class SessionTestCase {

        @Test
        void works(CDPSession process, CDPBrowser browser, Recording recording) {
            assertThat(process.target().type()).isEqualTo("node");
            assertThat(process.target().url())
                    .isEqualTo(server().script().toUri().toString());
            assertThat(process.evaluate("process.version").asString()).startsWith("v");
            assertThat(process.evaluate("Promise.resolve(6 * 7)").asInt()).isEqualTo(42);
            assertThat(browser.version().product())
                    .isEqualTo("node.js/" + process.evaluate("process.version").asString());
            assertThat(browser.session()).isSameAs(process);
            assertThat(process.parent()).isEmpty();
            assertThat(process.children()).isEmpty();
            assertThat(recording.messages()).noneMatch(message -> message.json().contains("\"error\""));
        }

        @Test
        void tells_the_console_and_uncaught_exceptions(CDPSession process, Recording recording) {
            process.evaluate("console.error('it', {failed: true})");
            process.evaluate("void console.log('fine')");

            assertThat(recording.console()).extracting(ConsoleMessage::text).anyMatch(text -> text.startsWith("it"));
        }

        @Test
        void profiles(CDPSession process) {
            process.send("Profiler.enable");
            process.send("Profiler.start");
            process.evaluate("for (let i = 0; i < 1e6; i++);");
            assertThat(process.send("Profiler.stop").path("profile").path("nodes"))
                    .isNotEmpty();
            process.send("HeapProfiler.enable");
            process.send("HeapProfiler.collectGarbage");
            assertThat(process.send("Runtime.getHeapUsage").path("usedSize").asLong())
                    .isPositive();
        }

        @Test
        void reaches_worker_threads_by_messages(CDPSession process) {
            process.send("NodeWorker.enable", Map.of("waitForDebuggerOnStart", false));
            var attached = process.await(
                    "NodeWorker.attachedToWorker",
                    () -> process.send(
                            "Runtime.evaluate",
                            Map.of(
                                    "expression",
                                    "globalThis.worker = new (require('worker_threads').Worker)('setInterval(() => {}, 1000)', {eval: true}); 1",
                                    "includeCommandLineAPI",
                                    true)));
            var answer = process.await(
                    "NodeWorker.receivedMessageFromWorker",
                    () -> process.send(
                            "NodeWorker.sendMessageToWorker",
                            Map.of(
                                    "sessionId",
                                    attached.param("/sessionId").asString(),
                                    "message",
                                    "{\"id\":1,\"method\":\"Runtime.evaluate\",\"params\":{\"expression\":\"6*7\"}}")));
            assertThat(answer.param("/message").asString()).contains("42");
            process.evaluate("worker.terminate().then(() => 0)");
        }

        @Test
        void is_refused_what_only_a_page_has(CDPSession process, CDPBrowser browser) {
            assertThatThrownBy(() -> process.navigate("https://example.org"))
                    .isInstanceOf(UnsupportedOperationException.class)
                    .hasMessageStartingWith("navigate needs a page, but this is node.js/v");
            assertThatThrownBy(process::screenshot).hasMessageStartingWith("screenshot needs a page");
            assertThatThrownBy(browser::newContext).hasMessageContaining("needs a browser");
            assertThatThrownBy(browser::newPage).hasMessageContaining("needs a browser");
            assertThatThrownBy(browser::targets).hasMessageContaining("needs a browser");
            assertThatThrownBy(() -> process.send("Page.enable"))
                    .isInstanceOf(CommandFailedException.class)
                    .hasMessageContaining("is no browser, and has no such command");
        }
    }

    @WithCDP
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class IsolationTestCase {

        @Test
        @Order(1)
        void stops_the_process(CDPSession process) {
            process.evaluate("console.error('of another test')");
            process.send("Debugger.enable");
            process.await("Debugger.paused", () -> process.send("Debugger.pause"));
        }

        @Test
        @Order(2)
        void finds_it_running(CDPSession process, Recording recording) {
            assertThat(recording.events().named("Debugger.paused").list()).isEmpty();
            assertThat(recording.console()).isEmpty();
            assertThatThrownBy(() -> process.send("Debugger.setPauseOnExceptions", Map.of("state", "none")))
                    .hasMessageContaining("Debugger agent is not enabled");
            assertThat(process.evaluate(
                                    "const before = calls; new Promise(done => { const timer = setInterval(() => { if (calls > before) { clearInterval(timer); done(true); } }, 5); })")
                            .asBoolean())
                    .isTrue();
        }
    }

    @WithCDP
    static class ParallelTestCase {

        private static final CyclicBarrier BOTH = new CyclicBarrier(2);

        @Test
        void one(CDPSession process) throws Exception {
            say(process, "one", "two");
        }

        @Test
        void two(CDPSession process) throws Exception {
            say(process, "two", "one");
        }

        private static void say(CDPSession process, String own, String other) throws Exception {
            BOTH.await(60, TimeUnit.SECONDS);
            process.send("Runtime.addBinding", Map.of("name", own));
            process.evaluate(own + "('called')");
            BOTH.await(60, TimeUnit.SECONDS);
            assertThat(process.recording().commands())
                    .noneMatch(command -> command.json().contains(other + "('called')"));
        }
    }

    @WithCDP
    static class BrowserTestCase {

        @Test
        void new_page(@NewPage CDPSession page) {}

        @Test
        void new_context(@NewContext CDPSession page) {}
    }

    @WithCDP(joinPage = true)
    static class JoinTestCase {

        @Test
        void joins(CDPSession page) {}
    }

    static class WholeScriptTestCase {

        private static final String SCRIPT = "const a = 1;\nconst b = a + 1;\nconsole.log('sum', a + b);\n";

        private static @Nullable RunningNode node;

        @RegisterExtension
        static final WithCDPExtension CDP = WithCDPExtension.builder()
                .endpoint(WholeScriptTestCase::endpoint)
                .build();

        static String endpoint() {
            try {
                node = RunningNode.start(SCRIPT, "--inspect-brk");
                return node.url();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        static RunningNode node() {
            return Objects.requireNonNull(node);
        }

        @AfterAll
        static void stop() throws IOException {
            node().close();
        }

        @Test
        void waits_and_stops_and_steps_and_ends(CDPSession process, Recording recording) throws IOException {
            assertThat(node().printed()).noneMatch(line -> line.startsWith("sum"));
            process.send("Debugger.enable");
            process.send(
                    "Debugger.setBreakpointByUrl",
                    Map.of("lineNumber", 1, "url", node().script().toUri().toString()));
            var first = process.await("Debugger.paused", () -> process.send("Runtime.runIfWaitingForDebugger"));
            assertThat(first.param("/reason").asString()).isEqualTo("Break on start");
            var second = process.await("Debugger.paused", () -> process.send("Debugger.resume"));
            assertThat(second.param("/callFrames/0/location/lineNumber").asInt())
                    .isEqualTo(1);
            var third = process.await("Debugger.paused", () -> process.send("Debugger.stepOver"));
            assertThat(third.param("/callFrames/0/location/lineNumber").asInt()).isEqualTo(2);
            process.await("Runtime.executionContextDestroyed", () -> process.send("Debugger.resume"));

            assertThat(node().exitStatus()).isZero();
            assertThat(node().printed()).contains("sum 3");
            assertThat(recording.console()).extracting(ConsoleMessage::text).containsExactly("sum 3");
            assertThat(process.isAttached()).isFalse();
            node().close(); // each test has a process of its own
        }

        @Test
        void is_told_to_exit(CDPSession process) throws IOException {
            process.send("Runtime.runIfWaitingForDebugger");
            assertThatThrownBy(() -> process.evaluate("process.exit(3)"))
                    .isInstanceOf(SessionDetachedException.class)
                    .hasMessageContaining("its target was closed");
            node().exitStatus();
            node().close();
        }
    }

    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class DyingTestCase {

        static @Nullable RunningNode node;

        @RegisterExtension
        static final WithCDPExtension CDP = WithCDPExtension.builder()
                .endpoint(() -> Objects.requireNonNull(node).url())
                .build();

        @Test
        @Order(1)
        void first(CDPSession process) {
            Objects.requireNonNull(node).kill();
            process.evaluate("1");
        }

        @Test
        @Order(2)
        void second(CDPSession process) {}
    }

    @WithCDP
    static class FailingTestCase {

        @Test
        void fails(CDPSession process) {
            process.evaluate("console.error('something broke')");
            assertThat(process.evaluate("1").asInt()).isEqualTo(2);
        }
    }
}
