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
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds requests that were answered, or came to their end, in another order: a page goes on with an answer before the last of its body is told of.
 * Of requests that are on their way together that is chance, as long as nobody minds.
 */
final class OrderDifferences {

    private static final int NEIGHBOURS = 50;

    /** What happens to a request, and how that is told. */
    private enum Moment {
        END("came to its end") {
            @Override
            Duration of(Exchange exchange) {
                return exchange.timing().ended();
            }
        },
        ANSWER("was answered") {
            @Override
            Duration of(Exchange exchange) {
                return exchange.timing().responded().orElse(exchange.timing().ended());
            }
        };

        private final String words;

        Moment(String words) {
            this.words = words;
        }

        abstract Duration of(Exchange exchange);
    }

    private final ComparedRuns runs;
    private final Set<String> reportedStreams;
    private final Moment moment;
    private final List<Match<Exchange>> requests;

    private OrderDifferences(
            ComparedRuns runs, List<Match<Exchange>> requests, Moment moment, Set<String> reportedStreams) {
        this.runs = runs;
        this.reportedStreams = reportedStreams;
        this.moment = moment;
        this.requests = requests.stream()
                .filter(match -> ExchangeView.isFinished(
                                match.expected(), runs.expected().end())
                        && ExchangeView.isFinished(match.actual(), runs.actual().end()))
                .sorted(Comparator.comparing(match -> moment.of(match.expected())))
                .toList();
    }

    static void add(ComparedRuns runs, List<Match<Exchange>> requests) {
        var reportedStreams = new HashSet<String>();
        for (var moment : Moment.values()) {
            new OrderDifferences(runs, requests, moment, reportedStreams).find();
        }
    }

    private void find() {
        var moments = requests.stream().map(this::moment).sorted().toList();
        var ranks = requests.stream()
                .mapToInt(match -> Collections.binarySearch(moments, moment(match)))
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

    private Duration moment(Match<Exchange> match) {
        return moment.of(match.actual());
    }

    /** Tell of the nearest request that this one has overtaken, or been overtaken by. */
    private void add(int index) {
        var one = requests.get(index);
        for (int distance = 1; distance <= NEIGHBOURS; distance++) {
            if (index + distance < requests.size()) {
                var later = requests.get(index + distance);
                if (moment(later).compareTo(moment(one)) < 0) {
                    add(one, later);
                    return;
                }
            }
            if (index >= distance) {
                var earlier = requests.get(index - distance);
                if (moment(one).compareTo(moment(earlier)) < 0) {
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
        if (moment == Moment.ANSWER && reportedStreams.contains(String.join(" ", stream))) {
            return; // as it came to its end
        }
        reportedStreams.add(String.join(" ", stream));
        runs.add(new Found(
                Kind.ORDER,
                Presence.CHANGED,
                String.join(" ", stream),
                second.actual().url(),
                "%s %s %s before %s %s, not after it"
                        .formatted(
                                second.actual().method(),
                                second.actual().url(),
                                moment.words,
                                first.actual().method(),
                                first.actual().url()),
                List.of(),
                areAlike ? Explanation.NONE : Explanation.ALWAYS,
                moment(second),
                second.actual().sequence(),
                Causes.of(second.actual(), runs.actual()),
                Trace.NONE));
    }

    private static String name(Exchange exchange) {
        return exchange.method() + " " + UrlForm.of(exchange.url());
    }
}
