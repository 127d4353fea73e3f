package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.internal.connection.ConnectionEnd;
import io.github.withcdp.internal.connection.ScriptedTransport;
import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.schema.Strictness;
import io.github.withcdp.protocol.ChromeUnavailableException;
import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.EventTimeoutException;
import io.github.withcdp.protocol.SessionDetachedException;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.session.Target;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A conversation with one target and no browser above it: the inspector of a JavaScript engine, or a single page. */
@Timeout(60)
class SingleTargetTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final Target PROCESS = new Target("0815", "node", "file:///app.js");
    private static final String CHILD = "0123456789ABCDEF0123456789ABCDEF";

    private final ScriptedTransport remote = ScriptedTransport.withReader("single");
    private final MessageRecorder recorder = MessageRecorder.create();
    private @Nullable Conversation opened;

    @AfterEach
    void close() {
        if (opened != null) {
            opened.close();
        }
        recorder.close();
        remote.close();
    }

    @Test
    void an_inspector_has_one_session_which_is_that_without_id() {
        var scope = inspector().newScope();
        var session = scope.singleTarget().orElseThrow();

        assertThat(session.id()).isEqualTo(SessionId.BROWSER);
        assertThat(session.target()).isEqualTo(PROCESS);
        assertThat(scope.sessions()).containsExactly(session);
        assertThat(scope.browserSession()).isSameAs(session);
        assertThat(opened().version().path("product").asString()).isEqualTo("node.js/v20.20.2");
        assertThat(opened().isWithSingleTarget()).isTrue();
    }

    @Test
    void of_the_domains_only_those_are_enabled_that_it_knows() {
        var scope = inspector().newScope();
        var session = scope.singleTarget().orElseThrow();

        assertThat(scope.recording().commands())
                .extracting(RecordedMessage::method)
                .containsExactly("Runtime.enable", "Network.enable");
        assertThat(remote.only("Network.enable").params()).isEmpty();
        assertThat(session.recording().messages())
                .hasSize(4)
                .noneMatch(message -> message.json().contains("error"));
        assertThat(remote.sent("Page.enable")).isEmpty();
        assertThat(remote.sent("Runtime.runIfWaitingForDebugger")).isEmpty();
    }

    @Test
    void its_events_are_on_record_and_reach_handlers() {
        var scope = inspector().newScope();
        var session = scope.singleTarget().orElseThrow();

        var event = session.await(
                "Runtime.consoleAPICalled", () -> remote.event("", "Runtime.consoleAPICalled", "{\"type\":\"log\"}"));

        assertThat(event.param("/type").asString()).isEqualTo("log");
        assertThat(scope.recording().events().list()).hasSize(1);
        assertThat(session.events().list()).hasSize(1);
    }

    @Test
    void what_was_printed_before_the_test_is_not_retold() {
        var printed = "{\"type\":\"log\",\"args\":[]}";
        remote.on("Runtime.enable", command -> {
            remote.event("", "Runtime.consoleAPICalled", printed);
            context("Created", "\"context\":{\"id\":1,\"auxData\":{\"isDefault\":true}}");
            command.result("{}");
        });

        var scope = inspector().newScope();
        remote.event("", "Runtime.consoleAPICalled", printed);

        assertThat(scope.recording().console()).hasSize(1);
        assertThat(scope.recording()
                        .events()
                        .named("Runtime.executionContextCreated")
                        .list())
                .hasSize(1);
        scope.singleTarget().orElseThrow().send("Runtime.enable");
        assertThat(scope.recording().console()).hasSize(2);
    }

    @Test
    void a_refused_command_says_whom_it_was_sent_to() {
        var session = inspector().newScope().singleTarget().orElseThrow();
        remote.on("Page.reload", command -> command.error(-32601, "'Page.reload' wasn't found"));

        assertThatThrownBy(() -> session.send("Page.reload"))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("node.js/v20.20.2 (node file:///app.js) is no browser, and has no such command");
    }

    @Test
    void an_event_that_does_not_come_is_explained() {
        var session = inspector().newScope().singleTarget().orElseThrow();

        assertThatThrownBy(() -> session.await("Page.loadEventFired", any -> true, Duration.ofMillis(1), () -> {}))
                .isInstanceOf(EventTimeoutException.class)
                .hasMessageContaining("node.js/v20.20.2 (node file:///app.js) has no domain Page");
        assertThatThrownBy(
                        () -> session.await("Network.requestWillBeSent", any -> true, Duration.ofMillis(1), () -> {}))
                .hasMessageContaining("--experimental-network-inspection");
    }

    @Test
    void what_only_a_page_has_is_refused() {
        var session = inspector().newScope().singleTarget().orElseThrow();

        refused("navigate needs a page, but this is node.js/v20.20.2", () -> session.navigate("about:blank"));
        refused("screenshot needs a page", session::screenshot);
        refused("awaitChild needs a page", () -> session.awaitChild(any -> true, () -> {}));
        assertThatThrownBy(session::detach).hasMessageContaining("when the test is done");
    }

    @Test
    void what_only_a_browser_has_is_refused() {
        var scope = inspector().newScope();

        refused("a browser context needs a browser, but this is node.js/v20.20.2", scope::newContext);
        refused("a further page needs a browser", () -> scope.newPage("1"));
        refused("targets needs a browser", scope::targets);
        refused("attach needs a browser", () -> scope.attach("1"));
        refused("joinPage needs a page", scope::joinPage);
    }

    @Test
    void a_process_that_has_finished_ends_everything() {
        var session = inspector().newScope().singleTarget().orElseThrow();
        remote.silent("Runtime.evaluate");
        context("Created", "\"context\":{\"id\":7,\"auxData\":{\"isDefault\":true}}");
        var pending = session.sendAsync("Runtime.evaluate", Map.of("expression", "process.exit()"));

        context("Destroyed", "\"executionContextId\":7");

        assertThatThrownBy(pending::join)
                .cause()
                .isInstanceOf(SessionDetachedException.class)
                .hasMessageContaining("its target was closed: its process has run to its end or was told to exit");
        assertThat(session.isAttached()).isFalse();
        assertThat(opened().end()).map(ConnectionEnd::reason).contains(DetachReason.TARGET_CLOSED);
    }

    @Test
    void a_context_that_a_script_has_made_comes_and_goes() {
        var session = inspector().newScope().singleTarget().orElseThrow();
        context("Created", "\"context\":{\"id\":7,\"auxData\":{\"isDefault\":true}}");
        context("Created", "\"context\":{\"id\":8,\"auxData\":{\"isDefault\":false}}");

        context("Destroyed", "\"executionContextId\":8");

        assertThat(session.isAttached()).isTrue();
        assertThat(opened().isOpen()).isTrue();
    }

    @Test
    void an_inspector_of_which_nothing_is_known_is_one_all_the_same() {
        refuseBrowserCommands();
        var conversation = open(InspectorDescription.UNKNOWN);

        var session = conversation.newScope().singleTarget().orElseThrow();

        assertThat(session.target().type()).isEqualTo("node");
        refused("navigate needs a page, but this is the inspector of a JavaScript engine", () -> session.navigate("x"));
    }

    @Test
    void a_page_alone_is_set_up_as_other_pages_are() {
        var scope = page().newScope();
        var session = scope.singleTarget().orElseThrow();

        assertThat(session.id()).isEqualTo(SessionId.BROWSER);
        assertThat(session.target()).isEqualTo(new Target("T1", "page", "https://a.test/"));
        assertThat(scope.joinPage()).isSameAs(session);
        assertThat(scope.recording().commands())
                .extracting(RecordedMessage::method)
                .containsExactly("Page.enable", "Runtime.enable", "Network.enable", "Target.setAutoAttach");
        assertThat(opened().version().path("product").asString()).isEqualTo("Chrome/156");
    }

    @Test
    void the_workers_of_a_page_alone_are_its_children() {
        var scope = page().newScope();
        var session = scope.singleTarget().orElseThrow();

        var child = session.awaitChild(
                target -> target.type().equals("worker"),
                () -> remote.event(
                        "",
                        "Target.attachedToTarget",
                        "{\"sessionId\":\"%s\",\"targetInfo\":{\"targetId\":\"W1\",\"type\":\"worker\",\"url\":\"w.js\"},\"waitingForDebugger\":true}"
                                .formatted(CHILD)));

        assertThat(child.parent()).contains(session);
        assertThat(session.children()).containsExactly(child);
        assertThat(scope.recording().events().named("Target.attachedToTarget").list())
                .hasSize(1);
        assertThat(remote.only("Runtime.runIfWaitingForDebugger").session()).isEqualTo(CHILD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"context", "page", "targets", "attach"})
    void a_page_alone_has_no_browser(String what) {
        var scope = page().newScope();
        Map<String, Consumer<Scope>> calls = Map.of(
                "context",
                Scope::newContext,
                "page",
                any -> any.newPage("1"),
                "targets",
                Scope::targets,
                "attach",
                any -> any.attach("1"));

        assertThatThrownBy(() -> calls.getOrDefault(what, any -> {}).accept(scope))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageContaining(what)
                .hasMessageContaining("the endpoint is the URL of one page alone (page https://a.test/)")
                .hasMessageContaining("with joinPage");
    }

    @Test
    void a_page_alone_that_is_closed_ends_everything() {
        var session = page().newScope().singleTarget().orElseThrow();

        remote.event("", "Inspector.detached", "{\"reason\":\"target_closed\"}");
        remote.end("closed by the other side");

        assertThat(session.isAttached()).isFalse();
        assertThat(opened().end()).hasValueSatisfying(end -> {
            assertThat(end.reason()).isEqualTo(DetachReason.TARGET_CLOSED);
            assertThat(end.detail()).contains("another client", "target_closed");
        });
    }

    @Test
    void a_closed_scope_takes_its_session_with_it() {
        var scope = inspector().newScope();
        var session = scope.singleTarget().orElseThrow();

        scope.close();

        assertThatThrownBy(() -> session.send("Runtime.evaluate"))
                .isInstanceOf(SessionDetachedException.class)
                .hasMessageContaining("the test it belonged to is over");
    }

    @Test
    void a_browser_that_speaks_another_protocol_is_named() {
        for (var method : List.of("Target.getTargetInfo", "Target.setAutoAttach", "Browser.getVersion")) {
            remote.on(
                    method,
                    command -> remote.receive(
                            "{\"type\":\"error\",\"id\":%d,\"error\":\"unknown command\",\"message\":\"%s\",\"stacktrace\":\"\"}"
                                    .formatted(command.id(), method)));
        }

        assertThatThrownBy(() -> open(InspectorDescription.UNKNOWN))
                .isInstanceOf(ChromeUnavailableException.class)
                .hasMessageContaining("it does not speak CDP but WebDriver BiDi, as Firefox does")
                .hasMessageContaining("unknown command")
                .hasMessageContaining("WithCDP needs Chrome");
    }

    private Conversation opened() {
        return Objects.requireNonNull(opened);
    }

    private static void refused(String beginning, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessageStartingWith(beginning);
    }

    private void context(String what, String params) {
        remote.event("", "Runtime.executionContext" + what, "{" + params + "}");
    }

    private void refuseBrowserCommands() {
        for (var method :
                List.of("Target.getTargetInfo", "Target.setAutoAttach", "Browser.getVersion", "Page.disable")) {
            remote.on(method, command -> command.error(-32601, "'" + method + "' wasn't found"));
        }
    }

    private Conversation inspector() {
        refuseBrowserCommands();
        return open(new InspectorDescription("node.js/v20.20.2", "1.1", PROCESS));
    }

    private Conversation page() {
        remote.answer(
                        "Target.getTargetInfo",
                        "{\"targetInfo\":{\"targetId\":\"T1\",\"type\":\"page\",\"url\":\"https://a.test/\"}}")
                .answer("Browser.getVersion", "{\"product\":\"Chrome/156\"}");
        return open(InspectorDescription.UNKNOWN);
    }

    private Conversation open(InspectorDescription description) {
        var conversation = Conversation.open(
                remote,
                recorder,
                new ConversationOptions(
                        LIMIT,
                        LIMIT,
                        List.of("Page", "Runtime", "Network"),
                        true,
                        false,
                        new Downloads(Optional.empty()),
                        Pausing.NONE,
                        false,
                        Strictness.of(true, true, List.of())),
                LIMIT,
                why -> new ConnectionEnd(DetachReason.CONNECTION_LOST, why),
                "single",
                () -> description);
        opened = conversation;
        return conversation;
    }
}
