package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.session.CDPSession;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;

/** Pauses in Chromium, and somebody who looks at the page meanwhile, as DevTools do it: as a client of their own. */
@Timeout(180)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PauseChromiumTests {

    private final SharedChromium chromium = SharedChromium.start();
    private TypedConsole console;
    private Conversation conversation;
    private Conversation devTools;
    private CDPSession page;

    @BeforeAll
    void connect() {
        devTools = chromium.converse(chromium.theirRecorder, false, "devtools");
    }

    @BeforeEach
    void newPage() {
        console = new TypedConsole();
        if (conversation != null) {
            conversation.close();
        }
        conversation = chromium.converse(
                chromium.recorder,
                true,
                "paused",
                new Pausing(console, target -> "DevTools: of " + target.id(), () -> Optional.of("http://monitor/")));
        var scope = conversation.newScope();
        page = scope.newPage(scope.newContext());
    }

    @AfterAll
    void close() {
        conversation.close();
        devTools.close();
        chromium.close();
    }

    @Test
    void waits_for_Enter_and_says_where_to_look() throws Exception {
        page.navigate("data:text/html,<title>a</title>?token=secret");

        var paused = pause(page);

        assertThat(console.line("WithCDP: ")).isEqualTo("WithCDP: the test is paused");
        assertThat(console.line("  at")).isEqualTo("  at page data:text/html,<title>a</title>?…");
        assertThat(console.line("    "))
                .isEqualTo("    DevTools: of " + page.target().id());
        assertThat(console.line("    ")).isEqualTo("    or type resume() into its console to go on");
        assertThat(console.line("  ")).isEqualTo("  All that is said, and commands by hand: http://monitor/");
        assertThat(console.line("  ")).isEqualTo("  Press Enter here to go on");
        assertThat(paused).isNotDone();
        console.pressEnter();
        paused.get(60, TimeUnit.SECONDS);
        assertThat(console.line("WithCDP")).isEqualTo("WithCDP: the test goes on: Enter was pressed");
        assertThat(console.isFree()).isTrue();
    }

    @Test
    void goes_on_when_somebody_types_resume_into_the_console_and_leaves_nothing_behind() throws Exception {
        page.navigate("data:text/html,<title>a</title>");
        long before = chromium.recorder.position();
        var paused = pause(page);
        console.line("  Press");
        var look = look();

        page.onEvent(event -> {
            throw new AssertionError("Nobody but the pause has to know of " + event);
        });
        assertThat(look.evaluate("resume()").asString()).isEqualTo("The test goes on.");

        paused.get(60, TimeUnit.SECONDS);
        assertThat(console.line("WithCDP: the test goes on"))
                .isEqualTo(
                        "WithCDP: the test goes on: it was resumed from the console of page data:text/html,<title>a</title>");
        page.send("Runtime.getIsolateId"); // all that was sent before has been done then
        assertThat(look.evaluate("[typeof resume, Object.keys(globalThis).filter(key => /withcdp/.test(key)).length]")
                        .toString())
                .isEqualTo("[\"undefined\",0]");
        assertThat(page.recording().messages())
                .filteredOn(message -> message.sequence() >= before)
                .extracting(RecordedMessage::method)
                .contains("Runtime.getIsolateId")
                .doesNotContain(
                        "Runtime.addBinding",
                        "Runtime.evaluate",
                        "Runtime.bindingCalled",
                        "Runtime.removeBinding",
                        "Page.addScriptToEvaluateOnNewDocument",
                        "Page.removeScriptToEvaluateOnNewDocument");
        look.detach();
    }

    @Test
    void takes_another_name_if_the_page_has_a_resume_of_its_own() throws Exception {
        page.navigate("data:text/html,<script>function resume() { return 'the page' }</script>");
        var paused = pause(page);

        assertThat(console.line("    or")).isEqualTo("    or type resumeTest() into its console to go on");
        var look = look();
        assertThat(look.evaluate("resume()").asString()).isEqualTo("the page");
        look.evaluate("void resumeTest()");

        paused.get(60, TimeUnit.SECONDS);
        assertThat(page.evaluate("resume()").asString()).isEqualTo("the page");
        look.detach();
    }

    @Test
    void sees_names_that_are_no_properties_of_the_window() throws Exception {
        page.navigate("data:text/html,<script>let resume = 1; const resumeTest = 2, resumeWithCDP = 3</script>");
        var paused = pause(page);

        assertThat(console.line("    nothing"))
                .isEqualTo(
                        "    nothing can be called in its console to go on: the page does not answer, or has functions of all these names");
        console.pressEnter();
        paused.get(60, TimeUnit.SECONDS);
    }

    @Test
    void resume_is_there_after_a_navigation_and_events_go_on_being_recorded() throws Exception {
        var paused = pause(page);
        console.line("  Press");
        var look = look();

        look.navigate("data:text/html,<title>b</title>");
        look.evaluate("console.log('looked at')");
        look.evaluate("void resume()");

        paused.get(60, TimeUnit.SECONDS);
        assertThat(page.recording().console()).extracting("text").contains("looked at");
        page.send("Runtime.getIsolateId"); // all that was sent before has been done then
        look.navigate("data:text/html,<title>c</title>");
        assertThat(look.evaluate("typeof resume").asString()).isEqualTo("undefined");
        look.detach();
    }

    @Test
    void a_binding_of_the_page_is_the_page_s() throws Exception {
        page.send("Runtime.addBinding", Map.of("name", "resume"));
        var called = new CompletableFuture<String>();
        page.on(
                "Runtime.bindingCalled",
                event -> called.complete(event.param("/payload").asString()));
        var paused = pause(page);
        assertThat(console.line("    or")).contains("resumeTest()");

        var look = look();
        look.evaluate("void resume('of the page')");

        assertThat(called.get(60, TimeUnit.SECONDS)).isEqualTo("of the page");
        assertThat(paused).isNotDone();
        console.pressEnter();
        paused.get(60, TimeUnit.SECONDS);
        look.detach();
    }

    @Test
    void ends_with_its_page() throws Exception {
        var paused = pause(page);
        console.line("  Press");

        devTools.browserScope()
                .browserSession()
                .send("Target.closeTarget", Map.of("targetId", page.target().id()));

        paused.get(60, TimeUnit.SECONDS);
        assertThat(console.line("WithCDP: the test goes on"))
                .startsWith("WithCDP: the test goes on: its target was closed: ")
                .contains("another client");
        assertThat(console.isFree()).isTrue();
    }

    @Test
    void ends_with_the_connection() throws Exception {
        var paused = pause(page);
        console.line("  Press");

        conversation.close();

        paused.get(60, TimeUnit.SECONDS);
        assertThat(console.line("WithCDP: the test goes on")).isNotEmpty();
    }

    @Test
    void a_crash_does_not_end_it() throws Exception {
        var paused = pause(page);
        console.line("  Press");
        var look = look();

        page.await("Inspector.targetCrashed", () -> {
            var unused = look.sendAsync("Page.crash", null);
        });

        assertThat(paused).isNotDone();
        console.pressEnter();
        paused.get(60, TimeUnit.SECONDS);
        look.detach();
    }

    @Test
    void an_interrupt_ends_it() throws Exception {
        var outcome = new CompletableFuture<Throwable>();
        var test = new Thread(() -> {
            try {
                page.pause();
            } catch (CDPException failure) {
                outcome.complete(Thread.currentThread().isInterrupted() ? failure : new AssertionError("no flag"));
            }
        });
        test.start();
        console.line("  Press");

        test.interrupt();

        assertThat(outcome.get(60, TimeUnit.SECONDS))
                .hasMessage("Interrupted while pausing, as a @Timeout of the test does");
        assertThat(console.line("WithCDP"))
                .isEqualTo("WithCDP: the pause is over: the test was interrupted, as a @Timeout does");
        assertThat(console.isFree()).isTrue();
    }

    @Test
    void two_pauses_come_one_after_the_other() throws Exception {
        var scope = conversation.newScope();
        var other = scope.newPage(scope.newContext());
        var first = pause(page);
        console.line("  Press");

        var second = pause(other);
        assertThat(console.line("WithCDP"))
                .isEqualTo("WithCDP: the test is paused, and waits until another pause is over");
        console.pressEnter();
        first.get(60, TimeUnit.SECONDS);
        console.line("  Press");
        assertThat(second).isNotDone();
        console.pressEnter();

        second.get(60, TimeUnit.SECONDS);
        assertThat(console.isFree()).isTrue();
    }

    @Test
    void a_pause_that_waits_for_another_ends_with_its_page() throws Exception {
        var scope = conversation.newScope();
        var other = scope.newPage(scope.newContext());
        var first = pause(page);
        console.line("  Press");
        var second = pause(other);
        console.line("WithCDP: the test is paused, and waits");

        other.send("Page.close");

        second.get(60, TimeUnit.SECONDS);
        assertThat(console.line("WithCDP"))
                .isEqualTo("WithCDP: the test goes on: its target was closed: by Page.close");
        assertThat(first).isNotDone();
        console.pressEnter();
        first.get(60, TimeUnit.SECONDS);
    }

    @Test
    void several_pages_are_listed_and_each_of_them_ends_it() throws Exception {
        var scope = conversation.newScope();
        var context = scope.newContext();
        var one = scope.newPage(context);
        var two = scope.newPage(context);
        var paused = CompletableFuture.runAsync(() -> scope.pause("it has failed"));

        assertThat(console.line("WithCDP")).isEqualTo("WithCDP: it has failed");
        assertThat(console.line("    DevTools")).endsWith(one.target().id());
        assertThat(console.line("    DevTools")).endsWith(two.target().id());
        console.line("  Press");
        one.send("Page.close");
        assertThat(paused).isNotDone();
        two.evaluate("void resume()");

        paused.get(60, TimeUnit.SECONDS);
    }

    @Test
    void a_page_that_does_not_answer_is_paused_all_the_same() throws Exception {
        page.send("Debugger.enable");
        page.on("Page.javascriptDialogOpening", event -> {}); // so that it stays
        page.await("Page.javascriptDialogOpening", () -> {
            var unused = page.sendAsync("Runtime.evaluate", Map.of("expression", "alert('still here')"));
        });
        var paused = pause(page);

        assertThat(console.line("    nothing"))
                .isEqualTo(
                        "    nothing can be called in its console to go on: a dialog is open and waits for Page.handleJavaScriptDialog: alert(\"still here\")");
        console.line("  Press");
        console.pressEnter();
        paused.get(60, TimeUnit.SECONDS);
        page.send("Page.handleJavaScriptDialog", Map.of("accept", true));
    }

    @Test
    void does_nothing_without_a_console_and_says_why() {
        console.absentBecause("nobody is there");

        page.pause();

        assertThat(console.remarkMade()).isEqualTo("WithCDP: there is no pause, because nobody is there");
    }

    @Test
    void ends_at_once_for_a_session_that_has_ended() throws Exception {
        page.detach();

        pause(page).get(60, TimeUnit.SECONDS);

        assertThat(page.isAttached()).isFalse();
        var reason = new CompletableFuture<DetachReason>();
        page.onDetached(reason::complete);
        assertThat(reason.get(60, TimeUnit.SECONDS)).isEqualTo(DetachReason.DETACHED);
    }

    private static CompletableFuture<Void> pause(CDPSession session) {
        var paused = new CompletableFuture<Void>();
        var test = new Thread(
                () -> {
                    try {
                        session.pause();
                        paused.complete(null);
                    } catch (RuntimeException failure) {
                        paused.completeExceptionally(failure);
                    }
                },
                "paused-test");
        test.setDaemon(true);
        test.start();
        return paused;
    }

    private CDPSession look() {
        return devTools.newScope().attach(page.target().id());
    }
}
