package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatIllegalArgumentException;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;
import static io.github.withcdp.assertions.CDPAssertions.fromTarget;
import static io.github.withcdp.assertions.CDPAssertions.get;
import static io.github.withcdp.assertions.CDPAssertions.message;
import static io.github.withcdp.assertions.CDPAssertions.type;

import io.github.withcdp.ReportMode;
import io.github.withcdp.WithCDP;
import io.github.withcdp.assertions.internal.evidence.ChildSessionWarning;
import io.github.withcdp.session.CDPSession;
import io.github.withcdp.session.Subscription;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Assertions about a page with its workers, frames and popups, which are real. */
@WithCDP(report = ReportMode.NEVER) // chrome-headless-shell gives frames of other sites no sessions
@Timeout(120)
class WithChildrenTests {

    /** For what comes: a test that gets as far as this has failed. */
    private static final Duration LONG = Duration.ofMinutes(10);

    private static final String WORKER = """
            new Promise(done => {
                self.worker = new Worker('/worker.js');
                self.worker.onmessage = done;
            }).then(() => 1)""";

    private static final CountDownLatch listening = new CountDownLatch(1);

    @AutoClose
    private static final LocalPages pages = new LocalPages()
            .on("/", exchange -> LocalPages.answer(exchange, 200, "text/html", "<title>Shop</title>"))
            .on("/missing", exchange -> LocalPages.answer(exchange, 404, "text/html", "<title>Shop</title>"))
            .on(
                    "/frame",
                    exchange -> LocalPages.answer(
                            exchange, 200, "text/html", "<script>console.error('poor frame')</script>"))
            .on(
                    "/worker.js",
                    exchange -> LocalPages.answer(
                            exchange,
                            200,
                            "text/javascript",
                            "fetch('/missing').then(it => it.text()).then(() => postMessage(1))"))
            .on("/held.js", exchange -> {
                awaitListener();
                LocalPages.answer(exchange, 200, "text/javascript", "<title>Shop</title>");
            });

    private static final String site = pages.url();

