package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.IncomingEvent;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.recording.FilmFrame;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.SessionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The latest pictures of the pages of one test or class, as Chrome's screencast brings them: one whenever a page looks different, of which no more
 * are kept than somebody can tell apart.
 */
final class Film {

    static final int MOST = 120;
    static final int ALL_TOGETHER = 1_500_000;

    /** Of what changes faster than this, only the last is kept. */
    static final Duration APART = Duration.ofMillis(100);

    /** Large enough to see what a page shows, small enough for more than a hundred of them. */
    private static final Map<String, Object> SMALL =
            Map.of("format", "jpeg", "quality", 40, "maxWidth", 480, "maxHeight", 480);

    private final Set<String> targets = ConcurrentHashMap.newKeySet();
    private final List<FilmFrame> frames = new ArrayList<>(); // in the order of their times; guarded by this
    private long bytes; // guarded by this

    /** Begin to film a page, unless another session does that already. */
    void begin(SessionCommands commands) {
        var state = commands.state();
        if (targets.add(state.target().id())) {
            var unused = state.ownUse()
                    .begin(
                            SharedFeature.SCREENCAST,
                            SMALL,
                            commands::transmitUnrecorded,
                            event -> receive(commands, event));
        }
    }

    private void receive(SessionCommands commands, IncomingEvent event) {
        if (event.method().equals("Page.screencastFrame")) {
            var context = commands.state().context();
            var elapsed = context.recorder().elapsed();
            var copy = event.event();
            context.threads().execute(() -> take(commands, elapsed, copy));
        }
    }

    /** Keep a picture, and ask for the next: Chrome stops after a few that nobody has acknowledged. */
    private void take(SessionCommands commands, Duration elapsed, CDPEvent frame) {
        try {
            var number = Map.of("sessionId", frame.params().path("sessionId").asInt(0));
            var unused = commands.transmitUnrecorded("Page.screencastFrameAck", Json.write(number));
            var data = frame.params().path("data").asString("");
            add(new FilmFrame(
                    commands.state().id(), elapsed, Base64.getDecoder().decode(data)));
        } catch (CDPException | IllegalArgumentException unreadable) {
            // No browser says such things, and there is a next one.
        }
    }

    /** Add a picture, which may come a little later than the one after it. */
    synchronized void add(FilmFrame frame) {
        int at = frames.size();
        while (at > 0 && frames.get(at - 1).elapsed().compareTo(frame.elapsed()) > 0) {
            at--;
        }
        frames.add(at, frame);
        bytes += frame.jpeg().length;
        removeBrief(frame.session(), at);
        while (frames.size() > MOST || bytes > ALL_TOGETHER) {
            remove(0);
        }
    }

    /** Remove the picture before one of the same page if both it and the one before it came just before. */
    private void removeBrief(SessionId session, int last) {
        int previous = before(session, last);
        int earlier = before(session, previous);
        if (earlier >= 0
                && frames.get(last)
                                .elapsed()
                                .minus(frames.get(earlier).elapsed())
                                .compareTo(APART)
                        < 0) {
            remove(previous);
        }
    }

    private int before(SessionId session, int index) {
        int at = index - 1;
        while (at >= 0 && !frames.get(at).session().equals(session)) {
            at--;
        }
        return at;
    }

    private void remove(int index) {
        bytes -= frames.remove(index).jpeg().length;
    }

    /** Return the pictures so far. */
    synchronized List<FilmFrame> frames() {
        return List.copyOf(frames);
    }
}
