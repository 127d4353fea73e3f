package io.github.withcdp.internal.session;

import io.github.withcdp.internal.recording.store.MessageFilter;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What goes on in a session: which requests are pending, and when it has said something last. Costs nothing until somebody asks,
 * and then reads on in the record from where it was, so that each message is looked at once.
 */
final class Activity {

    /** What a page does is told in these. Others tell of a page that need not ever rest: an animation, a film, a profile. */
    private static final Set<String> DOMAINS =
            Set.of("Browser", "Fetch", "Inspector", "Log", "Network", "Page", "Runtime", "ServiceWorker", "Target");

    /** What comes as long as there is something endless. */
    private static final Set<String> ENDLESS = Set.of(
            "Network.dataReceived",
            "Network.eventSourceMessageReceived",
            "Network.webSocketFrameReceived",
            "Network.webSocketFrameSent",
            "Page.screencastFrame",
            "Target.targetInfoChanged"); // also of each new title

    private final SessionState session;
    private final PendingRequests requests;
    private final Map<String, Duration> last = new HashMap<>();
    private final Map<String, Duration> inVain = new HashMap<>();
    private long next;

    Activity(SessionState session) {
        this.session = session;
        this.requests = new PendingRequests(session.id(), session.target().id());
        this.next = session.context().recorder().position();
    }

    /** See {@link io.github.withcdp.internal.spi.AssertedSession#untilQuiet}. */
    synchronized Optional<Duration> untilQuiet(Duration quiet, Duration limit, Predicate<String> counts) {
        var now = readOn();
        if (requests.ids().stream()
                .anyMatch(id -> inVain.getOrDefault(id, Duration.ZERO).compareTo(limit) < 0)) {
            return Optional.empty();
        }
        if (session.watch().hasPausedRequests() && !session.enabled("Network")) {
            return Optional.of(quiet); // no event tells when they go on
        }
        return Optional.of(last.entrySet().stream()
                .filter(entry -> tellsWhatIsDone(entry.getKey()) || counts.test(entry.getKey()))
                .map(Map.Entry::getValue)
                .max(Duration::compareTo)
                .map(at -> at.plus(quiet).minus(now))
                .filter(left -> !left.isNegative())
                .orElse(Duration.ZERO));
    }

    private static boolean tellsWhatIsDone(String method) {
        return DOMAINS.contains(method.substring(0, Math.max(0, method.indexOf('.')))) && !ENDLESS.contains(method);
    }

    /** See {@link io.github.withcdp.internal.spi.AssertedSession#waitedInVain}. */
    synchronized void waitedInVain(Duration limit) {
        readOn();
        var pending = requests.ids();
        inVain.keySet().retainAll(pending);
        pending.forEach(id -> inVain.merge(id, limit, (before, now) -> before.compareTo(now) > 0 ? before : now));
    }

    /** See {@link io.github.withcdp.internal.spi.AssertedSession#pending}. */
    synchronized List<String> pending() {
        return requests.lines(readOn());
    }

    private Duration readOn() {
        var recorder = session.context().recorder();
        recorder.stream(next, MessageFilter.ALL).forEach(message -> {
            next = message.sequence() + 1;
            if (message.session().equals(session.id())) {
                see(message);
            } else {
                requests.seeElsewhere(message);
            }
        });
        return recorder.elapsed();
    }

    private void see(RecordedMessage message) {
        if (message.isEvent()) {
            last.put(message.method(), message.elapsed());
            requests.see(message);
        } else if (message.method().equals("Network.disable") && !message.isAnswer()) {
            requests.see(message);
        }
    }
}
