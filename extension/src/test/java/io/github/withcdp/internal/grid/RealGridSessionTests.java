package io.github.withcdp.internal.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a real Selenium Grid says and does. */
@NeedsGrid
@Timeout(300)
class RealGridSessionTests {

    private static final Duration LONG = Duration.ofMinutes(2);

    private static GridCapabilities chrome() {
        return chrome("{}");
    }

    private static GridCapabilities chrome(String user) {
        return GridCapabilities.of(
                List.of("--headless=new", "--no-sandbox"), "Real tests", Optional.of(Json.read(user)));
    }

    private static String refusal(String url, GridCapabilities capabilities, Duration limit) {
        var refusal = catchThrowableOfType(
                ChromeUnavailableException.class,
                () -> GridSession.open(GridUrl.parse(url), capabilities, limit).close());
        return String.valueOf(refusal.getMessage());
    }

    @Test
    void has_a_browser_until_it_is_closed(RealGrid grid) {
        try (var session = GridSession.open(GridUrl.parse(grid.url()), chrome(), LONG)) {
            assertThat(grid.sessions()).containsKey(session.id());
            assertThat(session.capabilities().path("se:name").asString()).isEqualTo("Real tests");
            assertThat(session.cdp())
                    .contains(URI.create(
                            "ws://ada:s3cret-grid@" + grid.address() + "/session/" + session.id() + "/se/cdp"));
            assertThat(session.state().over()).isFalse();
        }
        grid.awaitEmpty();
    }

    @Test
    void lives_on_while_others_end_for_want_of_use(RealGrid grid) throws Exception {
        var neglected = grid.session();
        try (var session = GridSession.open(GridUrl.parse(grid.url()), chrome(), LONG)) {
            var alsoNeglected = grid.session(); // began later than ours, and ends sooner
            RealGrid.until(
                    "the Grid ends what nobody uses",
                    () -> Collections.disjoint(grid.sessions().keySet(), List.of(neglected, alsoNeglected)));

            assertThat(grid.sessions()).containsKey(session.id());
        }
        grid.awaitEmpty();
    }

    @Test
    void tells_why_the_Grid_has_ended_a_session(RealGrid grid) throws Exception {
        var lost = new AtomicReference<String>();
        var told = new CountDownLatch(1);
        try (var session = GridSession.open(GridUrl.parse(grid.url()), chrome(), LONG, Duration.ofMillis(200))) {
            session.onLost(why -> {
                lost.set(why);
                told.countDown();
            });
            grid.delete(session.id());
            assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
        }
        // What comes first depends on how far the Grid was: its node may have forgotten a session that its map still
        // has.
        assertThat(lost.get())
                .containsAnyOf(
                        "the Grid says: invalid session id: Unable to find session with ID",
                        "the Grid says: invalid session id: Cannot find session with id",
                        "the Grid lists the session no more");
        grid.awaitEmpty();
    }

    @Test
    void tells_that_a_browser_has_died(RealGrid grid) throws Exception {
        var told = new CountDownLatch(1);
        try (var session = GridSession.open(GridUrl.parse(grid.url()), chrome(), LONG, Duration.ofMillis(200))) {
            session.onLost(why -> told.countDown());
            var pid = session.capabilities().path("goog:processID").asLong();
            ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(session.state().words()).contains("invalid session id: session deleted");
        }
        grid.awaitEmpty();
    }

    @Test
    void says_that_a_password_is_missing(RealGrid grid) {
        assertThat(refusal("http://" + grid.address() + "/team", chrome(), LONG))
                .contains("answered POST /session with status 401 Unauthorized")
                .contains("Give user and password in the URL");
        assertThat(refusal("http://ada:wrong-one@" + grid.address() + "/team", chrome(), LONG))
                .contains("User or password of the URL may be wrong")
                .doesNotContain("wrong-one");
    }

