package io.github.withcdp.internal.session;

import static io.github.withcdp.internal.session.ScriptedBrowser.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.ScriptedTransport;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.EventTimeoutException;
import io.github.withcdp.protocol.SessionDetachedException;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sessions as they come and go, and dialogs. */
@Timeout(60)
class SessionTreeTests {

    private static final Duration SHORT = Duration.ofMillis(50);

    private ScriptedBrowser browser = ScriptedBrowser.start();

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void a_target_is_set_up_before_it_runs() {
        assertThat(browser.chrome.sent())
                .filteredOn(command -> command.session().equals(PAGE))
                .extracting(ScriptedTransport.Command::method)
                .containsExactly(
                        "Page.enable", "Runtime.enable", "Target.setAutoAttach", "Runtime.runIfWaitingForDebugger");
    }

    @Test
    void a_target_runs_even_if_its_set_up_is_refused() {
        browser.chrome.on("Runtime.enable", command -> command.error(-32601, "no"));

        var worker = browser.page.awaitChild(
                target -> true, () -> browser.attached(PAGE, "W1", "TW", "worker", "http://x/w.js", ""));

        assertThat(worker.parent()).contains(browser.page);
        assertThat(browser.chrome.sent())
                .filteredOn(command -> command.session().equals("W1"))
                .extracting(ScriptedTransport.Command::method)
                .containsExactly("Runtime.enable", "Target.setAutoAttach", "Runtime.runIfWaitingForDebugger");
    }

    @Test
    void a_shared_worker_that_ends_has_not_crashed() {
        var worker = browser.page.awaitChild(target -> true, () -> {
            browser.attached("", "W1", "TW", "shared_worker", "http://x/w.js", "\"browserContextId\":\"C1\"");
            browser.event("Network.requestWillBeSent", "{\"requestId\":\"TW\"}");
        });
        browser.chrome.silent("A.silent");
        var command = worker.sendAsync("A.silent", Map.of());

        browser.chrome.event("W1", "Inspector.targetCrashed", "{}");
        browser.detached("", "W1");

        assertThatThrownBy(command::join)
                .hasRootCauseInstanceOf(SessionDetachedException.class)
                .hasMessageContaining("closed");
    }

    @Test
    void a_shared_worker_is_no_child_of_who_asks_for_something_else() {
        browser.attached("", "W1", "TW", "shared_worker", "http://x/w.js", "\"browserContextId\":\"C1\"");
        browser.event("Network.requestWillBeSent", "{\"requestId\":\"1.1\"}");

        assertThat(browser.page.children()).isEmpty();
    }

    @Test
    void a_page_is_made_whatever_the_limit_of_commands_is() throws Exception {
        browser.close();
        browser = ScriptedBrowser.start(SHORT);
        var asked = new CompletableFuture<ScriptedTransport.Command>();
        browser.chrome.on("Target.createTarget", asked::complete).silent("A.silent");
        var page = CompletableFuture.supplyAsync(() -> browser.scope.newPage("C1"));
        var command = asked.get(30, TimeUnit.SECONDS);

        assertThatThrownBy(() -> browser.page.send("A.silent")).hasMessageContaining("no answer within 50 ms");
        browser.attached("", "P2", "T2", "page", "about:blank", "\"browserContextId\":\"C1\"");
        command.result("{\"targetId\":\"T2\"}");

        assertThat(page.get(30, TimeUnit.SECONDS).target().id()).isEqualTo("T2");
    }

    @Test
    void a_popup_belongs_to_its_opener_and_outlives_it() {
        var popup = browser.page.awaitChild(target -> target.type().equals("page"), () -> {
            browser.attached("", "P2", "T2", "page", "http://x/", "\"openerId\":\"T1\",\"browserContextId\":\"C1\"");
            browser.chrome.event("P2", "Page.frameNavigated", "{\"frame\":{\"id\":\"T2\",\"url\":\"http://x/\"}}");
        });
        assertThat(popup.parent()).contains(browser.page);
        assertThat(browser.page.children()).containsExactly(popup);

        browser.detached("", PAGE);

        assertThat(popup.isAttached()).isTrue();
        assertThat(popup.send("A.b")).isEmpty();
    }

