package io.github.withcdp.assertions.internal.match;

import io.github.withcdp.assertions.internal.session.TargetLookup;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.recording.CapturedEvents;
import java.util.ArrayList;
import java.util.List;

/** How far events have come in an order; others may come in between. Looks at each event only once however often it is asked. */
public final class EventOrder {

    private static final int BEFORE = 4;
    private static final int AFTER = 3;

    private final List<? extends EventMatcher> expected;
    private final CapturedEvents events;
    private final TargetLookup targets;
    private final List<CDPEvent> steps = new ArrayList<>();
    private long seen;
    private int reached;

    public EventOrder(List<? extends EventMatcher> expected, CapturedEvents events, TargetLookup targets) {
        this.expected = expected;
        this.events = events;
        this.targets = targets;
    }

    /** Look at what has come since the last time, and return whether all have come in order by now. */
    public boolean isComplete() {
        events.stream().skip(seen).forEach(event -> {
            seen++;
            if (reached < expected.size() && expected.get(reached).matches(event, targets)) {
                reached++;
                steps.add(event);
            }
        });
        return reached == expected.size();
    }

    /** Return the events that have come in order so far. */
    public List<CDPEvent> steps() {
        return List.copyOf(steps);
    }

    /** Return what is expected, a line each, and where the order broke; the middle of many is left out. */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        int from = Math.max(0, reached - BEFORE);
        int to = Math.min(expected.size(), reached + 1 + AFTER);
        if (from > 0) {
            lines.add("…(%d more, which came)…".formatted(from));
        }
        for (int i = from; i < to; i++) {
            lines.add("%d. %s%s".formatted(i + 1, expected.get(i).words(), mark(i)));
        }
        if (to < expected.size()) {
            lines.add("…(%d more)…".formatted(expected.size() - to));
        }
        return lines;
    }

    private String mark(int index) {
        if (index != reached) {
            return "";
        }
        return index == 0 ? "   <<< missing" : "   <<< missing after no. " + index;
    }

    /** Return whether the missing one came, but too early. */
    public List<String> tooEarly() {
        var missing = expected.get(reached);
        long count =
                events.stream().filter(event -> missing.matches(event, targets)).count();
        long usedBefore = expected.subList(0, reached).stream()
                .filter(earlier -> earlier.words().equals(missing.words()))
                .count();
        return reached > 0 && count > usedBefore
                ? List.of("No. %d came, but only before no. %d.".formatted(reached + 1, reached))
                : List.of();
    }

    public EventMatcher missing() {
        return expected.get(reached);
    }
}
