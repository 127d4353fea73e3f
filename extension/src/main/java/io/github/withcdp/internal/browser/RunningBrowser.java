package io.github.withcdp.internal.browser;

import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.internal.monitor.WatchedBrowser;
import io.github.withcdp.internal.recording.MessageRecorder;
import io.github.withcdp.internal.redaction.Redaction;
import io.github.withcdp.internal.replay.Script;
import io.github.withcdp.internal.report.BrowserDescription;
import io.github.withcdp.internal.schema.ProtocolSchema;
import io.github.withcdp.internal.session.Conversation;
import io.github.withcdp.internal.session.PreparedPage;
import io.github.withcdp.internal.transport.DevToolsEndpoint;
import io.github.withcdp.internal.util.Loggers;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.CommandTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A browser that is being talked to, launched by us or attached to, with everything that is said on record. */
public final class RunningBrowser implements AutoCloseable {

    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
    /** More than the commands for a page may take, each of which has its own limit. */
    private static final Duration PREPARATION_LIMIT = Duration.ofMinutes(1);

    private final Conversation conversation;
    private final MessageRecorder recorder;
    private final BrowserHandle browser;
    private final Optional<LiveLog> log;
    private final Redaction redaction;
    private final WatchedBrowser watched;
    private final AtomicReference<@Nullable Promise<Preparation>> next = new AtomicReference<>();
    private volatile boolean deathNoted;

    /** What came of making the page of the next test before it begins. */
    private record Preparation(Optional<PreparedPage> page, Optional<CDPException> failure) {

        static final Preparation NONE = new Preparation(Optional.empty(), Optional.empty());
    }

    RunningBrowser(
            Conversation conversation,
            MessageRecorder recorder,
            BrowserHandle browser,
            Optional<LiveLog> log,
            Redaction redaction,
            WatchedBrowser watched) {
        this.conversation = conversation;
        this.recorder = recorder;
        this.browser = browser;
        this.log = log;
        this.redaction = redaction;
        this.watched = watched;
    }

    public Conversation conversation() {
        return conversation;
    }

    public MessageRecorder recorder() {
        return recorder;
    }

    public Optional<URI> endpoint() {
        return browser.endpoint();
    }

    /** Return where its HTTP side can be asked; empty if it has no port. */
    public Optional<DevToolsEndpoint> devTools() {
        return browser.devTools();
    }

    /** Return what is taken out of what is told about this browser. */
    public Redaction redaction() {
        return redaction;
    }

    /** Return how the monitor of the run knows it. */
    public WatchedBrowser watched() {
        return watched;
    }

    /** Return whether we started it, for our tests alone. */
    public boolean isOurs() {
        return browser.isOurs();
    }

    /** Return whether every test has one of its own, which ends with the test: a connection to one target alone, or a recording. */
    public boolean isOfOneTest() {
        return conversation.isWithSingleTarget() || browser.isOfOneTest();
    }

    /** Return what is played in place of a browser; empty if there is one. */
    public Optional<Script> script() {
        return browser.script();
    }

    /** Return a fresh page in a context of its own: the one that was prepared, or else one made now. */
    public PreparedPage takePage() {
        var preparation = preparation();
        var prepared = preparation.page();
        if (prepared.isPresent()) {
            if (prepared.get().isUsable()) {
                return prepared.get().taken();
            }
            prepared.get().scope().close();
        }
        if (isOurs() && preparation.failure().orElse(null) instanceof CommandTimeoutException silence) {
            throw silence; // whoever asks once more waits as long, in vain
        }
        // What hindered the preparation may be over now; if not, the test itself is told.
        return PreparedPage.in(conversation);
    }

    /** Make the page of the next test while this one runs, unless that has been done. */
    public void prepareNextPage() {
        var page = new Promise<Preparation>();
        if (next.compareAndSet(null, page)) {
            conversation.execute(() -> {
                var preparation = Preparation.NONE;
                try {
                    preparation = new Preparation(Optional.of(PreparedPage.forLater(conversation)), Optional.empty());
                } catch (CDPException failed) {
                    preparation = new Preparation(Optional.empty(), Optional.of(failed));
                } finally { // whoever takes the page must not wait for ever
                    page.complete(preparation);
                }
            });
        }
    }

    /** Return and forget the page that was prepared, or why it could not be. */
    private Preparation preparation() {
        var page = next.getAndSet(null);
        if (page == null) {
            return Preparation.NONE;
        }
        try {
            return page.await(PREPARATION_LIMIT.toNanos());
        } catch (TimeoutException late) {
            page.whenDone(RunningBrowser::letGo);
        } catch (InterruptedException interrupt) {
            page.whenDone(RunningBrowser::letGo);
            Thread.currentThread().interrupt();
        }
        return Preparation.NONE;
    }

    /** Return the name under which its pages reach servers on this machine. */
    public String localhost() {
        return browser.localhost();
    }

    /** Return what the browser printed, its last part; empty if nobody knows. */
    public String printed() {
        return browser.printed();
    }

    /**
     * Return what the browser itself says about its protocol; may take seconds. Empty if it cannot be asked.
     *
     * @throws CDPException if it does not tell
     */
    Optional<JsonNode> protocol() {
        return browser.protocol();
    }

    /** Return the description of the protocol that counts: that of the browser itself if it tells, or else the one that is in our jar. */
    public JsonNode schema() {
        try {
            return browser.protocol().orElseGet(ProtocolSchema.pinned()::json);
        } catch (CDPException untold) { // what stands in front of a browser often passes on the WebSocket alone
            Loggers.of(RunningBrowser.class)
                    .log(System.Logger.Level.DEBUG, "The browser does not describe its protocol", untold);
            return ProtocolSchema.pinned().json();
        }
    }

    public BrowserDescription description() {
        return browser.description(conversation.version().path("product").asString(""));
    }

    /** Note that somebody has been told of the end of the browser, if it has ended. */
    public void noteDeath() {
        deathNoted |= !conversation.isOpen();
    }

    /** Return whether somebody has been told of the end of the browser. */
    public boolean isDeathNoted() {
        return deathNoted;
    }

    /** End the browser, or the connection to it; the recording can still be read. */
    public void end() {
        try {
            if (!browser.isOurs()) {
                letGo(preparation());
            }
            conversation.expectEnd();
            browser.close(() -> conversation.closeBrowser(CLOSE_LIMIT));
        } finally {
            conversation.close();
            watched.end();
            log.ifPresent(LiveLog::close);
        }
    }

    @Override
    public void close() {
        try {
            end();
        } finally {
            recorder.close();
        }
    }

    private static void letGo(Preparation preparation) {
        preparation.page().ifPresent(unused -> unused.scope().close());
    }
}
