package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.grid.NeedsGrid;
import io.github.withcdp.internal.grid.RealGrid;
import io.github.withcdp.protocol.SessionDetachedException;
import io.github.withcdp.session.CDPSession;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Tests have their browsers on the nodes of a real Selenium Grid, and leave nothing there. */
@NeedsGrid
@Timeout(300)
class GridTests {

    @TempDir
    Path reports;

    /** Return the id of its session, which is part of its URL. */
    private static String session(CDPBrowser browser) {
        return browser.endpoint().orElseThrow().getPath().replaceAll(".*/session/|/se/cdp", "");
    }

    private FixtureRun run(Class<?> fixture, RealGrid grid) {
        return FixtureRun.of(fixture, reports)
                .with("withcdp.grid", grid.url())
                .with("withcdp.args", "--no-sandbox")
                .with("withcdp.launch.timeout", "2 m");
    }

    @Test
    void has_a_browser_for_each_class(RealGrid grid) {
        var outcome = run(OneTestCase.class, grid).execute().allSucceeded();

        assertThat(outcome.told("endpoint")).hasSize(2);
        assertThat(outcome.told("endpoint").stream().distinct()).hasSize(1);
        assertThat(outcome.told("endpoint").get(0))
                .startsWith("ws://ada:s3cret-grid@" + grid.address() + "/session/")
                .endsWith("/se/cdp");
        grid.awaitEmpty();
    }

    @Test
    void compares_names_with_the_protocol(RealGrid grid) {
        assertThat(run(MisspellingTestCase.class, grid).execute().failure())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("Page.navigat does not exist. Did you mean Page.navigate?");
        grid.awaitEmpty();
    }

    @Test
    void gives_eight_classes_at_a_time_a_browser_each(RealGrid grid) {
        Together.all = new CyclicBarrier(8, () -> Together.seen = grid.sessions());

        var outcome = run(EightTestCase.class, grid)
                .inParallel()
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "8")
                .execute()
                .allSucceeded();

