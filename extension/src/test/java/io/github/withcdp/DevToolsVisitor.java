package io.github.withcdp;

import io.github.withcdp.internal.chrome.ChromeLauncher;
import io.github.withcdp.internal.chrome.LaunchOptions;
import io.github.withcdp.internal.chrome.LaunchedChrome;
import io.github.withcdp.internal.connection.ConnectionEnd;
import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.schema.Strictness;
import io.github.withcdp.internal.session.Conversation;
import io.github.withcdp.internal.session.ConversationOptions;
import io.github.withcdp.internal.session.Downloads;
import io.github.withcdp.internal.session.InspectorDescription;
import io.github.withcdp.internal.session.Pausing;
import io.github.withcdp.internal.transport.DevToolsEndpoint;
import io.github.withcdp.internal.transport.PipeTransport;
import io.github.withcdp.internal.transport.Transport;
import io.github.withcdp.internal.transport.WebSocketTransport;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.session.CDPSession;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Somebody with a browser of their own, who opens the DevTools of a page of another browser. */
final class DevToolsVisitor implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofSeconds(60);

    private final LaunchedChrome chrome =
            ChromeLauncher.ofThisMachine().launch(LaunchOptions.DEFAULTS.withLimit(LIMIT));
    private final MessageRecorder recorder = MessageRecorder.create();
    private final Conversation conversation =
            converse(new PipeTransport(chrome.fromChrome(), chrome.toChrome(), "visitor"), recorder, true);

    /** Open the front end, and wait until it is connected and has been told something. */
    void open(String url) {
        CDPSession window =
                conversation.newScope().newPage(conversation.newScope().newContext());
        window.await("Network.webSocketFrameReceived", event -> true, LIMIT, () -> window.navigate(url, LIMIT));
    }

    /** Evaluate something in the page that a front end shows, as its console does: in a session of its own. */
    void typeIntoConsole(String url, String expression) {
        var at = URI.create(url);
        var target = url.substring(url.lastIndexOf('/') + 1);
        var browser = DevToolsEndpoint.parse(at.getAuthority()).webSocketUrl(LIMIT);
        try (var theirs = MessageRecorder.create();
                var console = converse(WebSocketTransport.connect(browser, Map.of(), LIMIT), theirs, false)) {
            console.newScope().attach(target).evaluate(expression);
        }
    }

    private static Conversation converse(Transport transport, MessageRecorder recorder, boolean ours) {
        return Conversation.open(
                transport,
                recorder,
                new ConversationOptions(
                        LIMIT,
                        LIMIT,
                        List.of("Page", "Runtime", "Network"),
                        true,
                        ours,
                        new Downloads(Optional.empty()),
                        Pausing.NONE,
                        false,
                        Strictness.of(true, true, List.of())),
                LIMIT,
                why -> new ConnectionEnd(DetachReason.BROWSER_GONE, why),
                "visitor",
                () -> InspectorDescription.UNKNOWN);
    }

    @Override
    public void close() {
        chrome.close(() -> conversation.closeBrowser(Duration.ofSeconds(5)));
        conversation.close();
        recorder.close();
    }
}
