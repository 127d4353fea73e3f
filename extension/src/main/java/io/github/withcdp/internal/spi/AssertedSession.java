package io.github.withcdp.internal.spi;

import io.github.withcdp.internal.schema.KnowsNames;
import io.github.withcdp.internal.time.Ticker;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import io.github.withcdp.session.Subscription;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** A session, as assertions about it need it: they wait as its class is configured to, and give up with those who wait in it. */
public interface AssertedSession extends KnowsNames {

    /** Return how long an assertion waits that is not told otherwise ({@code withcdp.assertion.timeout}). */
    Duration assertionTimeout();

    /** Return what the time is measured by that is waited for the session: of a replay it is that of the recording. */
    Ticker ticker();

    /**
     * Begin to wait for what handlers may have to do with.
     *
     * @param alarm called when one of them has failed, by its thread, at once if that is so; it must not wait
     */
    HandlerWatch watchHandlers(Runnable alarm);

    /**
     * Return how long nothing more must come for the session to be quiet: zero if it is, and empty while requests are pending. WebSockets, event
     * streams and media, which have no end, are not, nor are the requests of a document that was left, nor the browser's own for an icon. What
     * tells of such streams, or of an animation, breaks no quiet.
     *
     * @param quiet how long nothing has come then
     * @param limit how long is waited for it; a request for which that has been waited in vain before does not count
     * @param counts which methods count besides those that tell what a page does
     */
    Optional<Duration> untilQuiet(Duration quiet, Duration limit, Predicate<String> counts);

    /** Take note that somebody has waited as long as this for quiet, and there was none. */
    void waitedInVain(Duration limit);

    /** Return the requests that are pending, a line each, the oldest first. */
    List<String> pending();

    /**
     * Refuse to wait for an event that cannot come: the target has no such domain, or nothing of it was ever said in the session.
     *
     * @throws IllegalArgumentException if it certainly cannot, and names are compared with the protocol
     */
    void checkCanCome(String event);

    /** Return what takes note of the messages that assertions of the test, or of the class, demand. */
    Demands demands();

    /** Return the sessions that have come from this one and from those, ended ones included. */
    List<CDPSession> descendants();

    /**
     * Have somebody told of each session that comes from this one, or from those, before it says anything.
     *
     * @param listener called by the thread that reads from the browser; it must not wait
     */
    Subscription onDescendant(Consumer<CDPSession> listener);

    /** Return what has been said in this session and in those that have come from it, in wire order, as a live view. */
    Recording recordingWithDescendants();

    /**
     * Ask for the value of an expression, as whoever only looks does: a debugger does not stop at what it throws, and it has no user gesture
     * ({@code Runtime.evaluate}).
     *
     * @throws io.github.withcdp.protocol.CDPException if Chrome does not answer, or refuses
     */
    Evaluated tryEvaluate(String expression, Duration limit);

    /** Return whether a debugger has stopped the target, and no handler of {@code Debugger.paused} is there to have it go on. */
    boolean isStoppedInDebugger();

    /** Knows whether a handler of the session has failed since somebody began to wait. */
    interface HandlerWatch extends AutoCloseable {

        /**
         * Give up if one has.
         *
         * @param subject what is waited for
         * @throws io.github.withcdp.protocol.HandlerFailedException with what it has thrown
         */
        void check(String subject);

        @Override
        void close();
    }
}