    @Test
    void a_popup_is_not_handed_out_before_it_has_a_document() {
        assertThatThrownBy(() -> browser.page.awaitChild(target -> true, SHORT, () -> {
                    browser.event("Page.windowOpen", "{\"url\":\"http://x/\"}");
                    browser.attached("", "P2", "T2", "page", "", "\"openerId\":\"T1\",\"browserContextId\":\"C1\"");
                }))
                .isInstanceOf(EventTimeoutException.class)
                .hasMessage("A child came, but no document of it within 50 ms");
    }

    @Test
    void a_child_is_looked_at_again_when_it_moves() {
        var popup = browser.page.awaitChild(target -> target.url().endsWith("/there"), () -> {
            browser.attached("", "P2", "T2", "page", "", "\"openerId\":\"T1\",\"browserContextId\":\"C1\"");
            browser.chrome.event("P2", "Page.frameNavigated", "{\"frame\":{\"id\":\"T2\",\"url\":\"http://x/there\"}}");
        });

        assertThat(popup.target().url()).isEqualTo("http://x/there");
    }

    @Test
    void a_child_from_before_does_not_count_though_it_moves() {
        browser.attached("", "P2", "T2", "page", "", "\"openerId\":\"T1\",\"browserContextId\":\"C1\"");

        assertThatThrownBy(() -> browser.page.awaitChild(
                        target -> true,
                        SHORT,
                        () -> browser.chrome.event(
                                "P2", "Page.frameNavigated", "{\"frame\":{\"id\":\"T2\",\"url\":\"http://x/\"}}")))
                .isInstanceOf(EventTimeoutException.class)
                .hasMessage("""
                        No child of page about:blank that meets the condition within 50 ms
                          No child came at all""");
    }

    @Test
    void a_wait_tells_which_children_came_instead() {
        assertThatThrownBy(() -> browser.page.awaitChild(target -> false, SHORT, () -> {
                    browser.attached(PAGE, "W1", "TW", "worker", "http://x/w.js", "");
                    browser.attached(PAGE, "F1", "TF", "iframe", "", "");
                }))
                .hasMessageEndingWith("\n  What came: worker http://x/w.js, iframe");
    }

    @Test
    void a_child_that_has_ended_is_no_child_any_more_though_it_moves() {
        browser.attached(PAGE, "F1", "TF", "iframe", "http://x/", "");
        var frame = (DefaultCDPSession) browser.page.children().get(0);
        frame.end(new Answer.Gone(DetachReason.DETACHED, ""));

        browser.chrome.event("F1", "Page.frameNavigated", "{\"frame\":{\"id\":\"TF\",\"url\":\"http://y/\"}}");

        assertThat(browser.page.children()).isEmpty();
    }

    @Test
    void a_service_worker_has_one_session() {
        browser.attached(PAGE, "S1", "TS", "service_worker", "http://x/sw.js", "");
        browser.attached("", "P2", "T2", "page", "http://x/", "\"browserContextId\":\"C1\"");

        browser.attached("P2", "S2", "TS", "service_worker", "http://x/sw.js", "");

        assertThat(browser.page.children())
                .extracting(session -> session.id().value())
                .containsExactly("S1");
        assertThat(browser.scope.sessions())
                .extracting(session -> session.id().value())
                .containsExactly(PAGE, "S1", "P2");
        awaitSent("Target.detachFromTarget", "S2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "null",
                "7",
                "\"text\"",
                "nonsense",
                "{\"sessionId\":\"\",\"targetInfo\":{\"targetId\":\"T9\",\"type\":\"page\"}}",
                "{\"sessionId\":7,\"targetInfo\":7}",
                "{\"sessionId\":\"S9\",\"targetInfo\":{}}",
                "{\"sessionId\":\"S\\\",\\\"9\",\"targetInfo\":{\"targetId\":\"T9\",\"type\":\"page\"}}",
                "{\"sessionId\":{\"a\":1},\"targetInfo\":{\"targetId\":[],\"type\":null}}",
                "{\"sessionId\":\"0123456789ABCDEF0123456789ABCDEF\",\"targetInfo\":{\"targetId\":\"T9\",\"type\":\"page\"}}"
            })
    void nonsense_is_recorded_and_disturbs_nobody(String params) {
        for (var method : List.of(
                "Target.attachedToTarget",
                "Target.detachedFromTarget",
                "Page.frameNavigated",
                "Page.javascriptDialogClosed",
                "Fetch.requestPaused")) {
            if (method.equals("Target.detachedFromTarget") && params.contains(PAGE)) {
                continue; // that would make sense
            }
            long before = browser.recorder.position();
            browser.chrome.event("", method, params);
            browser.chrome.event(PAGE, method, params);
            assertThat(browser.recorder.stream(before, session -> true))
                    .filteredOn(message -> message.method().equals(method))
                    .hasSize(2);
        }

        assertThat(browser.page.send("A.b")).isEmpty();
        assertThat(browser.scope.browserSession().send("A.b")).isEmpty();
        assertThat(browser.scope.sessions()).containsExactly(browser.page);
        assertThat(browser.scope.recording().messages()).isNotEmpty();
        browser.detached("", PAGE);
        assertThat(browser.page.isAttached()).isFalse();
    }

