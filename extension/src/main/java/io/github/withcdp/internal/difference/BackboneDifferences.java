package io.github.withcdp.internal.difference;

import io.github.withcdp.internal.difference.Found.Leaf;
import io.github.withcdp.internal.difference.Matching.Match;
import io.github.withcdp.internal.likeness.Explanation;
import io.github.withcdp.internal.likeness.JsonComparison;
import io.github.withcdp.internal.likeness.LeafDifference;
import io.github.withcdp.recording.Difference.Kind;
import io.github.withcdp.recording.Difference.Presence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Compares what the test said, in its order, and what it was answered. */
final class BackboneDifferences {

    /** Their answers are other ones in each run, if nothing else is. */
    private static final Set<String> MEASUREMENTS = Set.of(
            "Performance.getMetrics",
            "Runtime.getHeapUsage",
            "Memory.getDOMCounters",
            "Page.printToPDF",
            "IO.read",
            "Profiler.stop",
            "Tracing.getCategories",
            "SystemInfo.getProcessInfo");

    private final ComparedRuns runs;
    private final List<BackboneStep> expected;
    private final List<BackboneStep> actual;

    private BackboneDifferences(ComparedRuns runs) {
        this.runs = runs;
        expected = runs.expected().backbone().steps();
        actual = runs.actual().backbone().steps();
    }

    static void add(ComparedRuns runs) {
        new BackboneDifferences(runs).compare();
    }

    private void compare() {
        var pairs = SequenceAlignment.of(
                expected.stream()
                        .map(step -> List.of(step.role(), step.likeness()))
                        .toList(),
                actual.stream()
                        .map(step -> List.of(runs.names().of(step.role()), step.likeness()))
                        .toList());
        int from = 0;
        int otherFrom = 0;
        for (var pair : pairs) {
            between(from, pair.one(), otherFrom, pair.other(), false);
            compare(expected.get(pair.one()), actual.get(pair.other()));
            from = pair.one() + 1;
            otherFrom = pair.other() + 1;
        }
        between(from, expected.size(), otherFrom, actual.size(), true);
    }

    /** Compare what is between two commands that are the same: first in what is in both, with other params. */
    private void between(int from, int to, int otherFrom, int otherTo, boolean isLast) {
        var matching = new Matching<>(expected.subList(from, to), actual.subList(otherFrom, otherTo))
                .by(
                        step -> List.of(step.role(), step.method()),
                        step -> List.of(runs.names().of(step.role()), step.method()));
        for (Match<BackboneStep> match : matching.matches()) {
            compare(match.expected(), match.actual());
        }
        if (isLast && matching.added().isEmpty() && !matching.missing().isEmpty()) {
            ended(matching.missing());
        } else {
            matching.missing()
                    .forEach(step -> add(Presence.MISSING, step, runs.anchors().of(step.sent())));
        }
        matching.added().forEach(step -> add(Presence.ADDED, step, step.sent()));
        if (!isLast && !(matching.missing().isEmpty() && matching.added().isEmpty())) {
            runs.testHasChanged();
        }
    }

    /** A test that fails goes no further: what it would have said and brought about is not missing. */
    private void ended(List<BackboneStep> missing) {
        runs.expectedEndsAt(missing.get(0).sent());
        runs.note(
                missing.size() == 1
                        ? "The test came to its end before the last command of the other run"
                        : "The test came to its end before the last " + missing.size() + " commands of the other run");
    }

    private void add(Presence presence, BackboneStep step, Duration at) {
        runs.add(new Found(
                Kind.COMMAND,
                presence,
                step.role() + " " + step.likeness(),
                step.method(),
                step.subject(),
                new ArrayList<>(),
                Explanation.NONE,
                at,
                step.sequence(),
                "",
                Trace.NONE));
    }

    private void compare(BackboneStep one, BackboneStep other) {
        runs.anchors().add(one.sent(), other.sent());
        runs.anchors().add(one.answered(), other.answered());
        var leaves = JsonComparison.ofMessages(one.tree(), other.tree()).stream()
                .map(difference -> leaf(difference, other))
                .toList();
        if (!leaves.isEmpty()) {
            runs.add(new Found(
                    Kind.COMMAND,
                    Presence.CHANGED,
                    one.role() + " " + one.likeness(),
                    other.method(),
                    other.subject(),
                    leaves,
                    Explanation.NONE,
                    other.sent(),
                    other.sequence(),
                    "",
                    Trace.NONE));
        }
    }

    private static Leaf leaf(LeafDifference difference, BackboneStep step) {
        boolean isMeasured = difference.pointer().startsWith("/result") && MEASUREMENTS.contains(step.method());
        return new Leaf(
                isMeasured
                        ? new LeafDifference(
                                difference.pointer(), difference.one(), difference.other(), Explanation.ALWAYS)
                        : difference,
                difference.pointer().startsWith("/params") ? step.sent() : step.answered());
    }
}
