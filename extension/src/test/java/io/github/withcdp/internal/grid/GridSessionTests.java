package io.github.withcdp.internal.grid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.protocol.ChromeUnavailableException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What Grids answer that are broken, hostile or no Grids, and what becomes of the session. */
@Timeout(120)
class GridSessionTests {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Duration SHORT = Duration.ofMillis(200);

    private ScriptedGrid grid;

    @BeforeEach
    void listen() throws IOException {
        grid = new ScriptedGrid();
    }

    @AfterEach
    void stop() {
        grid.close();
    }

    private static GridCapabilities chrome() {
        return GridCapabilities.of(List.of("--headless=new"), "My tests", Optional.empty());
    }

    private GridSession open() {
        return GridSession.open(grid.url(), chrome(), LONG);
    }

    private static String refusal(GridUrl url, Duration limit) {
        var refusal =
                catchThrowableOfType(ChromeUnavailableException.class, () -> GridSession.open(url, chrome(), limit));
        return String.valueOf(refusal.getMessage());
    }

    private String refusal() {
        return refusal(grid.url(), LONG);
    }

    @Test
    void asks_for_a_browser_and_gives_it_back_once() {
        grid.on("POST /session", 200, ScriptedGrid.SESSION).on("DELETE /session/4711", 200, "{\"value\":null}");

        var session = open();
        assertThat(session.id()).isEqualTo("4711");
        assertThat(session.cdp()).containsExactly(URI.create("ws://" + grid.address() + "/session/4711/se/cdp"));
        assertThat(session.capabilities().path("browserName").asString()).isEqualTo("chrome");
        assertThat(session.place()).isEqualTo("http://" + grid.address() + " (Selenium Grid, session 4711)");
        session.close();
        session.close();
        assertThat(grid.asked)
                .containsExactly(
                        "POST /session {\"capabilities\":{\"alwaysMatch\":{\"browserName\":\"chrome\",\"goog:chromeOptions\":{\"args\":[\"--headless=new\"]},\"se:name\":\"My tests\"},\"firstMatch\":[{}]}}",
                        "DELETE /session/4711");
        assertThat(grid.contentTypes.get(0)).isEqualTo("application/json; charset=utf-8");
    }

    @Test
    void logs_in_and_keeps_path_and_query() {
        var login = new AtomicReference<String>();
        grid.on("POST /team/session?token=abcd", exchange -> {
            login.set(exchange.getRequestHeaders().getFirst("Authorization"));
            ScriptedGrid.respond(exchange, 200, ScriptedGrid.SESSION);
        });

        var url = GridUrl.parse("http://ada:s3cret@" + grid.address() + "/team/?token=abcd");
        try (var session = GridSession.open(url, chrome(), LONG)) {
            assertThat(session.cdp())
                    .containsExactly(
                            URI.create("ws://ada:s3cret@" + grid.address() + "/team/session/4711/se/cdp?token=abcd"),
                            URI.create("ws://ada:s3cret@" + grid.address() + "/session/4711/se/cdp?token=abcd"));
            assertThat(session.place()).doesNotContain("s3cret").doesNotContain("abcd");
        }
        assertThat(login.get()).isEqualTo("Basic YWRhOnMzY3JldA==");
        assertThat(grid.asked.get(1)).isEqualTo("DELETE /team/session/4711?token=abcd");
    }

    @Test
    void deletes_a_session_without_se_cdp() {
        grid.on(
                        "POST /session",
                        200,
                        "{\"value\":{\"sessionId\":\"47\",\"capabilities\":{\"browserName\":\"firefox\"}}}")
                .on("DELETE /session/47", 200, "");

        assertThat(refusal())
                .startsWith("The Selenium Grid at http://" + grid.address())
                .contains("gave a session (firefox, 47) without se:cdp")
                .contains("Firefox does not, nor does a bare chromedriver");
        assertThat(grid.asked).hasSize(2).last().isEqualTo("DELETE /session/47");
    }