    /** A worker is not there before its script is answered, so that an assertion which waits by then sees one that comes later. */
    private static void awaitListener() throws IOException {
        try {
            listening.await(LONG.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException interrupt) {
            throw new IOException(interrupt);
        }
    }

    @Test
    void need_not_be_asked_for_what_came_of_the_script_of_a_worker(CDPSession page) {
        page.navigate(site);
        page.evaluate("self.worker = new Worker('/held.js'), 0");

        // The worker tells that it was answered, and whoever only listens to the page learns of it when the time is up.
        assertThat(ProxySession.withFirst("onEvent", page, listening::countDown))
                .within(Duration.ofHours(1))
                .requests(get("**/held.js"))
                .first()
                .hasStatus(200);
    }

    /** As above, where nothing comes to the page itself. */
    @Test
    void need_not_be_there_yet_to_be_heard() {
        var scripted = ScriptedSession.page();
        Traffic.of(scripted).asked("1", "GET", "/worker.js");
        var worker = scripted.withWorker();
        var listeners = new ArrayList<Consumer<CDPSession>>();
        var page =
                ProxySession.of(scripted, Map.of("assertionTimeout", arguments -> LONG, "onDescendant", arguments -> {
                    var listener = ProxySession.listener(arguments);
                    listeners.add(listener);
                    return (Subscription) () -> listeners.remove(listener);
                }));
        scripted.whenListenedTo(() -> listeners.forEach(listener -> listener.accept(worker)));
        worker.whenListenedTo(() -> answer(scripted, worker));

        assertThat(page)
                .within(Duration.ofHours(1))
                .requests(get("**/worker.js"))
                .first()
                .hasStatus(200);
        assertThat(listeners).isEmpty();
        assertThat(worker.handlers).isEmpty();
    }

    /** Have a worker tell that its script was answered. */
    private static void answer(ScriptedSession page, ScriptedSession worker) {
        page.messages.add(Made.event(
                page.messages.size(),
                Made.PAGE,
                "Network.responseReceived",
                "{\"requestId\":\"1\",\"response\":{\"status\":200}}"));
        worker.receive("Network.responseReceived");
    }

    /** As above, of a worker that is there when the assertion begins. */
    @Test
    void need_not_come_later_to_be_heard() {
        var scripted = ScriptedSession.page();
        Traffic.of(scripted).asked("1", "GET", "/worker.js");
        var worker = scripted.withWorker();
        worker.whenListenedTo(() -> answer(scripted, worker));

        assertThat(parent(scripted, worker))
                .within(Duration.ofHours(1))
                .requests(get("**/worker.js"))
                .first()
                .hasStatus(200);
    }

    @Test
    void see_what_a_worker_has_asked_for(CDPSession page) {
        page.navigate(site);
        page.evaluate(WORKER);

        assertThat(page).requests(get("**/missing")).isEmpty();
        assertThat(page)
                .withChildren()
                .requests(get("**/missing"))
                .hasSize(1)
                .first()
                .hasStatus(404)
                .hasBody();
        assertThat(page).withChildren().receives(1, "Inspector.workerScriptLoaded", fromTarget(type("worker")));
    }

    @Test
    void show_what_came_to_a_child_too_often(CDPSession page) {
        page.navigate(site);
        page.evaluate(WORKER);
        page.evaluate(WORKER);

        assertThatThrownBy(() -> assertThat(page).withChildren().receives(1, "Inspector.workerScriptLoaded"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("it came twice")
                .hasMessageContaining("  worker " + site + "/worker.js: {");
    }

    @Test
    void see_that_it_has_failed(CDPSession page) {
        page.navigate(site);
        page.evaluate(WORKER);

        var softly = new CDPSoftAssertions();
        softly.assertThat(page).withChildren().hasNoFailedRequests().hasNoFailedRequestsExcept("**/other");
        assertThat(softly.assertionErrorsCollected()).hasSize(2);

        assertThatThrownBy(() -> assertThat(page).withChildren().hasNoFailedRequests())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("/missing → 404");
        assertThat(page).withChildren().hasNoFailedRequestsExcept("**/missing");
    }

    /** Have a frame of another site complain, and return its session. */
    private static CDPSession addFrame(CDPSession page) {
        var frame = page.awaitChild(target -> target.type().equals("iframe"), () -> page.evaluate("""
                        {
                            let frame = document.createElement('iframe');
                            frame.src = 'http://127.0.0.1:' + location.port + '/frame';
                            document.body.append(frame);
                        }
                        1"""));
        assertThat(frame).within(LONG).receives("Runtime.consoleAPICalled");
        return frame;
    }

    @Test
    void see_what_a_frame_of_another_site_has_complained_about(CDPSession page) {
        page.navigate(site);
        addFrame(page);

        assertThat(page).console().isEmpty();
        assertThat(page).withChildren().console(message("poor *")).single().isError();
        assertThatThrownBy(() -> assertThat(page).withChildren().hasNoConsoleErrors())
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("console.error: poor frame");
    }

    @Test
    void see_one_that_has_ended(CDPSession page) {
        page.navigate(site);
        page.evaluate(WORKER);
        page.await("Target.detachedFromTarget", () -> page.evaluate("worker.terminate()"));

        assertThat(page).withChildren().requests(get("**/missing")).hasSize(1);
    }

    @Test
    void see_one_that_comes_later(CDPSession page) {
        page.navigate(site);
        page.evaluate("void setTimeout(() => { self.worker = new Worker('/worker.js') }, 50)");

        assertThat(page)
                .within(LONG)
                .withChildren()
                .receives("Network.responseReceived", fromTarget(type("worker")))
                .requests(get("**/missing"))
                .first()
                .hasStatus(404);
    }

    @Test
    void see_a_popup_and_its_worker(CDPSession page) {
        page.navigate(site);
        var popup = page.awaitChild(
                target -> target.type().equals("page"),
                () -> page.evaluate("void open('http://127.0.0.1:' + location.port + '/popup')"));
        popup.awaitLoad();
        popup.evaluate(WORKER);

        assertThat(page).withChildren().requests(get("**/popup")).single().hasBody();
        assertThat(page).withChildren().requests(get("**/missing")).hasSize(1);
        assertThat(popup).withChildren().requests(get("**/missing")).hasSize(1);
        assertThat(popup).withChildren().requests(get(site + "/")).isEmpty();
    }

    @Test
    void say_what_they_have_when_the_page_alone_passes(CDPSession page) {
        page.navigate(site);
        page.evaluate(WORKER);
        var worker = page.children().get(0);
        var frame = addFrame(page);

        var warnings = warnings(() -> {
            assertThat(page).hasNoFailedRequests().hasNoConsoleErrors();
            assertThat(page).hasNoFailedRequests();
            assertThat(page).hasNoFailedRequestsExcept("**/missing").hasNoConsoleErrorsExcept("*");
        });

        assertThat(warnings)
                .containsExactly(
                        "page %1$s/ (session %2$s) has no failed requests, as asserted, but worker %1$s/worker.js (session %3$s), which came from it, has: GET %1$s/missing → 404 Not Found. withChildren() looks there too."
                                .formatted(
                                        site, page.id().shortened(), worker.id().shortened()),
                        "page %s/ (session %s) has no console errors, as asserted, but iframe %s (session %s), which came from it, has: console.error: poor frame (%s:1:17). withChildren() looks there too."
                                .formatted(
                                        site,
                                        page.id().shortened(),
                                        frame.target().url(),
                                        frame.id().shortened(),
                                        frame.target().url()));
    }

    private static List<String> warnings(Runnable happening) {
        var messages = new CopyOnWriteArrayList<String>();
        var logger = Logger.getLogger(ChildSessionWarning.class.getName());
        var handler = new Handler() {

            @Override
            public void publish(LogRecord event) {
                messages.add(event.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        logger.addHandler(handler);
        logger.setUseParentHandlers(false);
        try {
            happening.run();
        } finally {
            logger.removeHandler(handler);
            logger.setUseParentHandlers(true);
        }
        return messages;
    }

    @Test
    void would_have_seen_what_the_page_alone_has_not(CDPSession page) {
        page.navigate(site);
        page.evaluate(WORKER);
        var worker = page.children().get(0);

        assertThatThrownBy(() -> assertThat(page)
                        .within(Duration.ofMillis(10))
                        .requests(get("**/missing"))
                        .hasSize(1))
                .hasMessageEndingWith(
                        "It came in another session: worker %s/worker.js (session %s): withChildren() looks there too"
                                .formatted(site, worker.id().shortened()));
        assertThatThrownBy(() -> assertThat(worker)
                        .within(Duration.ofMillis(10))
                        .withChildren()
                        .receives("Page.loadEventFired"))
                .hasMessageEndingWith("It came in another session: page %s/ (session %s)"
                        .formatted(site, page.id().shortened()));
    }

    /** Chrome gives some bodies to other sessions too, on which nobody can rely. */
    @Test
    void ask_for_a_body_in_the_session_that_has_it() {
        var scripted = ScriptedSession.page();
        var worker = scripted.withWorker().answer("Network.getResponseBody", "{\"body\":\"Ada\"}");
        Traffic.of(worker).loaded("1", "GET", "/api/users/7", 200, "OK");
        assertThat(parent(scripted, worker))
                .withChildren()
                .requests(get("**/api/users/7"))
                .first()
                .hasBody();

        assertThat(worker.recording()).sent("Network.getResponseBody");
        assertThat(scripted.recording()).doesNotSend("Network.getResponseBody");
    }

    private static CDPSession parent(ScriptedSession scripted, ScriptedSession worker) {
        return ProxySession.of(
                scripted,
                Map.of(
                        "assertionTimeout", arguments -> LONG,
                        "descendants", arguments -> List.of(worker),
                        "recordingWithDescendants", arguments -> worker.recording()));
    }

    @Test
    void need_a_session_that_knows_its_children() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> assertThat(ScriptedSession.page()).withChildren())
                .withMessage(
                        "Only a session of WithCDP knows all its children, and this is a io.github.withcdp.assertions.ScriptedSession: ask each session by itself");
    }
}
