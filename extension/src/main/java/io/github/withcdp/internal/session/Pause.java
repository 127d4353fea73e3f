package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.protocol.CDPException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

/**
 * The time in which a test stands still, so that somebody can look at its pages. It ends when Enter is pressed, when somebody calls
 * {@code resume()} in one of the pages, when all of them are gone, or with an interrupt. Events go on being recorded.
 */
final class Pause {

    /** How often it is looked whether Enter has been pressed: nobody can wait for a terminal and for a page at once, and stop waiting for the terminal. */
    private static final Duration LOOK = Duration.ofMillis(50);

    private final PauseConsole console;
    private final FrontEnd frontEnd;
    private final List<DefaultCDPSession> sessions;
    private final Set<DefaultCDPSession> left = ConcurrentHashMap.newKeySet();
    private final List<ResumeFunction> functions = new ArrayList<>(); // of the waiting thread
    private final Promise<String> end = new Promise<>();

    private Pause(Pausing pausing, List<DefaultCDPSession> sessions) {
        this.console = pausing.console();
        this.frontEnd = pausing.frontEnd();
        this.sessions = sessions;
        this.left.addAll(sessions);
    }

    /**
     * Pause, unless nobody could end it.
     *
     * @param occasion what is paused, and why, for people: {@code the test is paused}
     * @throws CDPException if the thread is interrupted
     */
    static void begin(Pausing pausing, List<DefaultCDPSession> sessions, String occasion) {
        var absence = pausing.console().absence();
        if (absence.isPresent()) {
            pausing.console().remark("WithCDP: there is no pause, because " + absence.get());
            return;
        }
        new Pause(pausing, sessions).run(occasion);
    }

    private void run(String occasion) {
        boolean taken = false;
        sessions.forEach(session -> session.add(this));
        try {
            taken = takeTurn(occasion);
            if (taken) {
                announce(occasion);
                awaitEnd();
            }
            console.show("WithCDP: the test goes on: " + end.await(0));
        } catch (InterruptedException interrupt) {
            console.show("WithCDP: the pause is over: the test was interrupted, as a @Timeout does");
            throw Await.interrupted("pausing", interrupt);
        } catch (TimeoutException impossible) {
            throw new IllegalStateException("a pause without an end", impossible);
        } finally {
            sessions.forEach(session -> session.remove(this));
            functions.forEach(ResumeFunction::remove);
            if (taken) {
                console.release();
            }
        }
    }

    /** Wait until no other pause has the console; returns whether it is ours now, or there is nothing left to pause for. */
    private boolean takeTurn(String occasion) throws InterruptedException {
        if (console.take()) {
            return true;
        }
        console.show("WithCDP: %s, and waits until another pause is over".formatted(occasion));
        while (!ended()) {
            if (console.take()) {
                return true;
            }
        }
        return false;
    }

    private void announce(String occasion) throws InterruptedException {
        console.show("WithCDP: " + occasion);
        for (var session : sessions) {
            console.show("  at " + MessageText.shown(session.target()));
            console.show("    " + frontEnd.of(session.target()));
            var function = ResumeFunction.in(session);
            functions.add(function);
            console.show("    " + function.offer());
        }
        console.show("  Press Enter here to go on");
    }

    private void awaitEnd() throws InterruptedException {
        while (!ended()) {
            console.end().ifPresent(end::complete);
        }
    }

    /** Wait a moment for the end. */
    private boolean ended() throws InterruptedException {
        try {
            end.await(LOOK.toNanos());
            return true;
        } catch (TimeoutException notYet) {
            return false;
        }
    }

    /** Note that {@code resume()} was called in a page. Called by the reader thread. */
    void resumed(DefaultCDPSession session) {
        end.complete("it was resumed from the console of " + MessageText.shown(session.target()));
    }

    /** Note that a session has ended. Called by whoever ended it. */
    void ended(DefaultCDPSession session, Answer.Gone gone) {
        left.remove(session);
        if (left.isEmpty()) {
            end.complete(gone.reason().sentence(gone.detail()));
        }
    }
}
