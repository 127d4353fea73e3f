package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.lifecycle.LifecycleTests;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** After the last test of a class nothing of ours is left. */
class LeftoversTests {

    @TempDir
    Path reports;

    @ParameterizedTest
    @CsvSource({
        "Passing, pipe, 2, 0",
        "Passing, websocket, 2, 0",
        "Failing, pipe, 0, 1",
        "Failing, websocket, 0, 1",
        "Crashing, pipe, 1, 1",
        "Crashing, websocket, 1, 1"
    })
    void are_none(String how, String transport, int succeeded, int failed) throws Exception {
        var fixture = Class.forName(LeftoversTests.class.getName() + "$" + how + "TestCase");
        var profilesBefore = profiles();
        var childrenBefore = children();
        var threadsBefore = threads();

        var outcome = FixtureRun.of(fixture, reports)
                .with("withcdp.transport", transport)
                .with("withcdp.log", "false")
                .execute();

        assertThat(outcome.succeeded()).as("succeeded").hasSize(succeeded);
        assertThat(outcome.failures()).as("failed").hasSize(failed);
        assertThat(profiles()).as("profiles").isSubsetOf(profilesBefore);
        awaitSubset("processes", LeftoversTests::children, childrenBefore);
        awaitSubset("threads", LeftoversTests::threads, threadsBefore);
    }

    @Test
    void are_none_of_a_browser_that_did_not_start() throws Exception {
        var profilesBefore = profiles();
        var threadsBefore = threads();

        assertThat(FixtureRun.of(PassingTestCase.class, reports)
                        .with("withcdp.executable", "/bin/false")
                        .execute()
                        .failures())
                .hasSize(2);

        assertThat(profiles()).as("profiles").isSubsetOf(profilesBefore);
        awaitSubset("threads", LeftoversTests::threads, threadsBefore);
    }

    /** What ends by itself, but not on our thread, may take a moment. */
    static void awaitSubset(String what, Supplier<Set<String>> now, Set<String> before) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!before.containsAll(now.get()) && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        assertThat(now.get()).as(what).isSubsetOf(before);
    }

    static Set<String> profiles() throws IOException {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            // Other builds may run on this machine: the names of ours carry the number of this process.
            var own = "-" + ProcessHandle.current().pid() + "-";
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("withcdp-") && name.contains(own))
                    .collect(Collectors.toSet());
        }
    }

    static Set<String> children() {
        return ProcessHandle.current()
                .descendants()
                .filter(ProcessHandle::isAlive)
                .map(process -> Long.toString(process.pid()))
                .collect(Collectors.toSet());
    }

    static Set<String> threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("withcdp-"))
                .map(thread -> thread.getName() + " " + System.identityHashCode(thread))
                .collect(Collectors.toSet());
    }

    @WithCDP
    static class PassingTestCase {

        @Test
        void one(CDPSession page, @NewContext CDPSession stranger) {
            page.on("Page.loadEventFired", event -> {});
            page.navigate("data:text/html,1");
        }

        @Test
        void two(CDPSession page) {
            assertThat(List.of(page.id())).hasSize(1);
        }
    }

    @WithCDP
    static class FailingTestCase {

        FailingTestCase(CDPSession page) {
            page.evaluate("setTimeout(() => alert(1), 0)");
        }

        @Test
        void fails(CDPSession page) {
            throw new IllegalStateException("oops");
        }
    }

    @WithCDP
    static class CrashingTestCase {

        @Test
        void kills_it(CDPBrowser browser, CDPSession page) {
            LifecycleTests.kill(browser);
        }

        @Test
        void runs(CDPSession page) {}
    }
}
