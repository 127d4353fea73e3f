package io.github.withcdp;

import static io.github.withcdp.FailOn.CONSOLE_ERRORS;
import static io.github.withcdp.FailOn.FAILED_REQUESTS;
import static io.github.withcdp.FailOn.UNCAUGHT_EXCEPTIONS;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.withcdp.internal.spi.AssertedSession;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/** What a page does wrong fails a test that did not deal with it. */
class FailOnTests {

    private static final Pattern NUMBER = Pattern.compile("(?m)^  #\\d+");

    private static String site = "";
    private static Runnable stop = () -> {};

    @TempDir
    Path reports;

    @BeforeAll
    static void serve() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            var path = exchange.getRequestURI().getPath();
            byte[] body = (path.equals("/worker.js")
                            ? "console.error('in the worker'); postMessage('done')"
                            : "<title>shop</title><script>%s</script>"
                                    .formatted(path.equals("/popup") ? "console.error('in the popup')" : ""))
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("content-type", path.endsWith(".js") ? "text/javascript" : "text/html");
            exchange.sendResponseHeaders(path.startsWith("/api/") ? 503 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        site = "http://localhost:" + server.getAddress().getPort();
        stop = () -> server.stop(0);
    }

    @AfterAll
    static void stop() {
        stop.run();
    }

    private FixtureRun.Outcome run(Class<?> tests) {
        return FixtureRun.of(tests, reports).execute();
    }

    /** Return what a failure says, with the same number for all messages and the host without its port. */
    private static String text(Throwable failure) {
        return NUMBER.matcher(String.valueOf(failure.getMessage()))
                .replaceAll("  #7")
                .replace(site, "http://localhost");
    }

    private static Map<String, String> texts(FixtureRun.Outcome outcome) {
        var texts = new TreeMap<String, String>();
        outcome.failures().forEach((name, failure) -> texts.put(name, text(failure)));
        return texts;
    }

    // --- What is a fault

    @Test
    void tells_each_fault_with_the_pattern_that_would_allow_it() throws IOException {
        var failure = run(FaultsTestCase.class).failure();

        assertThat(failure).isInstanceOf(AssertionFailedError.class);
        assertThat(text(failure)).isEqualTo("""
                        The test has passed, but 5 faults of the page were not dealt with (failOn: CONSOLE_ERRORS, UNCAUGHT_EXCEPTIONS, FAILED_REQUESTS):
                          #7 console.error: out of stock
                              is allowed by "out of stock"
                          #7 uncaught Error: no price
                              is allowed by "Error: no price"
                          #7 POST http://localhost/api/pay?order=7 was answered with 503 Service Unavailable
                              is allowed by "POST **/api/pay**"
                          #7 GET http://localhost:1/ failed with net::ERR_UNSAFE_PORT
                              is allowed by "GET http://localhost:1/"
                          #7 console.error: a "quoted, text"
                              is allowed by "a **quoted** text**"
                        Have an assertion or an await demand such a message if the test is about it; otherwise allow it with @WithCDP(failOnAllow = "…") or withcdp.failOn.allow.""");
        try (Stream<Path> files = Files.walk(reports)) {
            assertThat(files.map(file -> file.getFileName().toString())).contains("report.html", "screenshot.png");
        }
    }

    @WithCDP(failOn = {CONSOLE_ERRORS, UNCAUGHT_EXCEPTIONS, FAILED_REQUESTS})
    static class FaultsTestCase {

        @Test
        void passes(CDPSession page) {
            page.navigate(site + "/shop");
            page.evaluate("console.error('out of stock'); queueMicrotask(() => { throw new Error('no price') }); 1");
            page.evaluate(
                    "fetch('/api/pay?order=7', {method: 'POST'}).then(() => fetch('http://localhost:1/').catch(() => {}))");
            page.evaluate("console.error('a \"quoted, text\"')");
        }
    }

    @Test
    void counts_what_was_asked_for_only() {
        assertThat(texts(run(KindsTestCase.class)).values())
                .singleElement()
                .satisfies(
                        text -> assertThat(text)
                                .startsWith(
                                        "The test has passed, but a fault of the page was not dealt with (failOn: UNCAUGHT_EXCEPTIONS):\n  #7 uncaught Error: no price"));
    }

