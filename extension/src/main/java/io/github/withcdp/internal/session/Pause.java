package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.protocol.CDPException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * The time in which a test stands still, so that somebody can look at its pages. It ends when Enter is pressed, when somebody calls
 * {@code resume()} in one of the pages, when all of them are gone, or with an interrupt. Events go on being recorded.
 */
final class Pause implements PausablePage.Listener {

    /** How often it is looked whether Enter has been pressed: nobody can wait for a terminal and for a page at once, and stop waiting for the terminal. */
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);

    private final PauseConsole console;
    private final FrontEnd frontEnd;
    private final Supplier<Optional<String>> monitor;
    private final List<PausablePage> pages;
    private final Set<PausablePage> remaining = ConcurrentHashMap.newKeySet();
    private final List<ResumeFunction> functions = new ArrayList<>(); // of the waiting thread
    private final Promise<String> end = new Promise<>();

    private Pause(Pausing pausing, List<PausablePage> pages) {
        this.console = pausing.console();
        this.frontEnd = pausing.frontEnd();
        this.monitor = pausing.monitor();
        this.pages = pages;
        this.remaining.addAll(pages);
    }

    /**
     * Pause, unless nobody could end it.
     *
     * @param occasion what is paused, and why, for people: {@code the test is paused}
     * @throws CDPException if the thread is interrupted
     */
    static void begin(Pausing pausing, List<PausablePage> pages, String occasion) {
        var absence = pausing.console().absence();
        if (absence.isPresent()) {
            pausing.console().remark("WithCDP: there is no pause, because " + absence.get());
            return;
        }
        new Pause(pausing, pages).run(occasion);
    }

    private void run(String occasion) {
        boolean hasConsole = false;
        pages.forEach(page -> page.add(this));
        try {
            hasConsole = takeTurn(occasion);
            if (hasConsole) {
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
            pages.forEach(page -> page.remove(this));
            functions.forEach(ResumeFunction::remove);
            if (hasConsole) {
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
        for (var page : pages) {
            console.show("  at " + MessageText.shown(page.target()));
            console.show("    " + frontEnd.of(page.target()));
            var function = page.defineResume();
            functions.add(function);
            console.show("    " + function.offer());
        }
        monitor.get().ifPresent(address -> console.show("  All that is said, and commands by hand: " + address));
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
            end.await(POLL_INTERVAL.toNanos());
            return true;
        } catch (TimeoutException notYet) {
            return false;
        }
    }

    @Override
    public void resumed(PausablePage page) {
        end.complete("it was resumed from the console of " + MessageText.shown(page.target()));
    }

    @Override
    public void ended(PausablePage page, Answer.Gone gone) {
        remaining.remove(page);
        if (remaining.isEmpty()) {
            end.complete(gone.reason().sentence(gone.detail()));
        }
    }
}