        assertThat(outcome.told("session")).hasSize(8).hasSameElementsAs(Together.seen.keySet());
        assertThat(Together.seen.values().stream().distinct()).as("nodes").hasSize(2);
        grid.awaitEmpty();
    }

    @Test
    void lets_classes_wait_in_the_queue(RealGrid grid) {
        Waiting.grid = grid;
        Waiting.seen.set(false);

        var outcome = run(TenTestCase.class, grid)
                .inParallel()
                .with("junit.jupiter.execution.parallel.config.fixed.parallelism", "10")
                .execute()
                .allSucceeded();

        assertThat(outcome.succeeded()).hasSize(10);
        grid.awaitEmpty();
    }

    @Test
    void leaves_nothing_after_a_failure_and_tells_no_password(RealGrid grid) throws Exception {
        var failure = run(FailingTestCase.class, grid).execute().failure();

        var folder = FailurePhaseTests.notedFolder(failure);
        assertThat(folder).isDirectoryContaining("glob:**/screenshot.png");
        try (var files = Files.walk(reports)) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain("s3cret-grid"));
        }
        grid.awaitEmpty();
    }

    @Test
    void tells_what_the_Grid_says_of_a_session_that_ended_and_takes_another(RealGrid grid) {
        LosingTestCase.grid = grid;

        var outcome = run(LosingTestCase.class, grid).execute();

        assertThat(outcome.failures()).containsOnlyKeys("loses_it(CDPSession, CDPBrowser)");
        assertThat(outcome.failure())
                .isInstanceOf(SessionDetachedException.class)
                .hasMessageContaining("the browser is gone")
                .hasMessageMatching(
                        "(?s).* its session [0-9a-f]{32} ended; the Grid (says: invalid session id|lists the session no more).*");
        assertThat(outcome.succeeded()).containsExactly("has_another(CDPSession)");
        grid.awaitEmpty();
    }

    @Test
    void says_why_there_is_no_browser(RealGrid grid) {
        var wrong = "http://ada:wr0ng@" + grid.address() + "/team";

        assertThat(run(OneTestCase.class, grid)
                        .with("withcdp.grid", wrong)
                        .execute()
                        .failures())
                .hasSize(2)
                .allSatisfy((name, failure) -> assertThat(failure)
                        .hasMessageStartingWith("WithCDP could not open a session for parameter ")
                        .hasMessageContaining("The Selenium Grid at http://…@" + grid.address()
                                + "/team answered POST /session with status 401")
                        .hasMessageNotContaining("wr0ng"));
        assertThat(run(OneTestCase.class, grid)
                        .with("withcdp.grid", "ftp://grid")
                        .execute()
                        .failures())
                .hasSize(1) // the class itself is refused
                .allSatisfy((name, failure) -> assertThat(failure)
                        .hasStackTraceContaining("\"ftp://grid\" is no Selenium Grid: it is no URL of http or https"));
        assertThat(run(OneTestCase.class, grid)
                        .with("withcdp.grid.capabilities", "{\"firstMatch\":1}")
                        .execute()
                        .failures())
                .hasSize(1)
                .allSatisfy((name, failure) ->
                        assertThat(failure).hasStackTraceContaining("firstMatch is no list of objects"));
    }

    @WithCDP
    static class MisspellingTestCase {

        @Test
        void navigates(CDPSession page) {
            page.send("Page.navigat", Map.of("url", "about:blank"));
        }
    }

    @WithCDP
    static class OneTestCase {

        @Test
        void first(CDPSession page, CDPBrowser browser, TestReporter reporter) {
            assertThat(page.evaluate("6 * 7").asInt()).isEqualTo(42);
            reporter.publishEntry("endpoint", browser.endpoint().orElseThrow().toString());
        }

        @Test
        void second(CDPSession page, @NewContext CDPSession stranger, CDPBrowser browser, TestReporter reporter) {
            page.navigate("data:text/html,<title>one</title>");
            stranger.navigate("data:text/html,<title>two</title>");
            reporter.publishEntry("endpoint", browser.endpoint().orElseThrow().toString());
        }
    }

    /** Holds its browser until all others have theirs. */
    abstract static class Together {

        static @Nullable CyclicBarrier all;
        static Map<String, String> seen = Map.of();

        @Test
        void has_a_browser(CDPSession page, CDPBrowser browser, TestReporter reporter) throws Exception {
            Objects.requireNonNull(all).await(4, TimeUnit.MINUTES);
            page.navigate("data:text/html,<title>here</title>");
            assertThat(page.evaluate("document.title").asString()).isEqualTo("here");
            reporter.publishEntry("session", session(browser));
        }
    }

    static class EightTestCase {

        @Nested
        @WithCDP(timeout = "60 s")
        class C0 extends Together {}

        @Nested
        @WithCDP(timeout = "60 s")
        class C1 extends Together {}

        @Nested
        @WithCDP(timeout = "60 s")
        class C2 extends Together {}

        @Nested
        @WithCDP(timeout = "60 s")
        class C3 extends Together {}

        @Nested
        @WithCDP(timeout = "60 s")
        class C4 extends Together {}

        @Nested
        @WithCDP(timeout = "60 s")
        class C5 extends Together {}

        @Nested
        @WithCDP(timeout = "60 s")
        class C6 extends Together {}

        @Nested
        @WithCDP(timeout = "60 s")
        class C7 extends Together {}
    }

    /** Holds its browser until others were seen to wait for one. */
    abstract static class Waiting {

        static final AtomicBoolean seen = new AtomicBoolean();
        static @Nullable RealGrid grid;

        @Test
        void has_a_browser(CDPSession page) {
            var queue = Objects.requireNonNull(grid);
            RealGrid.until("others wait", () -> seen.get() || queue.waiting() == 2);
            seen.set(true);
            assertThat(page.evaluate("1").asInt()).isEqualTo(1);
        }
    }

    static class TenTestCase {

        @Nested
        @WithCDP(timeout = "60 s")
        class C0 extends Waiting {}

        @Nested
        @WithCDP(timeout = "60 s")
        class C1 extends Waiting {}

        @Nested
        @WithCDP(timeout = "60 s")
        class C2 extends Waiting {}

        @Nested
        @WithCDP(timeout = "60 s")
        class C3 extends Waiting {}

        @Nested
        @WithCDP(timeout = "60 s")
        class C4 extends Waiting {}

        @Nested
        @WithCDP(timeout = "60 s")
        class C5 extends Waiting {}

        @Nested
        @WithCDP(timeout = "60 s")
        class C6 extends Waiting {}

        @Nested
        @WithCDP(timeout = "60 s")
        class C7 extends Waiting {}

        @Nested
        @WithCDP(timeout = "60 s")
        class C8 extends Waiting {}

        @Nested
        @WithCDP(timeout = "60 s")
        class C9 extends Waiting {}
    }

    @WithCDP
    static class FailingTestCase {

        @Test
        void fails(CDPSession page) {
            throw new IllegalStateException("oops");
        }
    }

    @WithCDP(timeout = "60 s")
    @TestMethodOrder(MethodOrderer.OrderAnnotation.class)
    static class LosingTestCase {

        static @Nullable RealGrid grid;

        @Test
        @Order(1)
        void loses_it(CDPSession page, CDPBrowser browser) throws Exception {
            Objects.requireNonNull(grid).delete(session(browser));
            page.evaluate("1");
        }

        @Test
        @Order(2)
        void has_another(CDPSession page) {
            assertThat(page.evaluate("1").asInt()).isEqualTo(1);
        }
    }
}
