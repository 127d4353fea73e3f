package io.github.withcdp.internal.session;

import static io.github.withcdp.internal.session.ScriptedBrowser.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.protocol.CommandTimeoutException;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionDetachedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of commands. */
@Timeout(60)
class CommandTests {

    private static final Duration SHORT = Duration.ofMillis(50);

    private final ScriptedBrowser browser = ScriptedBrowser.start();

    record Version(String product, int number) {}

    record Broken(int number) {
        @Override
        public int number() {
            throw new IllegalStateException("no number");
        }
    }

    public static final class Bean {
        private String url = "about:blank";

        public String getUrl() {
            return url;
        }

        public void setUrl(String url) {
            this.url = url;
        }
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void are_answered() {
        browser.chrome.answer("A.b", "{\"a\":[1]}");

        assertThat(browser.page.send("A.b")).isEqualTo(Json.read("{\"a\":[1]}"));
        assertThat(browser.chrome.only("A.b").session()).isEqualTo(PAGE);
        assertThat(browser.chrome.only("A.b").text()).doesNotContain("params");
    }

    @Test
    void take_maps_trees_records_and_beans() {
        for (var params : List.of(Map.of("url", "about:blank"), Json.read("{\"url\":\"about:blank\"}"), new Bean())) {
            browser.page.send("A.b", params);
        }
        browser.page.send("A.c", new Version("x", 1));
        browser.page.send("A.d", Json.read("null"));
        browser.page.send("A.d", null, Duration.ofSeconds(30));

        assertThat(browser.chrome.sent("A.b"))
                .hasSize(3)
                .allSatisfy(command -> assertThat(command.params()).isEqualTo(Json.read("{\"url\":\"about:blank\"}")));
        assertThat(browser.chrome.only("A.c").params()).isEqualTo(Json.read("{\"product\":\"x\",\"number\":1}"));
        assertThat(browser.chrome.sent("A.d"))
                .hasSize(2)
                .allSatisfy(
                        command -> assertThat(command.params().isMissingNode()).isTrue());
    }

