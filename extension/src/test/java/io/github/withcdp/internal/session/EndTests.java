package io.github.withcdp.internal.session;

import static io.github.withcdp.internal.session.ScriptedBrowser.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.protocol.CommandTimeoutException;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionDetachedException;
import io.github.withcdp.session.CDPSession;
import io.github.withcdp.session.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The ways in which a session ends, and what it says to those who wait. */
@Timeout(60)
@Tag("faults")
class EndTests {

    private final ScriptedBrowser browser = ScriptedBrowser.start();

    @AfterEach
    void close() {
        browser.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Render process gone.   | TARGET_CLOSED | its target was closed: the page closed itself (window.close()), another client or somebody at the window closed it, or the browser is ending (Chrome said: Render process gone.)",
                "target_closed          | TARGET_CLOSED | its target was closed: the page closed itself (window.close()), another client or somebody at the window closed it, or the browser is ending (Chrome said: target_closed)",
                "canceled_by_user       | DETACHED      | the session was detached: somebody pressed Cancel in the bar that says that the browser is being debugged (Chrome said: canceled_by_user); the page lives on. Run the test again, and leave the bar alone",
                "replaced_with_devtools | DETACHED      | the session was detached: somebody opened DevTools on this page, and this Chrome has room for one client only (Chrome said: replaced_with_devtools). Close DevTools, or use a Chrome from version 63 on, which has room for many",
                "of_next_year\\u001b[2J | DETACHED      | the session was detached: Chrome said: of_next_year?[2J",
                "''                     | DETACHED      | the session was detached"
            })
    void a_farewell_of_Chrome(String told, DetachReason reason, String because) {
        var pending = pending(browser.page);

        browser.event("Inspector.detached", "{\"reason\":\"%s\"}".formatted(told));
        browser.detached("", PAGE);

        assertEnd(pending, reason, because);
        assertRefused(browser.page, because);
    }

    @Test
    void a_farewell_without_a_reason() {
        var pending = pending(browser.page);

        browser.event("Inspector.detached", "{}");

        assertEnd(pending, DetachReason.DETACHED, "the session was detached");
    }

    @Test
    void a_page_that_we_close_ourselves() {
        var pending = pending(browser.page);
        browser.chrome.on("Target.closeTarget", command -> {
            browser.event("Inspector.detached", "{\"reason\":\"Render process gone.\"}");
            browser.detached("", PAGE);
            command.result("{}");
        });

        browser.scope.browserSession().send("Target.closeTarget", Map.of("targetId", "T1"));

        assertEnd(pending, DetachReason.TARGET_CLOSED, "its target was closed: by Target.closeTarget");
    }

    @Test
    void a_context_that_we_dispose_of() {
        var pending = pending(browser.page);
        browser.chrome.on("Target.disposeBrowserContext", command -> {
            browser.detached("", PAGE);
            command.result("{}");
        });

        browser.scope.closeContext("C1");

        assertEnd(pending, DetachReason.TARGET_CLOSED, "its target was closed: by Target.disposeBrowserContext");
    }

    @Test
    void a_detach_of_ours_says_so_whichever_message_comes_first() {
        var pending = pending(browser.page);
        browser.chrome.on("Target.detachFromTarget", command -> {
            browser.detached("", PAGE);
            command.result("{}");
        });

        browser.page.detach();
        browser.page.detach();

        assertEnd(pending, DetachReason.DETACHED, "the session was detached: by CDPSession.detach()");
        assertThat(browser.chrome
                        .only("Target.detachFromTarget")
                        .params()
                        .path("sessionId")
                        .asString())
                .isEqualTo(PAGE);
        assertThat(browser.page.isAttached()).isFalse();
    }

    @Test
    void a_detach_by_the_command_of_the_protocol() {
        var pending = pending(browser.page);
        browser.chrome.on("Target.detachFromTarget", command -> {
            browser.detached("", PAGE);
            command.result("{}");
        });

        browser.scope.browserSession().send("Target.detachFromTarget", Map.of("sessionId", PAGE));

        assertEnd(pending, DetachReason.DETACHED, "the session was detached: by Target.detachFromTarget");
    }

    @Test
    void none_as_long_as_it_is_attached() {
        assertThat(browser.page.detachReason()).isEmpty();
        assertThat(browser.page.detachSentence()).isEmpty();
    }

    @Test
    void a_crash_until_the_page_is_loaded_again() {
        browser.chrome.silent("A.silent");
        var pending = browser.page.sendAsync("A.silent", null);

        browser.event("Inspector.targetCrashed", "{}");

        assertEnd(
                pending,
                DetachReason.TARGET_CRASHED,
                "A.silent",
                "its target crashed: about:blank (Page.navigate or Page.reload brings it back)");
        assertThatThrownBy(() -> browser.page.send("A.b")).hasMessageContaining("its target crashed");
        assertThat(browser.page.isAttached()).isTrue();
        browser.chrome.on("Page.reload", command -> {
            browser.event("Inspector.targetReloadedAfterCrash", "{}");
            browser.chrome.only("A.silent").error(-32000, "Target crashed");
            command.result("{}");
        });
        browser.page.send("Page.reload");
        assertThat(browser.page.send("A.b")).isEmpty();
        assertThat(browser.page.recording().messages())
                .filteredOn(message -> message.isAnswer() && message.method().equals("A.silent"))
                .hasSize(1);
    }

    @Test
    void a_parent_that_goes() {
        browser.attached(PAGE, "F1", "TF", "iframe", "http://x/", "");
        browser.attached("F1", "W1", "TW", "worker", "http://x/w.js", "");
        var worker = browser.page.children().get(0).children().get(0);
        var pending = pending(worker);

        browser.detached("", PAGE);

        assertEnd(pending, DetachReason.PARENT_DETACHED, "its parent session is gone: iframe http://x/");
        assertThat(browser.page.children()).isEmpty();
    }

    @Test
    void a_browser_that_goes() {
        var pending = pending(browser.page);
        var pendingToo = pending(browser.scope.browserSession());

        browser.chrome.end("killed");

        assertEnd(pending, DetachReason.BROWSER_GONE, "the browser is gone: killed");
        assertEnd(pendingToo, DetachReason.BROWSER_GONE, "the browser is gone: killed");
        assertRefused(browser.page, "the browser is gone: killed");
        assertThatThrownBy(() -> browser.scope.newContext()).isInstanceOf(SessionDetachedException.class);
        browser.scope.close();
    }

    @Test
    void a_browser_that_we_close() {
        var pending = pending(browser.page);
        browser.chrome.on("Browser.close", command -> {
            command.result("{}");
            browser.chrome.end("end of stream");
        });

        browser.conversation.closeBrowser(Duration.ofSeconds(30));

        assertEnd(pending, DetachReason.BROWSER_CLOSED, "the browser was closed: it was closed after its last test");
    }

    @Test
    void a_browser_that_does_not_answer_when_we_close_it() {
        browser.chrome.silent("Browser.close");

        assertThatThrownBy(() -> browser.conversation.closeBrowser(Duration.ofMillis(50)))
                .isInstanceOf(CommandTimeoutException.class);
    }

    @Test
    void a_browser_that_is_silent_already_is_not_waited_for_once_more() {
        browser.chrome.silent("Browser.close");
        browser.chrome.silent("Browser.getVersion");
        var asked = browser.scope.browserSession();
        assertThatThrownBy(() -> asked.send("Browser.getVersion", null, Duration.ofMillis(100)))
                .isInstanceOf(CommandTimeoutException.class);

        assertThatThrownBy(() -> browser.conversation.closeBrowser(Duration.ofMillis(100)))
                .hasMessageStartingWith("Protocol error (Browser.close): no answer within 1 ms");
    }

    @Test
    void a_browser_that_has_said_something_since_is_waited_for() {
        browser.chrome.silent("Browser.close");
        browser.chrome.silent("Browser.getVersion");
        var asked = browser.scope.browserSession();
        assertThatThrownBy(() -> asked.send("Browser.getVersion", null, Duration.ofMillis(100)))
                .isInstanceOf(CommandTimeoutException.class);
        browser.page.send("Page.bringToFront");

        assertThatThrownBy(() -> browser.conversation.closeBrowser(Duration.ofMillis(100)))
                .hasMessageStartingWith("Protocol error (Browser.close): no answer within 100 ms");
    }

    @Test
    void a_page_whose_browser_goes_while_it_is_made() {
        browser.chrome.on("Target.createTarget", command -> {
            command.result("{\"targetId\":\"T2\"}"); // and no attachedToTarget
            browser.conversation.execute(() -> browser.chrome.end("killed"));
        });

        assertThatThrownBy(() -> browser.scope.newPage("C1"))
                .isInstanceOf(SessionDetachedException.class)
                .hasMessage("Protocol error (Target.createTarget): the browser is gone: killed");
    }

    @Test
    void a_page_that_closes_while_it_is_made() {
        browser.chrome.on("Target.createTarget", command -> {
            browser.attached("", "S2", "T2", "page", "about:blank", "\"browserContextId\":\"C1\"");
            browser.detached("", "S2");
            command.result("{\"targetId\":\"T2\"}");
            browser.chrome.end("killed");
        });

        assertThatThrownBy(() -> browser.scope.newPage("C1")).isInstanceOf(SessionDetachedException.class);
    }

    @Test
    void a_child_that_comes_when_its_parent_is_gone_already() {
        browser.attached(PAGE, "F1", "TF", "iframe", "http://x/", "");
        var frame = (DefaultCDPSession) browser.page.children().get(0);
        frame.end(new Answer.Gone(DetachReason.DETACHED, "")); // by us, while Chrome is saying:

        browser.attached("F1", "W1", "TW", "worker", "http://x/w.js", "");

        assertThat(browser.scope.sessions())
                .filteredOn(session -> session.id().value().equals("W1"))
                .singleElement()
                .satisfies(worker -> assertThat(worker.isAttached()).isFalse());
        assertThat(frame.children()).isEmpty();
    }

    @Test
    void everybody_is_told_once() {
        List<String> told = Collections.synchronizedList(new ArrayList<>());
        browser.page.onDetached(reason -> told.add("before " + reason));
        browser.page.onDetached(reason -> {
            throw new IllegalStateException("handler");
        });

        browser.detached("", PAGE);
        browser.detached("", PAGE);
        var last = new CompletableFuture<DetachReason>();
        browser.page.onDetached(last::complete);

        assertThat(last.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo(DetachReason.TARGET_CLOSED);
        assertThat(told).containsExactly("before TARGET_CLOSED");
        assertThat(browser.scope.takeHandlerFailures())
                .extracting(Throwable::getMessage)
                .containsExactly("handler");
    }

    /** A handler runs beside the reader, which goes on: of many, some would look before the reader has come to an end. */
    @Test
    void who_is_told_finds_the_child_gone() {
        for (int i = 0; i < 500; i++) {
            browser.attached(PAGE, "W" + i, "T", "worker", "http://x/w.js", "");
            var seen = new CompletableFuture<List<CDPSession>>();
            browser.page.children().get(0).onDetached(reason -> seen.complete(browser.page.children()));

            browser.detached(PAGE, "W" + i);

            assertThat(seen.orTimeout(30, TimeUnit.SECONDS).join()).isEmpty();
        }
    }

    @Test
    void the_browser_session_cannot_be_detached() {
        assertThatThrownBy(() -> browser.scope.browserSession().detach())
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "the browser session cannot be detached: it ends with the connection, when the test class is done");
    }

    @Test
    void waits_for_children_end_too() {
        assertThatThrownBy(() -> browser.page.awaitChild(any -> true, () -> browser.detached("", PAGE)))
                .hasMessage("Protocol error (waiting for a child): its target was closed");
        assertThat(new Target("", "browser", ""))
                .isEqualTo(browser.scope.browserSession().target());
    }

    private CompletableFuture<JsonNode> pending(CDPSession session) {
        browser.chrome.silent("A.silent");
        return session.sendAsync("A.silent", null);
    }

    private static void assertEnd(CompletableFuture<JsonNode> pending, DetachReason reason, String because) {
        assertEnd(pending, reason, "A.silent", because);
    }

    private static void assertEnd(
            CompletableFuture<JsonNode> pending, DetachReason reason, String method, String because) {
        assertThatThrownBy(() -> pending.get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .hasMessage("Protocol error (%s): %s", method, because)
                .extracting(failure -> ((SessionDetachedException) failure).reason())
                .isEqualTo(reason);
    }

    private static void assertRefused(CDPSession session, String because) {
        assertThat(session.isAttached()).isFalse();
        assertThat(session.detachReason()).isPresent();
        assertThat(session.detachSentence()).isEqualTo(because);
        assertThatThrownBy(() -> session.send("Page.navigate"))
                .hasMessage("Protocol error (Page.navigate): " + because);
        assertThatThrownBy(() -> session.await("A.event"))
                .hasMessage("Protocol error (waiting for A.event): " + because);
    }
}