    @Test
    void says_that_no_node_fits(RealGrid grid) {
        assertThat(refusal(grid.url(), chrome("{\"browserName\":\"firefox\"}"), LONG))
                .contains(
                        "refused a session (status 500): session not created: Could not start a new session. No nodes support the capabilities in the request")
                .contains("It says: 2 nodes with 8 slots (chrome)")
                .contains("change what is asked for (withcdp.grid.capabilities)")
                .doesNotContain("Build info")
                .doesNotContain("s3cret-grid");
    }

    @Test
    void says_that_the_browser_does_not_start(RealGrid grid) {
        assertThat(refusal(
                        grid.url(),
                        chrome("{\"goog:chromeOptions\":{\"mobileEmulation\":{\"deviceName\":\"No such device\"}}}"),
                        LONG))
                .contains("session not created")
                .contains("The log of the node says more");
        grid.awaitEmpty();
    }

    @Test
    void says_that_a_path_is_none_of_the_Grid(RealGrid grid) {
        assertThat(refusal("http://ada:s3cret-grid@" + grid.address() + "/nowhere", chrome(), LONG))
                .contains("status 404")
                .contains("unknown command: Unable to find handler for (POST) /nowhere/session");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exit", "terminated"})
    void ends_with_the_JVM(String how, RealGrid grid) throws Exception {
        var client = client(grid, how);
        try {
            var id = new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))
                    .readLine();
            assertThat(id).matches("[0-9a-f]{32}");
            if (how.equals("terminated")) {
                client.destroy();
            }
            assertThat(client.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(grid.sessions()).doesNotContainKey(id);
        } finally {
            client.destroyForcibly();
        }
        grid.awaitEmpty();
    }

    @Test
    void has_one_slot_which_others_wait_for() throws Exception {
        try (var grid = RealGrid.small()) {
            var first = grid.session();

            assertThat(refusal(grid.url(), chrome(), LONG))
                    .contains("session not created: Could not start a new session. New session request timed out")
                    .contains("It says: 1 node with 1 slot (chrome), 1 of them busy")
                    .contains("That was the limit of its own queue (--session-request-timeout)")
                    .contains("give the Grid more slots");
            assertThat(refusal(grid.url(), chrome(), Duration.ofSeconds(5)))
                    .contains(
                            "gave no browser within 5 s. It says: 1 node with 1 slot (chrome), 1 of them busy, 1 request in the queue.")
                    .contains("wait longer (withcdp.launch.timeout)");
            grid.delete(first); // the request that was given up gets the slot now, and what comes of it is deleted
            RealGrid.until("nobody waits", () -> grid.waiting() == 0);
            grid.awaitEmpty();

            leavesNothingInTheQueueWhenTheJvmEnds(grid);
            lacksFirefox(grid);
            losesItsNode(grid);
        }
    }

    private static void lacksFirefox(RealGrid grid) {
        assertThat(refusal(grid.url(), chrome("{\"browserName\":\"firefox\"}"), Duration.ofSeconds(5)))
                .contains("gave no browser within 5 s")
                .contains("None of its nodes offers firefox");
        RealGrid.until("the queue has given up", () -> grid.waiting() == 0);
    }

    private static void leavesNothingInTheQueueWhenTheJvmEnds(RealGrid grid) throws Exception {
        var first = grid.session();
        var client = client(grid, "queue");
        try {
            RealGrid.until("it waits", () -> grid.waiting() == 1 || !client.isAlive());
        } finally {
            client.destroyForcibly();
        }
        RealGrid.until("it waits no more", () -> grid.waiting() == 0);
        grid.delete(first);
        grid.awaitEmpty();
    }

    private static void losesItsNode(RealGrid grid) throws Exception {
        var told = new CountDownLatch(1);
        try (var session = GridSession.open(GridUrl.parse(grid.url()), chrome(), LONG, Duration.ofMillis(200))) {
            session.onLost(why -> told.countDown());
            grid.killNode();
            assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(session.state().words())
                    .containsAnyOf("unknown error: Unable to execute request", "the Grid lists the session no more");
        }
    }

    private static Process client(RealGrid grid, String how) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        GridClient.class.getName(),
                        grid.url(),
                        how)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