    @Test
    void refuse_params_that_are_no_object() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> browser.page.send("A.b", "text"))
                .withMessage(
                        "the params of A.b must be an object (a Map, a JSON object, a record or a bean; null for none), but here is a String");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> browser.page.send("A.b", List.of(1, 2)))
                .withMessageEndingWith("but here is a list of 2");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> browser.page.send("A.b", new int[3]))
                .withMessageEndingWith("but here is an array of 3");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> browser.page.send("A.b", Json.read("[]")))
                .withMessageEndingWith("but here is a ArrayNode");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> browser.page.send("A.b", Duration.ZERO))
                .withMessageEndingWith("but here is a Duration");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> browser.page.send("A.b", TimeUnit.DAYS))
                .withMessageContaining("but here is a TimeUnit");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> browser.page.send("A.b", Map.of("a", new Broken(1))))
                .withMessageStartingWith(
                        "the params of A.b, a java.util.ImmutableCollections$Map1, cannot be written as JSON: ")
                .withMessageContaining("no number");
        assertThat(browser.chrome.sent("A.b")).isEmpty();
    }

    @Test
    void refuse_a_method_without_a_domain() {
        for (var method :
                List.of("", "navigate", "Page.", ".navigate", "Page navigate", "Page.navigate ", "Página.x")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> browser.page.send(method))
                    .withMessage(
                            "\"%s\" is no method of the protocol: write its domain, a dot and its name, as in \"Page.navigate\"",
                            method);
        }
    }

    @SuppressWarnings({"NullAway", "TypeParameterUnusedInFormals"}) // what nobody should give, and somebody does
    private static <T> T nothing() {
        return null;
    }

    @Test
    void refuse_null_at_once() {
        var page = browser.page;
        Map<String, ThrowingCallable> calls = Map.ofEntries(
                Map.entry(
                        "a method of the protocol, as in \"Page.navigate\",",
                        () -> page.send(CommandTests.<String>nothing())),
                Map.entry("a time limit", () -> page.send("A.b", null, CommandTests.<Duration>nothing())),
                Map.entry("a handler of A.on", () -> page.on("A.on", nothing())),
                Map.entry("a handler of A.once", () -> page.once("A.once", nothing())),
                Map.entry("a handler", () -> page.onEvent(nothing())),
                Map.entry("a handler\0of the end", () -> page.onDetached(nothing())),
                Map.entry("an action", () -> page.await("A.b", CommandTests.<Runnable>nothing())),
                Map.entry("a condition", () -> page.await("A.b", nothing(), () -> {})),
                Map.entry("a condition\0of a child", () -> page.awaitChild(nothing(), () -> {})),
                Map.entry("an action\0with a child", () -> page.awaitChild(target -> true, nothing())),
                Map.entry("the id of a target", () -> page.attach(nothing())),
                Map.entry("a URL", () -> page.navigate(nothing())),
                Map.entry("an expression", () -> page.evaluate(nothing())),
                Map.entry("a type", () -> page.evaluate("1", CommandTests.<Class<String>>nothing())));

        calls.forEach((what, call) -> assertThatIllegalArgumentException()
                .as(what)
                .isThrownBy(call)
                .withMessage(what.replaceFirst("\0.*", "") + " must be given, but is null"));
    }

    @Test
    void say_that_a_worker_is_one() {
        var worker = browser.page.awaitChild(
                target -> true, () -> browser.attached(PAGE, "W1", "TW", "worker", "http://x/w.js", ""));
        browser.chrome.on("Page.reload", command -> command.error(-32601, "'Page.reload' wasn't found"));

        assertThatThrownBy(() -> worker.send("Page.reload"))
                .hasMessage(
                        "Protocol error (Page.reload): 'Page.reload' wasn't found: this is a worker (worker http://x/w.js), which runs scripts and has no page; what is about a page goes to the session of its page, parent() [code -32601]");
        assertThatThrownBy(() -> browser.scope.browserSession().send("Page.reload"))
                .hasMessageContaining(
                        "wasn't found: this is the session with the browser itself; what is about a page goes to the session of a page [");
        assertThatThrownBy(() -> browser.page.send("Page.reload"))
                .hasMessage("Protocol error (Page.reload): 'Page.reload' wasn't found [code -32601]");
        assertThatThrownBy(() -> worker.navigate("http://x/"))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage(
                        "navigate needs a page, but this is a worker (worker http://x/w.js), which runs scripts and has no page; what is about a page goes to the session of its page, parent()");
        assertThatThrownBy(worker::screenshot).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(worker::awaitLoad).isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void say_why_a_page_that_was_there_does_not_answer() {
        browser.chrome.silent("Runtime.enable").silent("Runtime.runIfWaitingForDebugger");
        var unused = browser.page.sendAsync("Runtime.enable", null);
        unused = browser.page.sendAsync("Runtime.runIfWaitingForDebugger", null);

        assertThat(standstill())
                .containsExactly(
                        "page about:blank does not run: it may be frozen or discarded in the background, which Target.activateTarget ends, stopped in a debugger, or busy (an endless loop?)");
    }

    @Test
    @Tag("faults")
    void name_the_domain_that_cannot_be_enabled() {
        browser.chrome.silent("Runtime.enable").silent("Page.enable");
        var unused = browser.page.sendAsync("Runtime.enable", null);
        unused = browser.page.sendAsync("Page.enable", null);
        browser.page.send("Runtime.runIfWaitingForDebugger");

        assertThat(standstill())
                .containsExactly(
                        "page about:blank has not answered Runtime.enable and Page.enable; leave out what it cannot enable: domains (withcdp.domains)");
    }

    private List<String> standstill() {
        var page = (DefaultCDPSession) browser.page;
        return Hints.standstill(page.state(), page.commands().unanswered());
    }

    @Test
    void say_that_there_are_no_metrics_before_they_are_enabled() {
        browser.chrome.answer("Performance.getMetrics", "{\"metrics\":[]}");
        var log = Logger.getLogger(ResultWarning.class.getName());
        var said = new ArrayList<String>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord told) {
                said.add(told.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        log.addHandler(handler);
        log.setUseParentHandlers(false);
        try {
            browser.page.send("Performance.getMetrics");
            browser.page.send("Performance.enable");
            browser.page.send("Performance.getMetrics");
        } finally {
            log.removeHandler(handler);
            log.setUseParentHandlers(true);
        }

        assertThat(said)
                .containsExactly(
                        "Performance.getMetrics gave no metrics, because Performance.enable has not been sent in this session");
    }

    @Test
    void refuse_a_limit_of_nothing() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> browser.page.send("A.b", null, Duration.ZERO))
                .withMessage("a time limit must be longer than nothing, but is PT0S");
        assertThat(browser.page.send("A.b", null, Duration.ofSeconds(Long.MAX_VALUE)))
                .isEmpty();
    }

    @Test
    void bind_results() {
        browser.chrome.answer("A.b", "{\"product\":\"Chrome\",\"number\":1,\"new\":true}");

        assertThat(browser.page.send("A.b", null, Version.class)).isEqualTo(new Version("Chrome", 1));
    }

    @Test
    void say_what_does_not_fit() {
        browser.chrome.answer("A.b", "{\"product\":\"Chrome\",\"number\":\"one\"}");

        assertThatThrownBy(() -> browser.page.send("A.b", null, Version.class))
                .isInstanceOf(CDPException.class)
                .hasMessageStartingWith("The result of A.b does not fit " + Version.class.getName() + ": ")
                .hasMessageEndingWith("; it was {\"product\":\"Chrome\",\"number\":\"one\"}");
    }

    @Test
    void fail_with_the_words_of_Chrome() {
        browser.chrome.on("A.b", command -> command.error(-32601, "'A.b' wasn't found"));

        assertThatThrownBy(() -> browser.page.send("A.b"))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage("Protocol error (A.b): 'A.b' wasn't found [code -32601]")
                .satisfies(failure -> assertThat(failure.getStackTrace())
                        .anyMatch(frame -> frame.getClassName().equals(CommandTests.class.getName())));
    }

    @Test
    void say_where_the_page_went() {
        browser.chrome.on("A.b", command -> {
            browser.event("Page.frameNavigated", "{\"frame\":{\"id\":\"T1\",\"url\":\"http://x/y\"}}");
            command.error(-32000, "Inspected target navigated or closed");
        });

        assertThatThrownBy(() -> browser.page.send("A.b"))
                .hasMessage(
                        "Protocol error (A.b): Inspected target navigated or closed: the page is now http://x/y [code -32000]");
    }

    @Test
    void say_where_the_page_is_going() {
        browser.event("Page.frameNavigated", "{\"frame\":{\"id\":\"T1\",\"url\":\"http://x/before\"}}");
        browser.chrome.on("A.b", command -> {
            browser.event("Network.requestWillBeSent", navigation("http://x/y"));
            command.error(-32000, "Inspected target navigated or closed");
        });

        assertThatThrownBy(() -> browser.page.send("A.b"))
                .hasMessage(
                        "Protocol error (A.b): Inspected target navigated or closed: the page was navigating to http://x/y [code -32000]");
    }

    @Test
    void do_not_say_where_the_page_was_before() {
        browser.event("Page.frameNavigated", "{\"frame\":{\"id\":\"T1\",\"url\":\"http://x/before\"}}");
        browser.chrome.on("A.b", command -> command.error(-32000, "Inspected target navigated or closed"));

        assertThatThrownBy(() -> browser.page.send("A.b"))
                .hasMessage("Protocol error (A.b): Inspected target navigated or closed [code -32000]");
    }

    private static String navigation(String url) {
        return "{\"requestId\":\"L1\",\"loaderId\":\"L1\",\"frameId\":\"T1\",\"type\":\"Document\",\"request\":{\"url\":\"%s\"}}"
                .formatted(url);
    }

    @Test
    @Tag("faults")
    void name_the_navigation_that_holds_them_up() {
        browser.chrome.silent("A.b");
        browser.event("Network.requestWillBeSent", navigation("http://x/y"));

        assertThatThrownBy(() -> browser.page.send("A.b", null, SHORT))
                .extracting(
                        failure -> String.valueOf(failure.getMessage()).replaceFirst("for \\S+ m?s ago", "for … ago"))
                .isEqualTo("""
                        Protocol error (A.b): no answer within 50 ms
                          - the page is navigating, and Chrome may not answer before the server does: waiting for http://x/y (Document), asked for … ago and not answered
                          - give the command more time: send(method, params, Duration), or withcdp.timeout for all of them""");
    }

    @Test
    void fail_if_the_result_is_no_JSON() {
        browser.chrome.answer("A.b", "{\"a\":nonsense}");

        assertThatThrownBy(() -> browser.page.send("A.b"))
                .isInstanceOf(CDPException.class)
                .hasMessageStartingWith("The result cannot be read: Unrecognized token 'nonsense'");
    }

    @Test
    void time_out_and_say_what_they_know() {
        browser.chrome.silent("A.b");

        assertThatThrownBy(() -> browser.page.send("A.b", null, SHORT))
                .isInstanceOf(CommandTimeoutException.class)
                .hasMessage("""
                        Protocol error (A.b): no answer within 50 ms
                          - the target is page about:blank; it may be busy (an endless loop?)
                          - give the command more time: send(method, params, Duration), or withcdp.timeout for all of them""");
        browser.chrome.only("A.b").result("{}");
        assertThat(browser.page.send("A.c")).isEmpty();
        assertThat(browser.page.recording().messages())
                .anyMatch(message -> message.isAnswer() && message.method().equals("A.b"));
    }

    @Test
    void name_in_a_timeout_what_may_be_in_the_way() {
        browser.chrome.silent("A.b").silent("A.c");
        browser.page.on("Page.javascriptDialogOpening", dialog -> {});
        browser.event("Page.javascriptDialogOpening", "{\"type\":\"confirm\",\"message\":\"Sure?\"}");
        browser.event("Debugger.paused", "{}");
        browser.event("Fetch.requestPaused", "{\"requestId\":\"1\"}");
        var other = browser.page.sendAsync("A.c", null);

        assertThatThrownBy(() -> browser.page.send("A.b", null, SHORT))
                .isInstanceOf(CommandTimeoutException.class)
                .extracting(
                        failure -> String.valueOf(failure.getMessage()).replaceFirst("sent \\S+ m?s ago", "sent … ago"))
                .isEqualTo("""
                        Protocol error (A.b): no answer within 50 ms
                          - a dialog is open and waits for Page.handleJavaScriptDialog: confirm("Sure?")
                          - the debugger is paused and waits for Debugger.resume
                          - 1 request(s) paused by Fetch.requestPaused wait for Fetch.continueRequest, fulfillRequest or failRequest
                          - A.c #%d, sent … ago, is not answered either
                          - give the command more time: send(method, params, Duration), or withcdp.timeout for all of them""".formatted(browser.chrome.only("A.c").id()));
        assertThat(other).isNotDone();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Debugger.resume", "Debugger.stepOver", "Debugger.disable"})
    void know_by_the_answer_that_a_debugger_has_let_go(String method) {
        browser.chrome.silent("A.b");
        stopInDebugger();
        browser.page.send(method); // whose event, if any, has not come yet

        assertThatThrownBy(() -> browser.page.send("A.b", null, SHORT))
                .isInstanceOf(CommandTimeoutException.class)
                .hasMessageNotContaining("the debugger is paused");
    }

    @Test
    void believe_a_debugger_that_has_not_let_go() {
        browser.chrome.silent("A.b").on("Debugger.resume", command -> command.error(-32000, "no"));
        stopInDebugger();
        assertThatThrownBy(() -> browser.page.send("Debugger.resume")).isInstanceOf(CommandFailedException.class);

        assertThatThrownBy(() -> browser.page.send("A.b", null, SHORT))
                .hasMessageContaining("the debugger is paused and waits for Debugger.resume");
    }

    @Test
    void know_a_debugger_that_stops_again_before_it_is_known_to_have_let_go() {
        browser.chrome.silent("A.b").on("Debugger.stepOver", command -> {
            browser.event("Debugger.resumed", "{}");
            browser.event("Debugger.paused", "{}");
            command.result("{}");
        });
        stopInDebugger();
        browser.page.send("Debugger.stepOver");

        assertThatThrownBy(() -> browser.page.send("A.b", null, SHORT))
                .hasMessageContaining("the debugger is paused and waits for Debugger.resume");
    }

    private void stopInDebugger() {
        browser.event("Debugger.paused", "{}");
        browser.page.send("A.c"); // before whose answer it came
    }

    @Test
    void suspect_in_a_timeout_only_what_can_be() {
        browser.chrome.silent("A.b").silent("Runtime.evaluate");
        browser.chrome.dropLargeAnswers();

        assertThatThrownBy(() -> browser.page.send("A.b", null, SHORT))
                .hasMessageContaining(
                        "it may be busy (an endless loop?), or the answer larger than the 256 MiB that Chrome sends over a WebSocket\n");
        browser.chrome.only("A.b").result("{}");
        assertThatThrownBy(() -> browser.page.evaluate("1", SHORT))
                .hasMessageContaining(
                        "it may be busy (an endless loop?), or the promise that is waited for not settled yet, or the answer");
    }

    @Test
    void time_out_in_the_browser_session_too() {
        browser.chrome.silent("A.b");

        assertThatThrownBy(() -> browser.scope.browserSession().send("A.b", null, SHORT))
                .hasMessageContaining(
                        "\n  - the target is browser; its process may be stopped, or short of time on a busy machine\n");
    }

    @Test
    void give_way_to_an_interrupt_and_keep_it() throws Exception {
        var sent = new CountDownLatch(1);
        browser.chrome.on("A.b", command -> sent.countDown());
        var failure = new CompletableFuture<Throwable>();
        var caller = new Thread(() -> {
            try {
                browser.page.send("A.b");
            } catch (CDPException interrupted) {
                failure.complete(
                        Thread.currentThread().isInterrupted() ? interrupted : new AssertionError("forgotten"));
            }
        });
        caller.start();
        assertThat(sent.await(30, TimeUnit.SECONDS)).isTrue();

        caller.interrupt();

        assertThat(failure.get(30, TimeUnit.SECONDS))
                .hasMessage("Interrupted while waiting for the answer to A.b, as a @Timeout of the test does")
                .hasCauseInstanceOf(InterruptedException.class);
    }

    @Test
    void complete_futures() throws Exception {
        browser.chrome.answer("A.b", "{\"a\":1}").on("A.c", command -> command.error(-1, "no"));

        assertThat(browser.page.sendAsync("A.b", null).get(30, TimeUnit.SECONDS))
                .isEqualTo(Json.read("{\"a\":1}"));
        assertThatThrownBy(() -> browser.page.sendAsync("A.c", null).get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(CommandFailedException.class);
    }

    @Test
    void time_out_in_futures_with_a_limit_of_their_own() {
        browser.chrome.silent("A.b");

        assertThatThrownBy(() -> browser.page.sendAsync("A.b", null, SHORT).get(30, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(CommandTimeoutException.class)
                .hasMessageStartingWith("Protocol error (A.b): no answer within 50 ms");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> browser.page.sendAsync("A.b", null, Duration.ZERO))
                .withMessage("a time limit must be longer than nothing, but is PT0S");
    }

    @Test
    void fail_futures_when_the_page_goes() {
        browser.chrome.silent("A.b");
        var pending = browser.page.sendAsync("A.b", null);

        browser.detached("", PAGE);

        assertThatThrownBy(() -> pending.get(30, TimeUnit.SECONDS))
                .cause()
                .isInstanceOf(SessionDetachedException.class)
                .extracting(failure -> ((SessionDetachedException) failure).reason())
                .isEqualTo(DetachReason.TARGET_CLOSED);
    }

    @Test
    void fail_futures_after_the_end_of_everything() {
        browser.close();

        assertThatThrownBy(() -> browser.page.sendAsync("A.b", null).get(30, TimeUnit.SECONDS))
                .cause()
                .hasMessage("Protocol error (A.b): the browser was closed");
        assertThatThrownBy(() -> browser.page.send("A.b")).hasMessage("Protocol error (A.b): the browser was closed");
        assertThat(browser.page.isAttached()).isFalse();
        var told = new CompletableFuture<DetachReason>();
        browser.page.onDetached(told::complete);
        assertThat(told.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo(DetachReason.BROWSER_CLOSED);
    }

    @Test
    void are_refused_in_a_scope_that_begins_after_the_end() {
        browser.close();
        var late = browser.conversation.newScope().browserSession();

        assertThat(late.isAttached()).isFalse();
        assertThatThrownBy(() -> late.await("A.b")).isInstanceOf(SessionDetachedException.class);
    }

    @Test
    void may_go_on_in_the_continuation_of_a_future() throws Exception {
        var both = browser.page.sendAsync("A.b", null).thenApply(result -> browser.page.send("A.c"));

        assertThat(both.get(30, TimeUnit.SECONDS)).isEmpty();
    }
}