    @Test
    void a_message_that_is_no_JSON_does_not_break_the_recording_of_a_test() {
        browser.chrome.receive("nonsense");
        browser.chrome.receive("[".repeat(1_000_000));

        assertThat(browser.scope.recording().messages()).isNotEmpty();
        assertThat(browser.scope.browserSession().events().list()).isNotEmpty();
        assertThat(browser.page.send("A.b")).isEmpty();
    }

    @Test
    void a_dialog_that_nobody_handles_is_dismissed() {
        browser.event("Page.javascriptDialogOpening", "{\"type\":\"confirm\",\"message\":\"Sure?\"}");

        assertThat(awaitSent("Page.handleJavaScriptDialog", "")
                        .params()
                        .path("accept")
                        .asBoolean())
                .isFalse();
    }

    @Test
    void a_question_before_unload_is_accepted() {
        browser.event("Page.javascriptDialogOpening", "{\"type\":\"beforeunload\",\"message\":\"\"}");

        assertThat(awaitSent("Page.handleJavaScriptDialog", "")
                        .params()
                        .path("accept")
                        .asBoolean())
                .isTrue();
    }

    @Test
    void a_dialog_is_left_to_a_handler_or_a_wait() {
        browser.page.once("Page.javascriptDialogOpening", dialog -> {});
        browser.event("Page.javascriptDialogOpening", "{\"type\":\"alert\",\"message\":\"\"}");
        browser.event("Page.javascriptDialogClosed", "{}");
        browser.page.send("A.b");
        browser.page.await(
                "Page.javascriptDialogOpening",
                () -> browser.event("Page.javascriptDialogOpening", "{\"type\":\"alert\",\"message\":\"\"}"));
        browser.event("Page.javascriptDialogClosed", "{}");
        browser.page.send("A.b");
        assertThat(browser.chrome.sent("Page.handleJavaScriptDialog")).isEmpty();

        browser.event("Page.javascriptDialogOpening", "{\"type\":\"alert\",\"message\":\"\"}");

        awaitSent("Page.handleJavaScriptDialog", "");
    }

    @Test
    void a_dialog_after_a_crash_is_dismissed_again() {
        browser.event("Page.javascriptDialogOpening", "{\"type\":\"alert\",\"message\":\"\"}");
        awaitSent("Page.handleJavaScriptDialog", "");
        browser.event("Inspector.targetCrashed", "{}");
        browser.event("Inspector.targetReloadedAfterCrash", "{}");
        var again = new CountDownLatch(1);
        browser.chrome.on("Page.handleJavaScriptDialog", command -> again.countDown());

        browser.event("Page.javascriptDialogOpening", "{\"type\":\"alert\",\"message\":\"\"}");

        assertThat(await(again)).isTrue();
    }

