package io.github.withcdp.assertions.internal.wait;

import io.github.withcdp.assertions.internal.session.SessionGroup;
import io.github.withcdp.internal.spi.AssertedSession;
import io.github.withcdp.internal.text.Durations;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * How an assertion about a session waits.
 *
 * @param limit how long for what is to come, and for quiet
 * @param window how long nothing more may come; empty: until it is quiet
 */
public record WaitSettings(SessionGroup sessions, Duration limit, Optional<Duration> window) {

    private static final int SHOWN = 3;

    /** Return a wait that looks again when one of these events has come. */
    public LiveWait lookingAt(Predicate<String> methods) {
        return new LiveWait(sessions, limit, methods);
    }

    /** Return a wait until nothing more is to be expected. */
    public QuietWait untilRest(Predicate<String> methods) {
        return new QuietWait(sessions, limit, window, methods);
    }

    /** Return how long was waited for an exact number, for "…, but it came twice". */
    public String words() {
        return "within "
                + Durations.format(limit)
                + window.map(time -> " and no more for " + Durations.format(time))
                        .orElse("");
    }

    /** Return how long was waited for something that should not come, for "…, but it came". */
    public String restWords() {
        return window.map(time -> "within " + Durations.format(time)).orElse("before it was quiet");
    }

    /** Return the requests that are pending, a line each, which may be why something has not come. */
    public List<String> pending() {
        var pending = sessions.alive().stream()
                .filter(AssertedSession.class::isInstance)
                .flatMap(one -> ((AssertedSession) one).pending().stream())
                .toList();
        var more = pending.size() > SHOWN
                ? Stream.of("…(%d more)…".formatted(pending.size() - SHOWN))
                : Stream.<String>empty();
        return Stream.concat(pending.stream().limit(SHOWN).map("Still pending: "::concat), more)
                .toList();
    }
}
