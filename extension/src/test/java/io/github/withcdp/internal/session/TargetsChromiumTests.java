package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.EventTimeoutException;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a page starts is attached before its first request, in Chromium. */
@Timeout(180)
class TargetsChromiumTests {

    @AutoClose
    private static final ChromiumFixture chromium = ChromiumFixture.start();

    private final PreparedPage prepared = PreparedPage.in(chromium.conversation);
    private final Scope scope = prepared.scope();
    private final CDPSession page = prepared.page();

    @Test
    void a_popup_with_a_redirect() {
        page.navigate(chromium.url("/a"));

        var popup = page.awaitChild(
                target -> target.url().endsWith("/fetches"), () -> page.evaluate("void open('/redirect')"));

        assertThat(popup.target().type()).isEqualTo("page");
        assertThat(popup.parent()).contains(page);
        assertThat(page.children()).containsExactly(popup);
        awaitRequest(popup, "/api");
        assertThat(requests(popup)).startsWith("/redirect", "/fetches").contains("/api");
        assertThat(popup.evaluate("location.pathname").asString()).isEqualTo("/fetches");
    }

    @Test
    void a_popup_has_a_document_and_can_be_waited_for() {
        page.navigate(chromium.url("/a"));

        var popup = open("/stops");
        assertThat(popup.evaluate("location.pathname").asString()).isEqualTo("/stops");

        popup.awaitLoad();
        assertThat(popup.evaluate("document.readyState").asString()).isEqualTo("complete");
        popup.awaitLoad();

        assertThatThrownBy(() -> open("/hanging-image").awaitLoad(Duration.ofSeconds(5)))
                .isInstanceOf(EventTimeoutException.class)
                .hasMessageStartingWith("No load event of %s within 5 s\n  it waits for %s (Image), asked for "
                        .formatted(chromium.url("/hanging-image"), chromium.url("/silent")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "about:blank", "/nothing", "javascript:void document.write(1)", "data:text/html,x"})
    void a_popup_may_have_no_document_but_the_one_it_began_with(String url) {
        page.navigate(chromium.url("/a"));

        assertThat(open(url).evaluate("location.href").asString()).isEqualTo("about:blank");
    }

    @Test
    void a_page_that_was_there_before_is_waited_for_too() {
        page.navigate(chromium.url("/a"));
        var loaded = page.attach(page.target().id());
        loaded.awaitLoad();
        page.await("Page.domContentEventFired", () -> {
            var unused = page.sendAsync("Page.navigate", Map.of("url", chromium.url("/hanging-image")));
        });
        var loading = page.attach(page.target().id());

        assertThatThrownBy(() -> loading.awaitLoad(Duration.ofSeconds(5)))
                .isInstanceOf(EventTimeoutException.class)
                .hasMessageStartingWith("No load event of " + chromium.url("/hanging-image"));
    }

    private CDPSession open(String url) {
        return page.awaitChild(
                target -> target.type().equals("page"), () -> page.evaluate("void open('%s')".formatted(url)));
    }

    @Test
    void an_out_of_process_iframe() {
        var frame =
                page.awaitChild(target -> target.type().equals("iframe"), () -> page.navigate(chromium.url("/frame")));

        awaitRequest(frame, "/api");
        assertThat(frame.parent()).contains(page);
        assertThat(frame.evaluate("location.href").asString()).isEqualTo(chromium.otherSite("/fetches"));
        assertThat(requests(page)).contains("/frame", "/fetches");
    }

    @Test
    void a_worker_and_the_worker_that_it_starts() {
        page.navigate(chromium.url("/a"));

        var worker = page.awaitChild(
                target -> target.type().equals("worker"), () -> page.evaluate("void (w = new Worker('/worker.js'))"));

        awaitRequest(worker, "/api?worker");
        assertThat(worker.parent()).contains(page);
        var nested = awaitOnlyChild(worker); // which may have come already
        assertThat(nested.target().url()).isEqualTo(chromium.url("/nested.js"));
        assertThat(nested.parent()).contains(worker);
        awaitRequest(nested, "/api?nested");
        assertThat(worker.evaluate("self.constructor.name").asString()).isEqualTo("DedicatedWorkerGlobalScope");
    }

    /** Before that it has no setTimeout() yet, and Chromium 156 may end it while it waits for a promise. */
    @ParameterizedTest
    @ValueSource(strings = {"Worker", "SharedWorker"})
    void a_worker_is_asked_when_it_has_run_its_script(String type) {
        page.navigate(chromium.url("/a"));

        var worker = page.awaitChild(
                target -> target.type().endsWith("worker"),
                () -> page.evaluate("void (w = new %s('/answering.js'))".formatted(type)));

        assertThat(worker.evaluate("new Promise(done => setTimeout(() => done(42)))")
                        .asInt())
                .isEqualTo(42);
        assertThat(worker.recording().messages())
                .filteredOn(message -> !message.isAnswer())
                .extracting(RecordedMessage::method)
                .containsSubsequence("Inspector.workerScriptLoaded", "Runtime.evaluate");
    }

    @Test
    void a_shared_worker() {
        page.navigate(chromium.url("/a"));

        var worker = page.awaitChild(
                target -> target.type().equals("shared_worker"),
                () -> page.evaluate("void (s = new SharedWorker('/shared.js'))"));

        awaitRequest(worker, "/api?shared");
        assertThat(worker.evaluate("self.constructor.name").asString()).isEqualTo("SharedWorkerGlobalScope");
        assertThat(worker.parent()).contains(page);
    }

    @Test
    void a_shared_worker_of_two_pages_is_the_child_of_the_one_that_started_it() {
        page.navigate(chromium.url("/a"));
        var second = scope.newPage(scope.contexts().iterator().next());
        second.navigate(chromium.url("/a"));
        var connect = "new Promise(done => (s = new SharedWorker('/answering.js')).port.onmessage = () => done())";

        var worker = page.awaitChild(target -> target.type().equals("shared_worker"), () -> page.evaluate(connect));
        second.evaluate(connect);

        assertThat(sessions("shared_worker")).containsExactly(worker);
        assertThat(page.children()).containsExactly(worker);
        assertThat(second.children()).isEmpty();
        page.send("Page.navigate", Map.of("url", "about:blank"));
        assertThat(worker.evaluate("1 + 1").asInt()).isEqualTo(2);
    }

    @Test
    void a_shared_worker_without_a_script_goes_and_has_not_crashed() throws Exception {
        page.navigate(chromium.url("/a"));

        var worker = page.awaitChild(
                target -> target.type().equals("shared_worker"),
                () -> page.evaluate("void (s = new SharedWorker('/empty-404'))"));

        var reason = new CompletableFuture<DetachReason>();
        worker.onDetached(reason::complete);
        assertThat(reason.get(30, TimeUnit.SECONDS)).isEqualTo(DetachReason.TARGET_CLOSED);
        assertThat(page.children()).isEmpty();
    }

    @Test
    void a_service_worker_of_two_pages() {
        page.navigate(chromium.url("/a"));
        page.evaluate(
                "navigator.serviceWorker.register('/sw.js').then(() => navigator.serviceWorker.ready).then(() => 1)");
        var worker = awaitSession("service_worker");
        awaitRequest(worker, "/api?service");

        var second = scope.newPage(scope.contexts().iterator().next());
        second.navigate(chromium.url("/a"));
        second.evaluate("navigator.serviceWorker.ready.then(() => 1)");

        assertThat(sessions("service_worker")).containsExactly(worker);
        assertThat(worker.evaluate("self.constructor.name").asString()).isEqualTo("ServiceWorkerGlobalScope");
    }

    @Test
    void nothing_is_left_paused() {
        page.navigate(chromium.url("/frame"));
        page.evaluate(
                "w = new Worker('/worker.js'); new Promise(done => { w.onmessage = done; w.postMessage(1) }).then(() => 1)");
        page.evaluate("new Promise(done => { open('/a').onload = done }).then(() => 1)");
        page.evaluate("new Promise(done => { open('about:blank'); done() }).then(() => 1)");
    }

    @Test
    void a_second_session_with_the_same_page() {
        page.navigate(chromium.url("/a"));

        var second = page.attach(page.target().id());

        assertThat(second.id()).isNotEqualTo(page.id());
        assertThat(second.target().id()).isEqualTo(page.target().id());
        assertThat(second.evaluate("document.title").asString()).isEqualTo("a");
        second.detach();
        assertThat(page.evaluate("document.title").asString()).isEqualTo("a");
        assertThatThrownBy(() -> page.attach("nonsense"))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("No target with given id found");
    }

    @Test
    void a_closed_page_takes_its_workers_but_not_its_popups() {
        page.navigate(chromium.url("/a"));
        var worker = page.awaitChild(
                target -> target.type().equals("worker"), () -> page.evaluate("void (w = new Worker('/shared.js'))"));
        var popup = page.awaitChild(target -> target.url().endsWith("/a"), () -> page.evaluate("void open('/a')"));
        var workerEnd = end(worker);
        var pageEnd = end(page);
        var pending = worker.sendAsync("Runtime.evaluate", Evaluation.params("new Promise(() => {})"));

        browser().send("Target.closeTarget", Map.of("targetId", page.target().id()));

        assertThat(join(pageEnd)).isEqualTo(DetachReason.TARGET_CLOSED);
        assertThat(join(workerEnd)).isIn(DetachReason.PARENT_DETACHED, DetachReason.TARGET_CLOSED);
        assertThatThrownBy(() -> pending.get(30, TimeUnit.SECONDS)).hasMessageContaining("Runtime.evaluate");
        assertThat(popup.evaluate("1 + 1").asInt()).isEqualTo(2);
    }

    @Test
    void a_page_that_is_detached_takes_all_its_children() {
        page.navigate(chromium.url("/a"));
        var worker = page.awaitChild(
                target -> target.type().equals("worker"), () -> page.evaluate("void (w = new Worker('/shared.js'))"));
        var popup = page.awaitChild(target -> target.url().endsWith("/a"), () -> page.evaluate("void open('/a')"));

        page.detach();

        assertThat(List.of(page, worker, popup)).noneMatch(CDPSession::isAttached);
        assertThatThrownBy(() -> popup.send("Runtime.enable")).hasMessageContaining("by CDPSession.detach()");
        assertThat(browser().send("Target.getTargets").path("targetInfos").findValuesAsString("targetId"))
                .contains(page.target().id(), popup.target().id());
    }

    @Test
    void a_worker_that_is_detached_while_it_waits_runs_on() {
        page.navigate(chromium.url("/a"));
        var detached = new CompletableFuture<String>();
        page.on("Target.attachedToTarget", event -> {
            var id = event.param("/sessionId").asString();
            page.send("Target.detachFromTarget", Map.of("sessionId", id));
            detached.complete(id);
        });

        assertThat(page.evaluate(
                                "w = new Worker('/worker.js'); new Promise(done => { w.onmessage = m => done(m.data); w.postMessage(5) })")
                        .asInt())
                .isEqualTo(5);
        assertThat(join(detached)).isNotEmpty();
    }

    @Test
    void a_dialog_in_a_frame_holds_nobody_up() {
        var frame =
                page.awaitChild(target -> target.type().equals("iframe"), () -> page.navigate(chromium.url("/frame")));

        assertThat(frame.evaluate("confirm('sure?')").asBoolean()).isFalse();
        assertThat(page.evaluate("confirm('sure?')").asBoolean()).isFalse();
        assertThat(browserFailures()).isEmpty();
    }

    private List<String> browserFailures() {
        return scope.recording().messages().stream()
                .filter(message -> message.method().equals("Page.handleJavaScriptDialog"))
                .filter(message -> message.json().contains("\"error\""))
                .map(message -> message.json())
                .toList();
    }

    private CDPSession browser() {
        return scope.browserSession();
    }

    private static CompletableFuture<DetachReason> end(CDPSession session) {
        var reason = new CompletableFuture<DetachReason>();
        session.onDetached(reason::complete);
        return reason;
    }

    private static <T> T join(CompletableFuture<T> future) {
        return future.orTimeout(30, TimeUnit.SECONDS).join();
    }

    private CDPSession awaitSession(String type) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (sessions(type).isEmpty() && System.nanoTime() - end < 0) {
            page.send("Runtime.getIsolateId"); // goes around once, and takes its time for it
        }
        assertThat(sessions(type)).hasSize(1);
        return sessions(type).get(0);
    }

    private static CDPSession awaitOnlyChild(CDPSession parent) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (parent.children().isEmpty() && System.nanoTime() - end < 0) {
            parent.send("Runtime.getIsolateId");
        }
        assertThat(parent.children()).hasSize(1);
        return parent.children().get(0);
    }

    private List<CDPSession> sessions(String type) {
        return scope.sessions().stream()
                .filter(session -> session.target().type().equals(type))
                .toList();
    }

    private static void awaitRequest(CDPSession session, String path) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (!requests(session).contains(path) && System.nanoTime() - end < 0) {
            session.send("Runtime.getIsolateId");
        }
        assertThat(requests(session)).contains(path);
    }

    private static List<String> requests(CDPSession session) {
        return session.events().named("Network.requestWillBeSent").stream()
                .map(TargetsChromiumTests::path)
                .toList();
    }

    private static String path(CDPEvent request) {
        return request.param("/request/url").asString().replaceFirst("^http://[^/]*", "");
    }
}
