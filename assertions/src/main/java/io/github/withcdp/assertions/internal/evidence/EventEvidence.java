package io.github.withcdp.assertions.internal.evidence;

import io.github.withcdp.assertions.internal.match.EventPattern;
import io.github.withcdp.assertions.internal.match.FaviconRequests;
import io.github.withcdp.assertions.internal.session.TargetLookup;
import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.assertions.internal.text.WrappedList;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.recording.CapturedEvents;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.PriorityQueue;
import java.util.stream.Stream;

/** Finds what explains a failure among the events, or commands, that were there instead. */
public final class EventEvidence {

    private static final int CANDIDATES = 3;
    private static final int MATCHES = 5;
    private static final int WIDTH = 100;

    private final CapturedEvents events;
    private final TargetLookup targets;
    private final String came;

    private EventEvidence(CapturedEvents events, TargetLookup targets, String came) {
        this.events = events;
        this.targets = targets;
        this.came = came;
    }

    public static EventEvidence ofEvents(CapturedEvents events, TargetLookup targets) {
        return new EventEvidence(events, targets, "came");
    }

    public static EventEvidence ofCommands(CapturedEvents commands) {
        return new EventEvidence(commands, TargetLookup.UNKNOWN, "was sent");
    }

    /** Return the closest to what did not come, and the tally of all that did. */
    public List<String> insteadOf(EventPattern expected) {
        var lines = new ArrayList<String>();
        if (expected.hasConditions()) {
            lines.addAll(closest(expected));
        }
        lines.addAll(tally(expected.domain()));
        long icons = events.named(expected.method()).stream()
                .filter(FaviconRequests.counts(expected, events).negate())
                .count();
        if (icons > 0) {
            lines.add("%d %s about /favicon.ico, for which the browser asks by itself, and %s not count."
                    .formatted(icons, icons == 1 ? "is" : "are", icons == 1 ? "does" : "do"));
        }
        return lines;
    }

    /** Return the events with the right method that are closest to an expectation without meeting it. */
    private List<String> closest(EventPattern expected) {
        var closest = new PriorityQueue<EventCandidate>(CANDIDATES + 1, EventCandidate.CLOSEST_FIRST.reversed());
        int[] count = {0};
        events.named(expected.method()).stream()
                .filter(event -> !expected.meetsConditions(event, targets))
                .filter(FaviconRequests.counts(expected, events))
                .forEach(event -> {
                    closest.add(new EventCandidate(count[0]++, event, expected.checks(event, targets)));
                    if (closest.size() > CANDIDATES) {
                        closest.remove();
                    }
                });
        var lines = new ArrayList<String>();
        if (count[0] > 0) {
            lines.add(
                    count[0] == 1
                            ? "One %s %s that is not like this:".formatted(expected.method(), came)
                            : "Of %d %s that are not like this, the closest:".formatted(count[0], expected.method()));
            closest.stream().sorted(EventCandidate.CLOSEST_FIRST).forEach(candidate -> lines.addAll(candidate.lines()));
        }
        return lines;
    }

    /** Return how often each method came, in the order in which they first did. */
    public List<String> tally() {
        return tally("");
    }

    /** Return how often each method came, those of a domain first. */
    private List<String> tally(String domain) {
        var counts = new LinkedHashMap<String, Integer>();
        events.inDomain(domain).stream().forEach(event -> counts.merge(event.method(), 0, Integer::sum));
        events.stream().forEach(event -> counts.merge(event.method(), 1, Integer::sum));
        if (counts.isEmpty()) {
            return List.of("Nothing at all %s.".formatted(came));
        }
        var entries = new ArrayList<String>();
        counts.forEach(
                (method, count) -> entries.add(ShownText.text(method, WIDTH) + (count == 1 ? "" : " ×" + count)));
        var lines = new ArrayList<String>();
        lines.add("What %s:".formatted(came));
        lines.addAll(WrappedList.lines(entries, "methods"));
        return lines;
    }

    /** Return the first of those that should not be there. */
    public List<String> first(EventPattern unexpected) {
        return matches(unexpected)
                .findFirst()
                .map(event -> List.of("The first:", line(event)))
                .orElse(List.of());
    }

    /** Return those that are as demanded, of which there are too many. */
    public List<String> all(EventPattern tooMany) {
        var lines = new ArrayList<String>();
        lines.add("These are:");
        matches(tooMany).limit(MATCHES).map(this::line).forEach(lines::add);
        long count = matches(tooMany).count();
        if (count > MATCHES) {
            lines.add("  …(%d more)…".formatted(count - MATCHES));
        }
        return lines;
    }

    private Stream<CDPEvent> matches(EventPattern pattern) {
        return events.named(pattern.method()).stream()
                .filter(event -> pattern.meetsConditions(event, targets))
                .filter(FaviconRequests.counts(pattern, events));
    }

    private String line(CDPEvent event) {
        return "  " + where(event) + EventCandidate.params(event);
    }

    private String where(CDPEvent event) {
        return targets.of(event.session())
                .map(target -> "%s %s: ".formatted(target.type(), ShownText.text(target.url(), ShownText.VALUE)))
                .orElse("");
    }
}