    @WithCDP(failOn = UNCAUGHT_EXCEPTIONS)
    static class KindsTestCase {

        @Test
        void passes(CDPSession page) {
            page.navigate(site + "/shop");
            page.evaluate("fetch('/api/pay').then(() => console.error('no'))");
        }

        @Test
        void throws_nothing_that_stays(CDPSession page) {
            page.evaluate(
                    "new Promise(done => { const late = Promise.reject(7); setTimeout(() => { late.catch(() => {}); setTimeout(done) }, 50) })");
        }

        @Test
        void throws_something(CDPSession page) {
            page.evaluate("queueMicrotask(() => { throw new Error('no price') }); 1");
        }
    }

    @Test
    void what_the_browser_does_by_itself_is_none() {
        run(QuietTestCase.class).allSucceeded();
    }

    @WithCDP(failOn = {CONSOLE_ERRORS, FAILED_REQUESTS})
    static class QuietTestCase {

        @Test
        void cancels_a_request(CDPSession page) {
            page.navigate(site + "/shop");
            page.evaluate(
                    "const controller = new AbortController(); const gone = fetch('/shop', {signal: controller.signal}).catch(() => {}); controller.abort(); gone.then(() => 1)");
        }

        @Test
        void asks_for_an_icon(CDPSession page) {
            page.navigate(site + "/shop");
            page.evaluate("fetch('/favicon.ico').then(() => fetch('/favicon.ico'))");
        }
    }

    @Test
    void the_log_says_nothing_of_its_own_about_a_failed_request() {
        assertThat(texts(run(LogTestCase.class)).values())
                .singleElement()
                .satisfies(text -> assertThat(text)
                        .contains("(failOn: CONSOLE_ERRORS):\n  #7 the browser logged: Failed to load resource: "));
    }

    @WithCDP(failOn = CONSOLE_ERRORS)
    static class LogTestCase {

        @Test
        void logs(CDPSession page) {
            page.navigate(site + "/shop");
            page.evaluate("fetch('/api/pay').then(() => 1)");
        }

        @Test
        void logs_what_was_awaited(CDPSession page) {
            page.navigate(site + "/shop");
            page.await(
                    "Network.responseReceived",
                    event -> event.param("/response/status").asInt() == 503,
                    () -> page.evaluate("fetch('/api/pay').then(() => 1)"));
        }
    }

    @Test
    void sees_workers_and_popups_and_what_was_before_the_test() {
        assertThat(texts(run(SessionsTestCase.class)))
                .hasEntrySatisfying(
                        "a_worker(CDPSession)",
                        text -> assertThat(text)
                                .contains(
                                        "  #7 console.error: in the worker (http://localhost/worker.js:1:9), in worker http://localhost/worker.js\n"))
                .hasEntrySatisfying(
                        "a_popup(CDPSession)",
                        text -> assertThat(text)
                                .contains(
                                        "  #7 console.error: in the popup (http://localhost/popup:1:36), in page http://localhost/popup\n"))
                .hasEntrySatisfying(
                        "before(CDPSession)", text -> assertThat(text).contains("#7 console.error: before"))
                .hasSize(3);
    }

    @WithCDP(failOn = CONSOLE_ERRORS, failOnAllow = "of no interest")
    static class SessionsTestCase {

        @BeforeEach
        void before_each(CDPSession page, TestInfo test) {
            page.navigate(site + "/shop");
            page.evaluate("console.error('of no interest')");
            if (test.getDisplayName().startsWith("before")) {
                page.evaluate("console.error('before')");
            }
        }

        @Test
        void before(CDPSession page) {}

        @Test
        void a_worker(CDPSession page) {
            page.evaluate("new Promise(done => new Worker('/worker.js').onmessage = () => done(1))");
        }

        @Test
        void a_popup(CDPSession page) {
            page.awaitChild(target -> target.type().equals("page"), () -> page.evaluate("void open('/popup')"))
                    .awaitLoad();
        }

        @AfterEach
        void after_each(CDPSession page) {
            page.evaluate("console.error('after')");
        }
    }