    @ParameterizedTest
    @ValueSource(strings = {"no url", "ws:", "/session/1/se/cdp", "ws://"})
    void deletes_a_session_whose_se_cdp_is_none(String told) {
        grid.on(
                        "POST /session",
                        200,
                        "{\"value\":{\"sessionId\":\"47\",\"capabilities\":{\"se:cdp\":\"" + told + "\"}}}")
                .on("DELETE /session/47", 200, "");

        assertThat(refusal()).contains("se:cdp that is no URL").contains(told);
        assertThat(grid.asked).hasSize(2).last().isEqualTo("DELETE /session/47");
    }

    @ParameterizedTest
    @CsvSource({
        "401, Give user and password in the URL",
        "403, WITHCDP_GRID",
        "404, Is it the URL of a Grid",
        "500, answered POST /session with status 500",
        "302, which is not followed"
    })
    void says_which_status_came(int status, String words) {
        grid.on("POST /session", exchange -> {
            exchange.getResponseHeaders().set("Location", "http://bob:hidden@elsewhere/?token=hidden");
            ScriptedGrid.respond(exchange, status, "");
        });

        assertThat(refusal()).contains(Integer.toString(status)).contains(words).doesNotContain("hidden");
    }

    @Test
    void says_that_a_password_may_be_wrong() {
        grid.on("POST /session", 403, "no s3cret for ada");

        assertThat(refusal(GridUrl.parse("http://ada:s3cret@" + grid.address()), LONG))
                .contains("status 403 Forbidden: no … for ada")
                .contains("User or password of the URL may be wrong")
                .doesNotContain("s3cret");
    }

    @ParameterizedTest
    @CsvSource({
        "'<!DOCTYPE html><title>Welcome</title>', HTML instead of JSON",
        "'hello', something that is no JSON: hello",
        "'{\"value\":', something that is no JSON",
        "'{\"value\":{}}', told no session",
        "'{\"value\":{\"sessionId\":\"../status\"}}', told no session",
        "'[]', something that is no JSON",
        "'', something that is no JSON"
    })
    void says_what_came_instead_of_a_session(String body, String words) {
        grid.on("POST /session", 200, body);

        assertThat(refusal()).contains(words).contains("Is it the URL of a Grid");
    }

