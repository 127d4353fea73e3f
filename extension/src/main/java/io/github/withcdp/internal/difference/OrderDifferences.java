package io.github.withcdp.internal.difference;

import io.github.withcdp.internal.difference.Matching.Match;
import io.github.withcdp.internal.likeness.Explanation;
import io.github.withcdp.internal.likeness.UrlForm;
import io.github.withcdp.recording.Difference.Kind;
import io.github.withcdp.recording.Difference.Presence;
import io.github.withcdp.recording.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** Finds requests that came to their end in another order. Of requests that are on their way together that is chance, as long as nobody minds. */
final class OrderDifferences {

    private static final int NEIGHBOURS = 50;

    private final ComparedRuns runs;
    private final List<Match<Exchange>> requests;

    private OrderDifferences(ComparedRuns runs, List<Match<Exchange>> requests) {
        this.runs = runs;
        this.requests = requests.stream()
                .filter(match -> ExchangeView.isFinished(
                                match.expected(), runs.expected().end())
                        && ExchangeView.isFinished(match.actual(), runs.actual().end()))
                .sorted(Comparator.comparing(match -> match.expected().timing().ended()))
                .toList();
    }

    static void add(ComparedRuns runs, List<Match<Exchange>> requests) {
        new OrderDifferences(runs, requests).find();
    }

    private void find() {
        var ends = requests.stream().map(OrderDifferences::end).sorted().toList();
        var ranks = requests.stream()
                .mapToInt(match -> Collections.binarySearch(ends, end(match)))
                .toArray();
        var kept = SequenceAlignment.increasing(ranks);
        var isKept = new boolean[requests.size()];
        for (int index : kept) {
            isKept[index] = true;
        }
        for (int i = 0; i < requests.size(); i++) {
            if (!isKept[i]) {
                add(i);
            }
        }
    }

    private static Duration end(Match<Exchange> match) {
        return match.actual().timing().ended();
    }

    /** Tell of the nearest request that this one has overtaken, or been overtaken by. */
    private void add(int index) {
        var one = requests.get(index);
        for (int distance = 1; distance <= NEIGHBOURS; distance++) {
            if (index + distance < requests.size()) {
                var later = requests.get(index + distance);
                if (end(later).compareTo(end(one)) < 0) {
                    add(one, later);
                    return;
                }
            }
            if (index >= distance) {
                var earlier = requests.get(index - distance);
                if (end(one).compareTo(end(earlier)) < 0) {
                    add(earlier, one);
                    return;
                }
            }
        }
    }

    /** That two which ask for the same thing overtake each other is what pages are not prepared for; the order of others is chance. */
    private void add(Match<Exchange> first, Match<Exchange> second) {
        boolean areAlike = first.actual().method().equals(second.actual().method())
                && UrlForm.withoutQuery(first.actual().url())
                        .equals(UrlForm.withoutQuery(second.actual().url()));
        var stream = new ArrayList<>(List.of(name(first.expected()), name(second.expected())));
        stream.sort(Comparator.naturalOrder());
        runs.add(new Found(
                Kind.ORDER,
                Presence.CHANGED,
                String.join(" ", stream),
                second.actual().url(),
                "%s %s came to its end before %s %s, not after it"
                        .formatted(
                                second.actual().method(),
                                second.actual().url(),
                                first.actual().method(),
                                first.actual().url()),
                List.of(),
                areAlike ? Explanation.NONE : Explanation.ALWAYS,
                end(second),
                second.actual().sequence(),
                Causes.of(second.actual(), runs.actual()),
                Trace.NONE));
    }

    private static String name(Exchange exchange) {
        return exchange.method() + " " + UrlForm.of(exchange.url());
    }
}