    // --- What is dealt with

    @Test
    void what_was_awaited_or_demanded_is_dealt_with() {
        var outcome = run(DealtWithTestCase.class);

        assertThat(outcome.failures().keySet())
                .containsExactlyInAnyOrder("looked_at(CDPSession)", "another(CDPSession)");
        assertThat(texts(outcome).get("another(CDPSession)"))
                .startsWith("The test has passed, but a fault of the page was not dealt with")
                .contains("#7 console.error: two");
    }

    @WithCDP(failOn = {CONSOLE_ERRORS, UNCAUGHT_EXCEPTIONS, FAILED_REQUESTS})
    static class DealtWithTestCase {

        @BeforeEach
        void before_each(CDPSession page) {
            page.navigate(site + "/shop");
        }

        @Test
        void awaited(CDPSession page) {
            page.await("Runtime.exceptionThrown", () -> page.evaluate("setTimeout(() => { throw 7 }); 1"));
            page.await(
                    "Network.responseReceived",
                    event -> event.param("/response/status").asInt() == 503,
                    () -> page.evaluate("fetch('/api/pay').then(() => 1)"));
        }

        @Test
        void demanded(CDPSession page) {
            page.evaluate("fetch('/api/pay').then(() => console.error('no'))");
            var demands = ((AssertedSession) page).demands();
            page.recording().exchanges().forEach(exchange -> demands.request(exchange.id()));
            page.recording().console().forEach(message -> demands.message(message.sequence()));
        }

        @Test
        void looked_at(CDPSession page) {
            page.await(
                    "Runtime.consoleAPICalled",
                    event -> event.param("/args/0/value").asString("").equals("two"),
                    () -> page.evaluate("console.error('one'); console.log('two')"));
        }

        @Test
        void another(CDPSession page) {
            page.await("Runtime.consoleAPICalled", () -> page.evaluate("console.error('one'); console.error('two')"));
        }
    }

    @Test
    void patterns_of_the_class_and_of_the_run_allow() {
        FixtureRun.of(AllowedTestCase.class, reports)
                .with("withcdp.failOn", "console-errors, FAILED_REQUESTS uncaughtExceptions")
                .with("withcdp.failOn.allow", "Error: no *, POST **/api/pay,\nhttp://localhost:*/api/old?**")
                .execute()
                .allSucceeded();
    }

    @Test
    void patterns_match_as_a_whole() {
        var outcome = FixtureRun.of(AllowedTestCase.class, reports)
                .with("withcdp.failOn", "console-errors,failed-requests,uncaught-exceptions")
                .with("withcdp.failOn.allow", "no price, GET **/api/pay, */api/pay, **/api/old")
                .execute();

        assertThat(text(outcome.failure()))
                .startsWith("The test has passed, but 3 faults of the page were not dealt with")
                .doesNotContain("path/");
    }

    @WithCDP(failOnAllow = "console says * path/*")
    static class AllowedTestCase {

        @Test
        void passes(CDPSession page) {
            page.navigate(site + "/shop");
            page.evaluate("console.error('console says a path/of its\\nown')");
            page.evaluate("queueMicrotask(() => { throw new Error('no price') }); 1");
            page.evaluate("fetch('/api/pay', {method: 'POST'}).then(() => fetch('/api/old?a=b')).then(() => 1)");
        }
    }

    @Test
    void nothing_is_a_fault_by_default() {
        run(DefaultTestCase.class).allSucceeded();
    }

    @Test
    void the_run_may_let_all_pass() {
        FixtureRun.of(KindsTestCase.class, reports)
                .with("withcdp.failOn", "")
                .execute()
                .allSucceeded();
    }

    @WithCDP
    static class DefaultTestCase {

        @Test
        void passes(CDPSession page) {
            page.evaluate("console.error('no')");
        }
    }

    // --- Which tests are judged

    @Test
    void a_test_that_fails_or_is_aborted_fails_with_that() {
        var outcome = run(FailingTestCase.class);

        assertThat(outcome.failures()).containsOnlyKeys("fails(CDPSession)");
        assertThat(outcome.failure()).hasMessage("oops");
        assertThat(outcome.results().testEvents().aborted().count()).isEqualTo(1);
    }

