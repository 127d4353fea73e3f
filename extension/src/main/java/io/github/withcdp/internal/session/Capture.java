package io.github.withcdp.internal.session;

import io.github.withcdp.internal.recording.FilmFrame;
import io.github.withcdp.internal.script.BusyPage;
import io.github.withcdp.internal.time.Deadline;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

/**
 * What is fetched from the browser when a test has failed: what its pages look like, their documents, and the bodies of what was sent and
 * received. All of it is asked for at once, is on record like everything else that is said, and has one limit; whoever cannot answer is not asked.
 * Of who does not answer it is found out what keeps it busy.
 *
 * @param shots the pages of the test, in the order in which it got them
 * @param sources the documents of the pages, in the same order, then those of frames that live in processes of their own
 * @param film the pictures of the pages so far, if they are filmed
 * @param busy the pages and frames whose JavaScript did not come to an end
 * @param problems what else could not be had, a sentence each
 */
public record Capture(
        List<PageScreenshot> shots,
        List<PageSource> sources,
        List<FilmFrame> film,
        List<BusyPage> busy,
        List<String> problems) {

    /** So many frames of other sites are enough, even of a page that is made of advertisements. */
    private static final int MOST_FRAMES = 20;

    /** Copy the lists. */
    public Capture {
        shots = List.copyOf(shots);
        sources = List.copyOf(sources);
        film = List.copyOf(film);
        busy = List.copyOf(busy);
        problems = List.copyOf(problems);
    }

    /**
     * Fetch everything; returns within the limit.
     *
     * @param limit for all of it
     * @param isOver whether nobody uses the pages any more, so that JavaScript that does not come to an end may be ended
     * @param captured which bodies
     */
    public static Capture of(Scope scope, Duration limit, boolean isOver, BodyCapture captured) {
        var deadline = Deadline.in(limit, scope.ticker());
        var film = scope.state().film().frames();
        var pages = scope.state().pages();
        var shots =
                pages.stream().map(page -> PageScreenshot.ask(page.commands())).toList();
        var sources = Stream.concat(pages.stream(), frames(scope))
                .map(session -> PageSource.ask(session.commands()))
                .toList();
        var bodies = BodyFetch.ask(scope, captured);
        var busy = BusyPages.among(sources, deadline, isOver);
        return new Capture(
                shots.stream().map(shot -> shot.get(deadline)).toList(),
                sources.stream().map(source -> source.get(deadline)).toList(),
                film,
                busy,
                bodies.problems());
    }

    /** Fetch the bodies alone, of a test that has passed; returns what could not be had, a sentence each. */
    public static List<String> bodies(Scope scope, BodyCapture captured) {
        return BodyFetch.ask(scope, captured).problems();
    }

    private static Stream<DefaultCDPSession> frames(Scope scope) {
        var frames = new LinkedHashMap<String, DefaultCDPSession>();
        scope.state().sessions().stream()
                .filter(session -> session.target().type().equals("iframe") && session.isAttached())
                .forEach(session -> frames.putIfAbsent(session.target().id(), session));
        return frames.values().stream().limit(MOST_FRAMES);
    }
}
