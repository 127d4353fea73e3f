package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Connection;
import io.github.withcdp.internal.connection.ConnectionEnd;
import io.github.withcdp.internal.connection.HandlerThreads;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.transport.Transport;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.CommandTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;

/** The conversation with one browser, from the first command to the last. Everything that is said in it is on record. */
public final class Conversation implements AutoCloseable {

    private static final Duration SHORTEST = Duration.ofMillis(1);

    private final ConversationContext context;
    private final SessionTree tree;
    private final Scope browserScope;

    private Conversation(
            Transport transport,
            MessageRecorder recorder,
            ConversationOptions options,
            Function<String, ConnectionEnd> exitReason,
            String name) {
        var threads = new HandlerThreads(name, recorder.ticker());
        var timer = new TimeoutTimer(name, options.timeout(), recorder.ticker());
        var connection = new Connection(transport, new RecorderTap(recorder), exitReason, threads);
        this.context = new ConversationContext(options, recorder, threads, timer, connection);
        this.tree = new SessionTree(context);
        this.browserScope = new Scope(context, tree, true);
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
        context.connection().open(() -> end().ifPresent(tree::endAll));
        var commands = browserScope.state().browserSession().commands();
        context.meet(RemoteEndProbe.meet(commands, limit, inspector, () -> attachWhatComes(commands)));
        context.recorder().browserVersion(version().path("product").asString(""));
        if (isWithSingleTarget()) {
            tree.expectSingleTarget();
        }
    }

    private void attachWhatComes(SessionCommands browser) {
        if (context.options().autoAttach()) {
            browser.transmit("Target.setAutoAttach", Json.write(TargetSetup.autoAttachBelowBrowser()));
        }
    }

    /** Return what belongs to a new test or class. */
    public Scope newScope() {
        var scope = new Scope(context, tree, false);
        if (isWithSingleTarget()) {
            tree.setUp(scope.state().browserSession());
        }
        return scope;
    }

    /**
     * Return whether this conversation is about a single target, a process of Node.js or one page, and not about a browser. What a test does to it
     * stays until the conversation ends, so every test should have one of its own.
     */
    public boolean isWithSingleTarget() {
        return context.remoteEnd().isSingleTarget();
    }

    /** Return what belongs to no test: the browser session of the conversation itself, and in a browser of ours the pages that no test has created. */
    public Scope browserScope() {
        return browserScope;
    }

    /** Run some work soon, on a thread of this conversation. */
    public void execute(Runnable work) {
        context.threads().execute(work);
    }

    /** Return the result of {@code Browser.getVersion}; of a remote end that does not know this command, what is known otherwise. */
    public JsonNode version() {
        return context.remoteEnd().version();
    }

    /** Return whether the browser can still be talked to. */
    public boolean isOpen() {
        return context.connection().end() == null;
    }

    /** Return why the conversation ended; empty while it goes on. */
    public Optional<ConnectionEnd> end() {
        return Optional.ofNullable(context.connection().end());
    }

    /** Return why the conversation ended, waiting for it; empty if it goes on for longer than the limit. */
    public Optional<ConnectionEnd> awaitEnd(Duration limit) {
        return context.connection().awaitEnd(limit);
    }

    /** Note that the browser is about to be closed by us, so that nobody has to find out why the conversation ends. */
    public void expectEnd() {
        context.connection().expectEnd("it was closed after its last test");
    }

    /**
     * Ask the browser to close ({@code Browser.close}); returns when it has answered.
     *
     * @param limit for its answer; how long it has been silent by now counts
     * @throws CommandTimeoutException if it does not: whoever launched it need not wait until it has closed, then
     */
    public void closeBrowser(Duration limit) {
        if (!isOpen()) {
            return;
        }
        expectEnd();
        try {
            var left = limit.minus(context.connection().silence());
            browserScope.browserSession().send("Browser.close", null, left.compareTo(SHORTEST) > 0 ? left : SHORTEST);
        } catch (CommandTimeoutException silence) {
            throw silence;
        } catch (CDPException gone) {
            // It went before it answered.
        }
    }

    /** End the conversation; the browser stays. Idempotent. */
    @Override
    public void close() {
        context.connection().close();
        context.timer().close();
        context.threads().close();
    }
}