    @WithCDP(failOn = CONSOLE_ERRORS)
    static class FailingTestCase {

        @Test
        void fails(CDPSession page) {
            page.evaluate("console.error('no')");
            throw new IllegalStateException("oops");
        }

        @Test
        void is_aborted(CDPSession page) {
            page.evaluate("console.error('no')");
            Assumptions.abort("not today");
        }
    }

    @Test
    void each_test_of_a_factory_is_judged_by_itself() {
        var outcome = run(FactoryTestCase.class);

        assertThat(outcome.succeeded()).containsExactly("passes");
        assertThat(texts(outcome)).containsOnlyKeys("fails", "has a fault", "tests(CDPSession)");
        assertThat(texts(outcome).get("fails")).isEqualTo("oops");
        assertThat(texts(outcome).get("has a fault"))
                .contains("a fault of the page was")
                .contains("#7 console.error: two");
        assertThat(texts(outcome).get("tests(CDPSession)"))
                .contains("a fault of the page was")
                .contains("#7 console.error: three");
    }

    @WithCDP(failOn = CONSOLE_ERRORS)
    static class FactoryTestCase {

        @TestFactory
        Stream<DynamicTest> tests(CDPSession page) {
            return Stream.of(
                            DynamicTest.dynamicTest("fails", () -> {
                                page.evaluate("console.error('one')");
                                throw new IllegalStateException("oops");
                            }),
                            DynamicTest.dynamicTest("has a fault", () -> page.evaluate("console.error('two')")),
                            DynamicTest.dynamicTest("passes", () -> page.evaluate("console.log('fine')")))
                    .onClose(() -> page.evaluate("console.error('three')"));
        }
    }

    @Test
    void faults_in_a_page_of_the_class_fail_the_class() {
        var outcome = run(ClassTestCase.class);

        assertThat(outcome.succeeded()).hasSize(2);
        assertThat(text(outcome.failure()))
                .startsWith(
                        "The class has passed, but 2 faults of the page were not dealt with (failOn: CONSOLE_ERRORS):")
                .contains("console.error: before all")
                .contains("console.error: in a test");
    }

    @WithCDP(failOn = CONSOLE_ERRORS)
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class ClassTestCase {

        private CDPSession shared;

        @BeforeAll
        void before_all(CDPSession page) {
            shared = page;
            shared.evaluate("console.error('before all')");
        }

        @Test
        void uses_it() {
            shared.evaluate("console.error('in a test')");
        }

        @Test
        void has_its_own(CDPSession page) {
            page.evaluate("console.log('fine')");
        }
    }

    @Test
    void secrets_are_taken_out() {
        assertThat(text(run(SecretTestCase.class).failure()))
                .contains("#7 console.error: token ")
                .doesNotContain("s3cr3t-of-the-shop");
    }

    @WithCDP(failOn = CONSOLE_ERRORS)
    static class SecretTestCase {

        @Test
        void tells_one(CDPSession page) {
            page.navigate(site + "/shop");
            page.evaluate("document.cookie = 'sid=s3cr3t-of-the-shop'; console.error('token s3cr3t-of-the-shop')");
            page.send("Network.getCookies");
        }
    }

    // --- How it is configured

    @Test
    void refuses_what_is_no_kind() {
        assertThat(FixtureRun.of(DefaultTestCase.class, reports)
                        .with("withcdp.failOn", "errors")
                        .execute()
                        .failure())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage(
                        "withcdp.failOn (configuration parameter): \"errors\" is not one of console-errors, uncaught-exceptions, failed-requests.");
    }

    @Test
    void refuses_a_pattern_that_matches_nothing() {
        assertThat(run(BlankTestCase.class).failure())
                .isInstanceOf(ExtensionConfigurationException.class)
                .hasMessage(
                        "@WithCDP(failOnAllow) on %s: \" \" matches nothing. Write what the console says, or a URL with or without its method, with * for what may be anything, or leave it out.",
                        BlankTestCase.class.getName());
    }

    @WithCDP(failOnAllow = " ")
    static class BlankTestCase {

        @Test
        void never_runs(CDPSession page) {}
    }
}
