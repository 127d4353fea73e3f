package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;
import static io.github.withcdp.assertions.CDPAssertions.fromTarget;
import static io.github.withcdp.assertions.CDPAssertions.matching;
import static io.github.withcdp.assertions.CDPAssertions.not;
import static io.github.withcdp.assertions.CDPAssertions.param;
import static io.github.withcdp.assertions.CDPAssertions.post;
import static io.github.withcdp.assertions.CDPAssertions.receivedFrame;
import static io.github.withcdp.assertions.CDPAssertions.request;
import static io.github.withcdp.assertions.CDPAssertions.sentFrame;
import static io.github.withcdp.assertions.CDPAssertions.type;

import io.github.withcdp.CDPBrowser;
import io.github.withcdp.Headless;
import io.github.withcdp.NewContext;
import io.github.withcdp.ReportMode;
import io.github.withcdp.WithCDP;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The assertions about what is alive, with a page that is. */
@WithCDP(headless = Headless.SHELL, report = ReportMode.NEVER)
@Timeout(25) // less than what is waited for: who looks only when the time is up has missed what came
class LiveSessionTests {

    /** For what comes: a test that gets as far as this has failed. */
    private static final Duration LONG = Duration.ofSeconds(30);

    @AutoClose
    private static final LocalPages pages = new LocalPages()
            .on("/", exchange -> {
                var path = exchange.getRequestURI().getPath();
                if (path.equals("/login")) {
                    exchange.getResponseHeaders().set("set-cookie", "sid=4711; Path=/api; HttpOnly; SameSite=Strict");
                }
                LocalPages.answer(exchange, path.equals("/missing") ? 404 : 200, "text/html", "<title>Shop</title>");
            })
            .on(
                    "/news",
                    exchange -> LocalPages.answer(
                            exchange, 200, "text/event-stream", "event: price\ndata: {\"tea\":7}\n\n"));

    private static final String site = pages.url();

    @Test
    void tell_what_the_page_asked_for(CDPSession page) {
        page.navigate(site + "/shop");
        page.evaluate("void fetch('/missing').then(response => response.text())");

        assertThat(page)
                .within(LONG)
                .receives(
                        "Network.responseReceived",
                        param("/response/status", 404),
                        param("/response/url", matching("http://localhost:*/missing")))
                .receivesInOrder("Page.loadEventFired", "Network.requestWillBeSent", "Network.loadingFinished");
        assertThat(page.recording()).sent("Page.navigate").sentInOrder("Network.enable", "Page.navigate");
        assertThat(page.recording()).command("Page.navigate").tookLessThan(LONG).succeeded();
        assertThat(page.recording()).allCommandsAnswered().isComplete();
    }

    @Test
    void know_what_leaves_the_browser(CDPSession page) {
        page.navigate(site + "/shop");
        page.evaluate("""
                Promise.all([
                    fetch('data:text/plain,hello'),
                    fetch(URL.createObjectURL(new Blob(['hello'])))
                ]).then(() => 'done')""");

        assertThat(page)
                .hasOnlyRequests(request(site + "/**"))
                .requests(not(request(site + "/**")))
                .anySatisfy(it -> assertThat(it).hasUrl("data:**"))
                .anySatisfy(it -> assertThat(it).hasUrl("blob:**"));

        page.evaluate("fetch('http://127.0.0.1:' + location.port + '/count', {mode: 'no-cors'}).then(() => 'done')");
        assertThatThrownBy(() -> assertThat(page).hasOnlyRequests(request(site + "/**")))
                .hasMessageContaining("but it also made 1.")
                .hasMessageContaining("/count → 200 OK");
    }

    @Test
    void know_the_cookies_of_their_own_context(CDPSession page, @NewContext CDPSession other) {
        page.navigate(site + "/login");
        other.navigate(site + "/shop");
        page.evaluate("void setTimeout(() => { document.cookie = 'theme=dark' }, 100)");

        assertThat(page).within(LONG).hasCookie("theme", "dark");
        assertThat(page)
                .cookie("sid")
                .hasValue("4711")
                .hasDomain("localhost")
                .hasPath("/api")
                .isHttpOnly()
                .hasSameSite("Strict")
                .isSession();
        assertThat(other).doesNotHaveCookie("sid").doesNotHaveCookie("theme");
    }

    @Test
    void know_what_the_page_has_stored(CDPSession page) {
        page.navigate(site + "/shop");
        page.evaluate("void setTimeout(() => localStorage.setItem('cart', '[\"tea\"]'), 100)");

        assertThat(page).within(LONG).localStorage().itemAsJson("cart").isEqualTo("['tea']");
        assertThat(page).sessionStorage().isEmpty();
    }

    @Test
    void follow_an_EventSource(CDPSession page) {
        page.navigate(site + "/shop");
        page.evaluate("void (self.news = new EventSource('/news'))");

        assertThat(page)
                .within(LONG)
                .eventSourceMessages(receivedFrame(site + "/news").withEvent("price"))
                .first()
                .textAsJson()
                .isEqualTo("{tea: 7}");
        page.evaluate("news.close()");
    }

