package io.github.withcdp.assertions.internal.evidence;

import io.github.withcdp.assertions.internal.text.ShownText;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What came of an expression each time that it was asked for. What came several times on end is one line, and only the first and the last are kept. */
public final class ValueHistory {

    private static final int FIRST = 4;
    private static final int LAST = 4;

    private final List<Run> first = new ArrayList<>();
    private final Deque<Run> last = new ArrayDeque<>();
    private int leftOut;
    private int changes;
    private Duration lastChange = Duration.ZERO;
    private @Nullable JsonNode lastValue;
    private boolean wasFound;
    private boolean wasThrown;

    /** The same, so many times on end. */
    private record Run(String what, Duration from, Duration until, int times) {

        Run once(Duration at) {
            return new Run(what, from, at, times + 1);
        }

        String line() {
            return times == 1
                    ? String.format(Locale.ROOT, "  %s at %.2f s", what, seconds(from))
                    : String.format(
                            Locale.ROOT,
                            "  %s from %.2f to %.2f s (%d times)",
                            what,
                            seconds(from),
                            seconds(until),
                            times);
        }

        private static double seconds(Duration duration) {
            return duration.toMillis() / 1000.0;
        }
    }

    /** Note a value; a missing node is {@code undefined}. */
    public void value(JsonNode value, Duration at) {
        if (lastValue != null && !lastValue.equals(value)) {
            changes++;
            lastChange = at;
        }
        lastValue = value;
        wasFound |= !isNothing(value);
        add(shown(value), at);
    }

    /** Note what was thrown instead of a value: {@code TypeError: no}. */
    public void thrown(String text, Duration at) {
        wasThrown = true;
        add("exception " + ShownText.text(text, ShownText.VALUE), at);
    }

    /** Note that Chrome did not say, as it does while it changes documents. */
    public void refused(String why, Duration at) {
        add("no answer (" + ShownText.text(why, ShownText.VALUE) + ")", at);
    }

    /** Note that it is another document which is asked from now on. */
    public void moved(String url, Duration at) {
        add("(the page went to %s)".formatted(ShownText.text(url, ShownText.URL)), at);
    }

    private void add(String what, Duration at) {
        var previous = last.isEmpty() ? first.isEmpty() ? null : first.get(first.size() - 1) : last.getLast();
        if (previous != null && previous.what().equals(what)) {
            if (last.isEmpty()) {
                first.set(first.size() - 1, previous.once(at));
            } else {
                last.removeLast();
                last.addLast(previous.once(at));
            }
            return;
        }
        var run = new Run(what, at, at, 1);
        if (first.size() < FIRST) {
            first.add(run);
            return;
        }
        last.addLast(run);
        if (last.size() > LAST) {
            last.removeFirst();
            leftOut++;
        }
    }

    /** Return a value as a message shows it. */
    public static String shown(JsonNode value) {
        return value.isMissingNode() ? "undefined" : ShownText.value(value);
    }

    private static boolean isNothing(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /** Return the value that came last; empty if there was none. */
    Optional<JsonNode> lastValue() {
        return Optional.ofNullable(lastValue);
    }

    /** Return whether there was a value each time, and it was {@code undefined} or {@code null}. */
    boolean wasAlwaysNothing() {
        return lastValue != null && !wasFound && !wasThrown;
    }

    /** Return whether something was thrown, and never a value returned but {@code undefined} or {@code null}. */
    boolean wasThrownAndNeverFound() {
        return wasThrown && !wasFound;
    }

    /** Return whether the value was another one not long before an end. */
    boolean wasChangingUntil(Duration end) {
        return changes > 0 && lastChange.compareTo(end.multipliedBy(4).dividedBy(5)) > 0;
    }

    /** Return the lines; none if nobody has ever answered. */
    public List<String> lines() {
        if (first.isEmpty()) {
            return List.of();
        }
        var lines = new ArrayList<String>();
        lines.add("What it was:");
        first.forEach(run -> lines.add(run.line()));
        if (leftOut > 0) {
            lines.add("  …(%d more)…".formatted(leftOut));
        }
        last.forEach(run -> lines.add(run.line()));
        return lines;
    }
}
