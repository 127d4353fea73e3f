package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.ConnectionEnd;
import io.github.withcdp.internal.connection.ScriptedTransport;
import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.schema.Strictness;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A conversation with a {@link ScriptedTransport}, with one page. */
final class ScriptedBrowser implements AutoCloseable {

    /** The id of the page's session. */
    static final String PAGE = "0123456789ABCDEF0123456789ABCDEF";

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    final String name = "scripted-" + NUMBER.incrementAndGet();
    final ScriptedTransport chrome = ScriptedTransport.withReader(name);
    final MessageRecorder recorder = MessageRecorder.create();
    final Conversation conversation;
    final Scope scope;
    final CDPSession page;

    private ScriptedBrowser(boolean ours, Duration limit, String product) {
        chrome.answer("Browser.getVersion", "{\"product\":\"%s\"}".formatted(product))
                .answer("Target.createBrowserContext", "{\"browserContextId\":\"C1\"}")
                .on("Target.createTarget", command -> {
                    attached("", PAGE, "T1", "page", "about:blank", "\"browserContextId\":\"C1\"");
                    command.result("{\"targetId\":\"T1\"}");
                });
        conversation = Conversation.open(
                chrome,
                recorder,
                new ConversationOptions(
                        limit,
                        LIMIT,
                        List.of("Page", "Runtime"),
                        true,
                        ours,
                        new Downloads(Optional.empty()),
                        Pausing.NONE,
                        false,
                        Strictness.of(true, true, List.of())),
                LIMIT,
                why -> new ConnectionEnd(DetachReason.BROWSER_GONE, why),
                name,
                () -> InspectorDescription.UNKNOWN);
        scope = conversation.newScope();
        page = scope.newPage(scope.newContext());
    }

    /** A browser of ours. */
    static ScriptedBrowser start() {
        return new ScriptedBrowser(true, LIMIT, "");
    }

    /** A browser of ours, with another limit for commands. */
    static ScriptedBrowser start(Duration limit) {
        return new ScriptedBrowser(true, limit, "");
    }

    /** A browser of ours, which says that it is of a version. */
    static ScriptedBrowser of(String product) {
        return new ScriptedBrowser(true, LIMIT, product);
    }

    /** Somebody else's browser. */
    static ScriptedBrowser join() {
        return new ScriptedBrowser(false, LIMIT, "");
    }

    /** Have Chrome attach a target. */
    void attached(String via, String session, String target, String type, String url, String more) {
        chrome.event(
                via,
                "Target.attachedToTarget",
                "{\"sessionId\":\"%s\",\"targetInfo\":{\"targetId\":\"%s\",\"type\":\"%s\",\"url\":\"%s\"%s},\"waitingForDebugger\":true}"
                        .formatted(session, target, type, url, more.isEmpty() ? "" : "," + more));
    }

    /** Have Chrome detach a session. */
    void detached(String via, String session) {
        chrome.event(via, "Target.detachedFromTarget", "{\"sessionId\":\"%s\"}".formatted(session));
    }

    /** Have Chrome tell an event of the page. */
    void event(String method, String params) {
        chrome.event(PAGE, method, params);
    }

    @Override
    public void close() {
        conversation.close();
        recorder.close();
    }
}