    @Test
    void a_dialog_of_a_page_of_somebody_else_is_left_alone() {
        browser.close();
        browser = ScriptedBrowser.join();
        var joined = join(browser.scope, "J1");
        browser.attached("J1", "F1", "TF", "iframe", "http://frame/", "");
        browser.attached("", "P1", "TP", "page", "http://popup/", "\"openerId\":\"TJ\"");

        for (var session : List.of("J1", "F1", "P1")) {
            browser.chrome.event(session, "Page.javascriptDialogOpening", "{\"type\":\"alert\",\"message\":\"\"}");
        }
        browser.event("Page.javascriptDialogOpening", "{\"type\":\"alert\",\"message\":\"\"}");

        assertThat(awaitSent("Page.handleJavaScriptDialog", "").session()).isEqualTo(PAGE);
        assertThat(browser.chrome.sent("Page.handleJavaScriptDialog")).hasSize(1);
        assertThat(((DefaultCDPSession) joined).state().watch().obstacles())
                .containsExactly("a dialog is open and waits for Page.handleJavaScriptDialog,"
                        + " of the test or of the tool whose page this is: alert(\"\")");
    }

    @Test
    void strangers_are_let_go_at_once_and_not_recorded() {
        browser.close();
        browser = ScriptedBrowser.join();

        browser.attached("", "X1", "TX", "page", "http://bank/", "\"browserContextId\":\"THEIRS\"");
        browser.chrome.event("X1", "Runtime.consoleAPICalled", "{\"secret\":1}");

        var detach = awaitSent("Target.detachFromTarget", "X1");
        assertThat(browser.chrome.sent())
                .as("whoever is in charge of it lets it run")
                .noneMatch(command -> command.session().equals("X1"));
        assertThat(detach.session()).isEmpty();
        browser.detached("", "X1");
        assertThat(browser.recorder.stream(0, session -> true))
                .noneMatch(message -> message.json().contains("X1"));
        assertThat(browser.conversation.browserScope().sessions()).isEmpty();
    }

    @Test
    void a_worker_of_strangers_runs() {
        browser.close();
        browser = ScriptedBrowser.join();

        browser.attached("", "X1", "TX", "shared_worker", "http://bank/", "\"browserContextId\":\"THEIRS\"");

        awaitSent("Target.detachFromTarget", "X1");
        assertThat(browser.chrome.sent())
                .filteredOn(command -> command.session().equals("X1"))
                .extracting(ScriptedTransport.Command::method)
                .containsExactly("Runtime.runIfWaitingForDebugger");
    }

    @Test
    void a_page_joined_again_has_its_popups_in_the_test_that_joined_it_last() {
        browser.close();
        browser = ScriptedBrowser.join();
        join(browser.scope, "J1");
        browser.scope.close();
        var next = browser.conversation.newScope();
        var page = join(next, "J2");

        browser.attached("", "P2", "T2", "page", "http://x/", "\"openerId\":\"TJ\",\"browserContextId\":\"THEIRS\"");

        assertThat(page.children()).hasSize(1);
        assertThat(next.sessions()).hasSize(2);
    }

    @Test
    void a_popup_of_a_page_that_was_joined_once_is_a_strangers() {
        browser.close();
        browser = ScriptedBrowser.join();
        join(browser.scope, "J1");
        browser.scope.close();

        browser.attached("", "P2", "T2", "page", "http://x/", "\"openerId\":\"TJ\",\"browserContextId\":\"THEIRS\"");

        awaitSent("Target.detachFromTarget", "P2");
        assertThat(browser.chrome.sent()).noneMatch(command -> command.session().equals("P2"));
    }

    private CDPSession join(Scope scope, String session) {
        browser.chrome.on("Target.attachToTarget", command -> {
            browser.attached("", session, "TJ", "page", "http://theirs/", "\"browserContextId\":\"THEIRS\"");
            command.result("{\"sessionId\":\"%s\"}".formatted(session));
        });
        browser.chrome.on("Target.detachFromTarget", command -> {
            browser.detached("", command.params().path("sessionId").asString());
            command.result("{}");
        });
        return scope.attach("TJ");
    }

    /** Wait until a command has been sent, as another thread does. */
    private ScriptedTransport.Command awaitSent(String method, String session) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            var found = browser.chrome.sent(method).stream()
                    .filter(command ->
                            command.params().path("sessionId").asString("").equals(session))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
            assertThat(System.nanoTime() - end).as("%s is sent", method).isNegative();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(1));
        }
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException interrupt) {
            throw new AssertionError(interrupt);
        }
    }
}
