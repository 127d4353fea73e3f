package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionDetachedException;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** What another client does to our page in Chromium, with a connection of its own: we are told at once, and say what happened. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeveralClientsChromiumTests {

    private static final String CLOSED =
            "its target was closed: the page closed itself (window.close()), another client or somebody at the window closed it, or the browser is ending (Chrome said: Render process gone.)";

    private final SharedChromium chromium = SharedChromium.start();
    private final Conversation conversation = chromium.converse(chromium.recorder, true, "ours");
    private final Conversation others = chromium.converse(chromium.theirRecorder, false, "others");
    private Scope scope;
    private String context;
    private CDPSession page;
    private CDPSession theirs;

    @BeforeEach
    void newPage() {
        scope = conversation.newScope();
        context = scope.newContext();
        page = scope.newPage(context);
        theirs = others.newScope().attach(page.target().id());
    }

    @AfterAll
    void close() {
        others.close();
        conversation.close();
        chromium.close();
    }

    @Test
    void a_page_that_they_close() {
        var pending = pending();

        others.browserScope()
                .browserSession()
                .send("Target.closeTarget", Map.of("targetId", page.target().id()));

        assertClosed(pending);
    }

    @Test
    void a_page_that_closes_itself() {
        var pending = pending();

        var unused = theirs.sendAsync("Runtime.evaluate", Map.of("expression", "window.close()"));

        assertClosed(pending);
    }

    @Test
    void a_page_that_is_closed_over_HTTP() throws IOException {
        var pending = pending();
        var url = URI.create("http://127.0.0.1:%d/json/close/%s"
                .formatted(chromium.port(), page.target().id()));

        var connection = (HttpURLConnection) url.toURL().openConnection();
        assertThat(connection.getResponseCode()).isEqualTo(200);
        connection.disconnect();

        assertClosed(pending);
    }

    @Test
    void a_context_that_they_dispose_of() {
        var pending = pending();
        var second = scope.newPage(context);

        others.browserScope()
                .browserSession()
                .send("Target.disposeBrowserContext", Map.of("browserContextId", context));

        assertClosed(pending);
        assertThatThrownBy(() -> second.await("Page.loadEventFired")).hasMessageContaining("its target was closed");
        assertThatThrownBy(() -> scope.newPage(context)).isInstanceOf(CommandFailedException.class);
        assertThat(scope.newPage(scope.newContext()).evaluate("1 + 1").asInt()).isEqualTo(2);
        scope.close();
    }

    @Test
    void waits_for_events_end_when_they_close_the_page() {
        assertThatThrownBy(() -> page.await(
                        "Page.loadEventFired",
                        () -> others.browserScope()
                                .browserSession()
                                .send(
                                        "Target.closeTarget",
                                        Map.of("targetId", page.target().id()))))
                .isInstanceOf(SessionDetachedException.class)
                .hasMessage("Protocol error (waiting for Page.loadEventFired): " + CLOSED);
    }

    @Test
    void a_page_that_we_close_is_closed_by_us() {
        var pending = pending();

        page.send("Page.close");

        assertThatThrownBy(() -> pending.get(60, TimeUnit.SECONDS))
                .cause()
                .hasMessage("Protocol error (Runtime.evaluate): its target was closed: by Page.close");
    }

    @Test
    void they_cannot_detach_our_session_and_the_end_of_theirs_is_not_ours() {
        assertThatThrownBy(() -> others.browserScope()
                        .browserSession()
                        .send(
                                "Target.detachFromTarget",
                                Map.of("sessionId", page.id().value())))
                .isInstanceOf(CommandFailedException.class);

        theirs.detach();

        assertThat(page.evaluate("1 + 1").asInt()).isEqualTo(2);
    }

    @Test
    void a_page_that_they_navigate() {
        var pending = pending();

        page.await("Page.loadEventFired", () -> theirs.navigate("data:text/html,<title>theirs</title>"));

        assertThatThrownBy(() -> pending.get(60, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("Inspected target navigated or closed");
        assertThat(page.evaluate("document.title").asString()).isEqualTo("theirs");
        assertThat(page.target().url()).isEqualTo("data:text/html,<title>theirs</title>");
    }

    @Test
    void a_page_that_they_crash() {
        var pending = pending();

        page.await("Inspector.targetCrashed", () -> {
            var unused = theirs.sendAsync("Page.crash", null);
        });

        assertThatThrownBy(() -> pending.get(60, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(SessionDetachedException.class)
                .hasMessageContaining("its target crashed")
                .extracting(failure -> ((SessionDetachedException) failure).reason())
                .isEqualTo(DetachReason.TARGET_CRASHED);
        page.navigate("data:text/html,<title>back</title>");
        assertThat(page.evaluate("document.title").asString()).isEqualTo("back");
    }

    @Test
    void a_dialog_that_they_open_is_dismissed_if_nobody_wants_it() {
        assertThat(theirs.evaluate("confirm('who wants this?')").asBoolean()).isFalse();

        assertThat(page.evaluate("1 + 1").asInt()).isEqualTo(2);
    }

    @Test
    void a_dialog_that_they_open_can_be_ours() {
        // Two clients that both dismiss what nobody wants would be too quick for a third who does.
        theirs.on("Page.javascriptDialogOpening", event -> {});
        page.on(
                "Page.javascriptDialogOpening",
                event -> page.send("Page.handleJavaScriptDialog", Map.of("accept", true)));

        assertThat(theirs.evaluate("confirm('we do')").asBoolean()).isTrue();
    }

    @Test
    void both_intercept_requests_and_the_page_loads_when_both_have_let_them_go() throws Exception {
        var both = new CountDownLatch(2);
        for (var client : new CDPSession[] {page, theirs}) {
            client.on("Fetch.requestPaused", event -> {
                client.send(
                        "Fetch.continueRequest",
                        Map.of("requestId", event.param("/requestId").asString()));
                both.countDown();
            });
            client.send("Fetch.enable");
        }

        page.navigate("http://127.0.0.1:%d/json/version".formatted(chromium.port()));

        assertThat(page.evaluate("document.body.innerText").asString()).contains("webSocketDebuggerUrl");
        assertThat(both.await(60, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void the_end_of_their_connection_is_not_ours() {
        var recording = MessageRecorder.create();
        try (recording) {
            try (var third = chromium.converse(recording, false, "third")) {
                third.newScope().attach(page.target().id()).send("Fetch.enable");
            }

            page.navigate("data:text/html,<title>free</title>");
        }

        assertThat(page.evaluate("document.title").asString()).isEqualTo("free");
    }

    /** A page carries commands of one session out in order: when the second is answered, the first has begun, before others do anything. */
    private CompletableFuture<JsonNode> pending() {
        var pending = page.sendAsync("Runtime.evaluate", Evaluation.params("new Promise(() => {})"));
        page.evaluate("1");
        return pending;
    }

    private void assertClosed(CompletableFuture<JsonNode> pending) {
        assertThatThrownBy(() -> pending.get(60, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(SessionDetachedException.class)
                .hasMessage("Protocol error (Runtime.evaluate): " + CLOSED)
                .extracting(failure -> ((SessionDetachedException) failure).reason())
                .isEqualTo(DetachReason.TARGET_CLOSED);
        assertThatThrownBy(() -> page.evaluate("1")).hasMessage("Protocol error (Runtime.evaluate): " + CLOSED);
        assertThat(page.isAttached()).isFalse();
    }
}
