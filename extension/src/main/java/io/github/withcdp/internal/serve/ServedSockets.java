package io.github.withcdp.internal.serve;

import io.github.withcdp.internal.likeness.Explanation;
import io.github.withcdp.internal.likeness.UrlForm;
import io.github.withcdp.internal.likeness.VolatileText;
import io.github.withcdp.recording.Exchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The WebSockets of one recording, each of which is played once: the nth to the nth page that opens one. */
final class ServedSockets {

    private final List<Exchange> left; // guarded by this
    private final List<SocketPlayer> players = new ArrayList<>(); // guarded by this
    private final ServedTally tally;
    private final boolean atOnce;

    ServedSockets(List<Exchange> sockets, ServedTally tally, boolean atOnce) {
        this.left = new ArrayList<>(sockets);
        this.tally = tally;
        this.atOnce = atOnce;
    }

    /** Whether a socket comes to us without encryption, for which we have no certificate. */
    static boolean canBePlayed(Exchange socket) {
        return socket.resourceType().equals("WebSocket") && socket.url().startsWith("ws:");
    }

    /** Take the one out that a page opens now; empty if there is none. */
    synchronized Optional<SocketPlayer> take(String url) {
        var taken = left.stream().filter(socket -> isSame(socket.url(), url)).findFirst();
        taken.ifPresent(left::remove);
        var player = taken.map(socket -> new SocketPlayer(socket, this, atOnce));
        player.ifPresent(players::add);
        return player;
    }

    /** The test is over: whoever still waits for its pages waits in vain. */
    synchronized void end() {
        left.clear();
        players.forEach(SocketPlayer::end);
    }

    private static boolean isSame(String recorded, String now) {
        return UrlForm.of(recorded).equals(UrlForm.of(now))
                || VolatileText.explain(recorded, now)
                        .filter(why -> why == Explanation.NONE)
                        .isEmpty();
    }

    void missed(String url) {
        tally.missedSocket(url);
    }

    void different(Exchange socket, String recorded, String now) {
        tally.otherFrame(socket.url(), recorded, now);
    }
}