    @Test
    void follow_a_WebSocket(CDPSession page) throws IOException {
        try (var echo = EchoSocket.start()) {
            page.navigate(site + "/shop");
            page.evaluate("void (self.live = new WebSocket('%s'), live.onopen = () => live.send('hello'))"
                    .formatted(echo.url()));

            assertThat(page)
                    .within(LONG)
                    .webSocketFrames(sentFrame(echo.url()))
                    .first()
                    .hasText("hello");
            assertThat(page)
                    .within(LONG)
                    .webSocketFrames(receivedFrame("ws://**").withText("hello"))
                    .isNotEmpty();
        }
    }

    @Test
    void fail_with_the_closest(CDPSession page) {
        page.navigate(site + "/missing");

        assertThatThrownBy(() -> assertThat(page)
                        .within(Duration.ofMillis(50))
                        .receives("Network.responseReceived", param("/response/status", 500)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("! /response/status: 404   <<< expected 500");
    }

    @Test
    void do_not_judge_an_exact_number_while_a_request_is_pending(CDPSession page) {
        page.navigate(site + "/shop");
        page.send("Fetch.enable", Map.of("patterns", List.of(Map.of("urlPattern", "*/first"))));
        var first = page.await(
                        "Fetch.requestPaused",
                        () -> page.evaluate(
                                "void fetch('/first', {method: 'POST'}).then(() => fetch('/second', {method: 'POST'}))"))
                .param("/requestId")
                .asString();
        var asked = ProxySession.withFirst("untilQuiet", page, () -> {
            var unused = page.sendAsync("Fetch.continueRequest", Map.of("requestId", first));
        });

        assertThatThrownBy(() ->
                        assertThat(asked).within(LONG).requests(post("**")).hasSize(1))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("within 30 s, but it made 2.");
    }

    @Test
    void wait_for_what_comes_later(CDPSession page) {
        page.evaluate("void setTimeout(() => { for (let i = 0; i < 3; i++) console.log(i) }, 100)");

        assertThat(page).within(LONG).receives(3, "Runtime.consoleAPICalled");
    }

    @Test
    void do_not_miss_what_has_been_caused(CDPSession page) {
        var unused = page.sendAsync("Runtime.evaluate", Map.of("expression", "console.log('caused')"));

        assertThatThrownBy(() -> assertThat(page).doesNotReceive("Runtime.consoleAPICalled", Duration.ZERO))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("but it came once");
    }

    @Test
    void pass_if_nothing_comes(CDPSession page) {
        assertThat(page)
                .doesNotReceive("Page.javascriptDialogOpening", Duration.ofMillis(50))
                .isAttached()
                .hasTargetType("page");
    }

    @Test
    void ask_the_browser_too(CDPBrowser browser) {
        assertThat(browser.session()).doesNotReceive("Target.targetCrashed", Duration.ZERO);
    }

    @Test
    void follow_the_page(CDPSession page) {
        page.navigate(site);
        page.evaluate("void setTimeout(() => { location = '/cart?full' }, 50)");

        assertThat(page)
                .within(LONG)
                .hasUrl(site + "/cart?full")
                .hasUrlMatching("**/cart?full")
                .eventuallySatisfies(it ->
                        assertThat(it.evaluate("document.title").asString()).isEqualTo("Shop"));
    }

    @Test
    void know_workers_as_where_things_come_from(CDPSession page, Recording recording) {
        page.navigate(site);
        var worker = page.awaitChild(
                target -> target.type().equals("worker"),
                () -> page.evaluate(
                        "void (self.w = new Worker(URL.createObjectURL(new Blob(['console.log(\"hello\")']))))"));

        assertThat(worker).within(LONG).receives("Runtime.consoleAPICalled");
        assertThat(recording)
                .containsEvent("Runtime.consoleAPICalled", fromTarget(type("worker")), param("/args/0/value", "hello"));
        assertThatThrownBy(() -> assertThat(page).within(Duration.ofMillis(50)).receives("Runtime.consoleAPICalled"))
                .hasMessageContaining("It came in another session: worker ");
    }

    @Test
    void end_early_if_the_page_crashes(CDPSession page) {
        var unused = page.sendAsync("Page.crash", null);

        assertThatThrownBy(() -> assertThat(page).within(LONG).receives("Page.loadEventFired"))
                .hasMessageContaining(
                        "within 30 s, but its target crashed (Page.navigate or Page.reload brings it back)");
    }

    @Test
    void end_early_if_the_page_closes(CDPBrowser browser) {
        var page = browser.newPage();
        var unused = page.sendAsync("Page.close", null);

        assertThatThrownBy(() -> assertThat(page).within(LONG).receives("Page.loadEventFired"))
                .hasMessageContaining("within 30 s, but its target was closed");
        assertThat(page).within(LONG).isDetached().doesNotReceive("Page.loadEventFired", LONG);
    }
}
