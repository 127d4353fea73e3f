package io.github.withcdp.assertions.internal.match;

import io.github.withcdp.assertions.internal.session.TargetLookup;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.recording.CapturedEvents;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Counts the events that meet an expectation, and looks at each only once however often it is asked. */
public final class EventCounter {

    /** Of more than that nobody asks for each. */
    private static final int KEPT = 10_000;

    private final EventPattern pattern;
    private final CapturedEvents named;
    private final TargetLookup targets;
    private final FaviconRequests icon;
    private final boolean sparesIcons;
    private final Map<String, Integer> metOfRequests = new HashMap<>();
    private final List<CDPEvent> firstMet = new ArrayList<>();
    private long seen;
    private int met;

    public EventCounter(EventPattern pattern, CapturedEvents events, TargetLookup targets) {
        this.pattern = pattern;
        this.named = events.named(pattern.method());
        this.targets = targets;
        this.icon = new FaviconRequests(events);
        this.sparesIcons = FaviconRequests.mayBeIn(pattern);
    }

    /**
     * Look at what has come since the last time, and return how many there are by now. Those about an icon are taken off at the end, because
     * some come before the event that tells what was asked for.
     */
    public int count() {
        named.stream().skip(seen).forEach(event -> {
            seen++;
            if (pattern.meetsConditions(event, targets)) {
                met++;
                if (firstMet.size() < KEPT) {
                    firstMet.add(event);
                }
                if (sparesIcons) {
                    metOfRequests.merge(FaviconRequests.requestOf(event), 1, Integer::sum);
                }
            }
        });
        return met - aboutIcons();
    }

    /** Return the first of those that are counted, as many as are asked for, or as there are. */
    public List<CDPEvent> first(int count) {
        var icons = sparesIcons ? icon.requests() : Set.<String>of();
        return firstMet.stream()
                .filter(event -> icons.isEmpty() || !icons.contains(FaviconRequests.requestOf(event)))
                .limit(count)
                .toList();
    }

    private int aboutIcons() {
        return metOfRequests.isEmpty()
                ? 0
                : icon.requests().stream()
                        .mapToInt(id -> metOfRequests.getOrDefault(id, 0))
                        .sum();
    }
}
