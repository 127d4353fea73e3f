package io.github.withcdp.assertions;

import io.github.withcdp.recording.CapturedEvents;

/** Counts the events that meet an expectation, and looks at each only once however often it is asked. */
final class Counter {

    private final EventPattern pattern;
    private final CapturedEvents named;
    private final Targets targets;
    private long seen;
    private int met;

    Counter(EventPattern pattern, CapturedEvents events, Targets targets) {
        this.pattern = pattern;
        this.named = events.named(pattern.method());
        this.targets = targets;
    }

    /** Look at what has come since the last time, and return how many there are by now. */
    int count() {
        named.stream().skip(seen).forEach(event -> {
            seen++;
            if (pattern.meetsConditions(event, targets)) {
                met++;
            }
        });
        return met;
    }
}
