package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Connection;
import io.github.withcdp.internal.connection.ConnectionEnd;
import io.github.withcdp.internal.connection.HandlerThreads;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.recording.store.MessageFilter;
import io.github.withcdp.internal.transport.Transport;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The conversation with one browser, from the first command to the last. Everything that is said in it is on record. */
public final class Conversation implements AutoCloseable {

    private final ConversationOptions options;
    private final MessageRecorder recorder;
    private final HandlerThreads threads;
    private final TimeoutTimer timer;
    private final Connection connection;
    private final SessionTree tree;
    private final Scope browserScope;
    private volatile RemoteEnd remoteEnd = RemoteEnd.UNKNOWN;

    private Conversation(
            Transport transport,
            MessageRecorder recorder,
            ConversationOptions options,
            Function<String, ConnectionEnd> exitReason,
            String name) {
        this.options = options;
        this.recorder = recorder;
        this.threads = new HandlerThreads(name);
        this.timer = new TimeoutTimer(name, options.timeout());
        this.connection = new Connection(transport, new RecorderTap(recorder), exitReason, threads);
        this.tree = new SessionTree(this, connection);
        this.browserScope = new Scope(this, true);
    }

    /**
     * Begin a conversation with a remote end that may be no browser.
     *
     * @param limit for the first answer, which a browser that is just starting may take a while to give
     * @param exitReason finds out, when the transport has said why it ended, what happened; may wait a little
     * @param name for the threads
     * @param inspector tells what is known of a JavaScript engine without a browser; asked only if it is one; may wait a little
     * @throws CDPException if the remote end does not answer
     */
    public static Conversation open(
            Transport transport,
            MessageRecorder recorder,
            ConversationOptions options,
            Duration limit,
            Function<String, ConnectionEnd> exitReason,
            String name,
            Supplier<InspectorDescription> inspector) {
        var conversation = new Conversation(transport, recorder, options, exitReason, name);
        try {
            conversation.begin(limit, inspector);
            return conversation;
        } catch (RuntimeException failure) {
            conversation.close();
            throw failure;
        }
    }

    private void begin(Duration limit, Supplier<InspectorDescription> inspector) {
        connection.open(() -> {
            var end = connection.end();
            if (end != null) {
                tree.endAll(end);
            }
        });
        var browser = browserScope.ownBrowserSession();
        remoteEnd = RemoteEnd.meet(browser, limit, inspector, () -> attachWhatComes(browser));
        recorder.browserVersion(version().path("product").asString(""));
        if (remoteEnd.isSingleTarget()) {
            tree.expectSingleTarget();
        }
    }

    private void attachWhatComes(DefaultCDPSession browser) {
        if (options.autoAttach()) {
            browser.transmit("Target.setAutoAttach", Json.write(TargetSetup.autoAttachBelowBrowser()));
        }
    }

    /** Return what belongs to a new test or class. */
    public Scope newScope() {
        var scope = new Scope(this, false);
        if (remoteEnd.isSingleTarget()) {
            tree.setUp(scope.ownBrowserSession());
        }
        return scope;
    }

    /**
     * Return whether this conversation is about a single target, a process of Node.js or one page, and not about a browser. What a test does to it
     * stays until the conversation ends, so every test should have one of its own.
     */
    public boolean isWithSingleTarget() {
        return remoteEnd.isSingleTarget();
    }

    /** Return what belongs to no test: the browser session of the conversation itself, and in a browser of ours the pages that no test has created. */
    public Scope browserScope() {
        return browserScope;
    }

    /** Run some work soon, on a thread of this conversation. */
    public void execute(Runnable work) {
        threads.execute(work);
    }

    /** Return the result of {@code Browser.getVersion}; of a remote end that does not know this command, what is known otherwise. */
    public JsonNode version() {
        return remoteEnd.version();
    }

    /** Return whether the browser can still be talked to. */
    public boolean isOpen() {
        return connection.end() == null;
    }

    /** Return why the conversation ended; empty while it goes on. */
    public Optional<ConnectionEnd> end() {
        return Optional.ofNullable(connection.end());
    }

    /** Note that the browser is about to be closed by us, so that nobody has to find out why the conversation ends. */
    public void expectEnd() {
        connection.expectEnd("it was closed after its last test");
    }

    /** Ask the browser to close ({@code Browser.close}); returns when it has answered or the limit has passed. */
    public void closeBrowser(Duration limit) {
        if (!isOpen()) {
            return;
        }
        expectEnd();
        try {
            browserScope.browserSession().send("Browser.close", null, limit);
        } catch (CDPException gone) {
            // It went before it answered, or does not answer: whoever launched it ends its process.
        }
    }

    /** End the conversation; the browser stays. Idempotent. */
    @Override
    public void close() {
        connection.close();
        timer.close();
        threads.close();
    }

    /** Whose a target is that no test has created: the browser's own, if the browser is ours; nobody's in somebody else's. */
    @Nullable
    Scope scopeOfTheRest() {
        return options.ownsBrowser() ? browserScope : null;
    }

    Recording recordingOf(SessionId session, Scope scope) {
        if (!session.isBrowser()) {
            return recorder.recording(scope.messagesOf(session));
        }
        return recorder.recording(remoteEnd.isSingleTarget() ? scope.messagesOfSingleTarget() : new BrowserMessages());
    }

    /** End the conversation because of what the remote end has told; called by the reader thread. */
    void end(ConnectionEnd end) {
        connection.end(end);
    }

    RemoteEnd remoteEnd() {
        return remoteEnd;
    }

    ConversationOptions options() {
        return options;
    }

    MessageRecorder recorder() {
        return recorder;
    }

    HandlerThreads threads() {
        return threads;
    }

    TimeoutTimer timer() {
        return timer;
    }

    Connection connection() {
        return connection;
    }

    SessionTree tree() {
        return tree;
    }

    /** The messages of the browser session. */
    private static final class BrowserMessages implements MessageFilter {

        @Override
        public boolean includes(SessionId session) {
            return session.isBrowser();
        }

        @Override
        public boolean includesBrowserMessage(RecordedMessage message) {
            return true;
        }
    }
}