    @Test
    void shows_little_of_what_is_large_and_no_control_characters() {
        grid.on("POST /session", 200, "x\u001b[31m\u0000y".repeat(100_000));

        assertThat(refusal()).hasSizeLessThan(1000).doesNotContain("\u001b").doesNotContain("\u0000");
    }

    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD) // what searches for hours minds no interrupt
    void does_not_search_for_hours_in_what_is_blank() {
        grid.on(
                "POST /session",
                500,
                "{\"value\":{\"error\":\"session not created\",\"message\":\"a%sb\"}}"
                        .formatted(" ".repeat(2_000_000)));

        assertThat(refusal()).contains("session not created: a.");
    }

    @Test
    void shows_little_of_how_nodes_call_their_browsers() {
        grid.on("POST /session", 500, "{\"value\":{\"error\":\"session not created\",\"message\":\"no\"}}")
                .on("GET /status", 200, status("x\\u001b[31m\\n".repeat(10_000), true));

        assertThat(refusal())
                .contains("It says: 1 node with 1 slot (x [31m x")
                .hasSizeLessThan(1000)
                .doesNotContain("\u001b")
                .hasLineCount(2);
    }

    @Test
    void repeats_the_words_of_the_Grid_but_not_its_stack() {
        grid.on(
                        "POST /session",
                        500,
                        "{\"value\":{\"error\":\"session not created\",\"message\":\"Could not start a new session. New session request timed out \\nHost info: host: 'vm'\\nBuild info: x\",\"stacktrace\":\"at org.openqa\"}}")
                .on("GET /status", 200, status("chrome", true))
                .on("GET /se/grid/newsessionqueue/queue", 200, "{\"value\":[{},{}]}");

        assertThat(refusal())
                .contains(
                        "refused a session (status 500): session not created: Could not start a new session. New session request timed out.")
                .contains("It says: 1 node with 1 slot (chrome), 1 of them busy, 2 requests in the queue.")
                .contains("junit.jupiter.execution.parallel.config.fixed.parallelism")
                .doesNotContain("Host info")
                .doesNotContain("openqa");
    }

    private static String status(String browser, boolean busy) {
        return "{\"value\":{\"ready\":true,\"nodes\":[{\"availability\":\"UP\",\"slots\":[{\"session\":"
                + (busy ? "{\"sessionId\":\"1\"}" : "null")
                + ",\"stereotype\":{\"browserName\":\"" + browser + "\"}}]}]}}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "chrome  | true  | give the Grid more slots, or wait longer (withcdp.launch.timeout)",
                "firefox | false | None of its nodes offers chrome",
                "chrome  | false | It has free slots"
            })
    void deletes_a_session_that_comes_too_late(String browser, boolean busy, String remedy) throws Exception {
        var late = new CountDownLatch(1);
        var deleted = new CountDownLatch(1);
        grid.on("GET /status", 200, status(browser, busy))
                .on("POST /session", exchange -> {
                    late.await();
                    ScriptedGrid.respond(exchange, 200, ScriptedGrid.SESSION);
                })
                .on("DELETE /session/4711", exchange -> {
                    deleted.countDown();
                    ScriptedGrid.respond(exchange, 200, "");
                });

        assertThat(refusal(grid.url(), SHORT))
                .contains("gave no browser within 200 ms. It says: 1 node with 1 slot (" + browser + ")")
                .contains("a session that still comes of it is deleted")
                .contains(remedy);
        late.countDown();
        assertThat(deleted.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void says_that_no_node_has_registered() {
        grid.on("GET /status", 200, "{\"value\":{\"ready\":false,\"nodes\":[]}}")
                .on("POST /session", exchange -> new CountDownLatch(1).await());

        assertThat(refusal(grid.url(), SHORT))
                .contains("It says: no node has registered.")
                .contains("Start a node");
    }

    @Test
    void does_not_wait_for_ever_for_a_port_that_never_answers() throws Exception {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            assertThat(refusal(GridUrl.parse("127.0.0.1:" + silent.getLocalPort()), SHORT))
                    .contains("gave no browser within 200 ms. It does not tell its status either.")
                    .contains("frozen or no Grid");
        }
    }

    @Test
    void says_where_nobody_listens() {
        grid.close();

        assertThat(refusal()).contains("cannot be connected to").contains("Is it running, and listening there?");
    }

    @Test
    void says_which_host_is_unknown() {
        assertThat(refusal(GridUrl.parse("http://ada:s3cret@grid.invalid:4444"), LONG))
                .contains("http://…@grid.invalid:4444 cannot be found: the host name grid.invalid is unknown")
                .doesNotContain("s3cret");
    }

    @Test
    void says_what_hangs_up() throws Exception {
        try (var rude = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            var hanging = new Thread(() -> {
                try {
                    while (true) {
                        rude.accept().close();
                    }
                } catch (IOException e) {
                    // The test is over.
                }
            });
            hanging.setDaemon(true);
            hanging.start();

            assertThat(refusal(GridUrl.parse("127.0.0.1:" + rude.getLocalPort()), LONG))
                    .contains("did not answer as a Grid does");
        }
    }

    @Test
    void hides_what_the_capabilities_keep_secret() {
        grid.on(
                "POST /session",
                500,
                "{\"value\":{\"error\":\"session not created\",\"message\":\"bad abc123 for ada\"}}");
        var capabilities = GridCapabilities.of(
                List.of(),
                "x",
                Optional.of(Json.read("{\"cloud:options\":{\"user\":\"ada\",\"accessKey\":\"abc123\"}}")));

        assertThat(catchThrowable(() -> GridSession.open(grid.url(), capabilities, LONG)))
                .hasMessageContaining("bad … for ada")
                .hasMessageNotContaining("abc123");
    }

    @Test
    void is_interrupted_at_once() throws Exception {
        var asked = new CountDownLatch(1);
        grid.on("POST /session", exchange -> {
            asked.countDown();
            new CountDownLatch(1).await();
        });
        var thrown = new AtomicReference<Throwable>();
        var waiting = new Thread(() -> thrown.set(catchThrowable(this::open)));
        waiting.start();
        asked.await();
        waiting.interrupt();
        waiting.join();

        assertThat(thrown.get())
                .isInstanceOf(ChromeUnavailableException.class)
                .hasMessageContaining("the thread that waits was interrupted");
    }

    @Test
    void does_not_fail_if_the_session_cannot_be_deleted() {
        grid.on("POST /session", 200, ScriptedGrid.SESSION).on("DELETE /session/4711", 500, "oops");

        open().close();

        assertThat(grid.asked).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource({
        "404, invalid session id, 1",
        "500, unknown error, 2",
    })
    void tells_of_the_end_that_the_Grid_tells(int status, String error, int questions) throws Exception {
        var lost = new AtomicReference<String>();
        var told = new CountDownLatch(1);
        grid.on("POST /session", 200, ScriptedGrid.SESSION)
                .on(
                        "GET /session/4711/url",
                        status,
                        "{\"value\":{\"error\":\"" + error + "\",\"message\":\"It went.\\nBuild info: x\"}}");

        try (var session = GridSession.open(grid.url(), chrome(), LONG, Duration.ofMillis(20))) {
            session.onLost(why -> {
                lost.set(why);
                told.countDown();
            });
            assertThat(told.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(session.state()).isEqualTo(new GridSessionState(true, "the Grid says: " + error + ": It went."));
        }
        assertThat(lost.get()).isEqualTo("the Grid says: " + error + ": It went.");
        assertThat(grid.asked.stream().filter("GET /session/4711/url"::equals)).hasSize(questions);
    }

    @Test
    void tells_that_a_session_is_listed_no_more() {
        grid.on("POST /session", 200, ScriptedGrid.SESSION)
                .on(
                        "GET /session/4711/url",
                        500,
                        "{\"value\":{\"error\":\"unknown error\",\"message\":\"Task@1 rejected\"}}")
                .on("GET /status", 200, status("chrome", true));

        try (var session = open()) {
            assertThat(session.state()).isEqualTo(new GridSessionState(true, "the Grid lists the session no more"));
        }
    }

    @ParameterizedTest
    @CsvSource({"404, no such window", "500, unexpected alert open", "200, ''", "408, timeout"})
    void goes_on_as_long_as_the_driver_answers(int status, String error) throws Exception {
        var often = new CountDownLatch(5);
        grid.on("POST /session", 200, ScriptedGrid.SESSION).on("GET /session/4711/url", exchange -> {
            often.countDown();
            ScriptedGrid.respond(exchange, status, "{\"value\":{\"error\":\"" + error + "\",\"message\":\"\"}}");
        });

        try (var session = GridSession.open(grid.url(), chrome(), LONG, Duration.ofMillis(20))) {
            assertThat(often.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(session.state())
                    .isEqualTo(new GridSessionState(false, "the Grid says that the session goes on"));
        }
    }

    @Test
    void cannot_say_what_became_of_a_session_if_the_Grid_is_gone() {
        grid.on("POST /session", 200, ScriptedGrid.SESSION);

        try (var session = open()) {
            grid.close();
            assertThat(session.state().over()).isFalse();
            assertThat(session.state().words()).startsWith("the Grid cannot be asked: ");
        }
    }

    @Test
    void leaves_no_thread() {
        grid.on("POST /session", 200, ScriptedGrid.SESSION);

        open().close();

        RealGrid.until(
                "its threads have ended",
                () -> Thread.getAllStackTraces().keySet().stream()
                        .noneMatch(thread -> thread.getName().matches("withcdp-grid-(request|delete|watch)")));
    }
}
