package io.github.withcdp.assertions.internal.match;

import io.github.withcdp.assertions.internal.session.TargetLookup;
import io.github.withcdp.recording.CapturedEvents;
import java.util.HashMap;
import java.util.Map;

/** Counts the events that meet an expectation, and looks at each only once however often it is asked. */
public final class EventCounter {

    private final EventPattern pattern;
    private final CapturedEvents named;
    private final TargetLookup targets;
    private final FaviconRequests icon;
    private final boolean sparesIcons;
    private final Map<String, Integer> metOfRequests = new HashMap<>();
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
                if (sparesIcons) {
                    metOfRequests.merge(FaviconRequests.requestOf(event), 1, Integer::sum);
                }
            }
        });
        return met - aboutIcons();
    }

    private int aboutIcons() {
        return metOfRequests.isEmpty()
                ? 0
                : icon.requests().stream()
                        .mapToInt(id -> metOfRequests.getOrDefault(id, 0))
                        .sum();
    }
}
