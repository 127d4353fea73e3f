package io.github.withcdp.internal.difference;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.likeness.Explanation;
import io.github.withcdp.recording.Difference;
import io.github.withcdp.recording.Difference.Change;
import io.github.withcdp.recording.Difference.Kind;
import io.github.withcdp.recording.Difference.Presence;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.recording.RecordingDiff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Compares a run of a test with others of it that passed. */
public final class RecordingComparison {

    private static final int VALUE = 2_000;

    /** Of what was told at the same moment, the answer to the test comes of the rest, and what is missing may. */
    private static final Comparator<Found> FIRST_CAUSES = Comparator.comparing(Found::first)
            .thenComparing(found -> found.kind() == Kind.COMMAND)
            .thenComparing(Found::presence)
            .thenComparing(Found::kind)
            .thenComparing(Found::sequence);

    private final ComparedRun actual;
    private final List<ComparedRun> others;
    private final List<String> notes = new ArrayList<>();

    private RecordingComparison(Recording actual, Optional<Duration> failedAt, List<Recording> others) {
        this.actual = ComparedRun.of(actual, failedAt);
        this.others = others.stream()
                .map(other -> ComparedRun.of(other, Optional.empty()))
                .toList();
    }

    /**
     * Compare a run with others.
     *
     * @param actual the run that is judged
     * @param failedAt when it failed, in the time of its recording: what was said later was said for its report; if it is not given, the recording may know
     * @param others runs that passed, at least one, the latest first: it is compared with that, and what differs among them is explained
     */
    public static RecordingDiff of(Recording actual, Optional<Duration> failedAt, List<Recording> others) {
        if (others.isEmpty()) {
            throw new IllegalArgumentException("There is no recording to compare with. Give at least one");
        }
        return new RecordingComparison(actual, failedAt, others).compare();
    }

    private RecordingDiff compare() {
        var reference = others.get(0);
        Set<String> knownKeys = new TreeSet<>();
        for (var other : others.subList(1, others.size())) {
            runs(reference, other).found().forEach(found -> knownKeys.addAll(found.unexplained()));
        }
        var runs = runs(reference, actual);
        if (runs.hasTestChanged()) {
            notes.add("The test said something else than in the other run: it, or what it decides by, has changed");
        }
        notes.addAll(runs.notes());
        compareBrowsers(reference);
        var found = new ArrayList<>(
                runs.found().stream().map(each -> each.learned(knownKeys)).toList());
        explainOrder(found);
        found.sort(FIRST_CAUSES);
        var unexplained = found.stream()
                .filter(each -> each.weakest() == Explanation.NONE)
                .toList();
        return new RecordingDiff(
                grouped(unexplained, Consequences.of(unexplained)),
                grouped(
                        found.stream()
                                .filter(each -> each.weakest() != Explanation.NONE)
                                .sorted(Comparator.comparing(Found::weakest).reversed())
                                .toList(),
                        Consequences.of(List.of())),
                notes);
    }

    private static ComparedRuns runs(ComparedRun expected, ComparedRun actual) {
        var runs = new ComparedRuns(expected, actual);
        BackboneDifferences.add(runs); // first, because it knows how far the one that is judged has come
        var requests = RequestDifferences.add(runs);
        OrderDifferences.add(runs, requests);
        ConsoleDifferences.add(runs);
        EventDifferences.add(runs);
        return runs;
    }

    private void compareBrowsers(ComparedRun reference) {
        var one = reference.majorVersion();
        var other = actual.majorVersion();
        if (!one.isEmpty() && !other.isEmpty() && !one.equals(other)) {
            notes.add("The browser is another one: version " + other + " instead of " + one);
        }
    }

    /** Another order may be what went wrong, if something did, and nothing else is known that led to it. */
    private static void explainOrder(List<Found> found) {
        boolean hasOutcome = false;
        boolean hasCause = false;
        for (var each : found) {
            if (each.kind() != Kind.ORDER && each.weakest() == Explanation.NONE) {
                hasOutcome = true;
                boolean isOutcome = each.kind() == Kind.COMMAND || each.kind() == Kind.CONSOLE;
                hasCause |= !isOutcome || each.presence() != Presence.CHANGED;
            }
        }
        boolean isRaised = hasOutcome && !hasCause;
        found.replaceAll(each -> each.kind() == Kind.ORDER && !isRaised ? each.explained() : each);
    }

    /** What is the same of several is told once, and what came of it with it. */
    private static List<Difference> grouped(List<Found> found, Consequences consequences) {
        var followed = new IdentityHashMap<Found, List<Found>>();
        var causes = new ArrayList<Found>();
        for (var each : found) {
            var cause = consequences.causeOf(each);
            if (cause.isEmpty()) {
                causes.add(each);
            } else {
                followed.computeIfAbsent(cause.get(), first -> new ArrayList<>())
                        .add(each);
            }
        }
        return groups(causes).stream()
                .map(group -> difference(
                        group,
                        groups(group.stream()
                                        .flatMap(cause -> followed.getOrDefault(cause, List.of()).stream())
                                        .toList())
                                .stream()
                                .map(effects -> difference(effects, List.of()))
                                .toList()))
                .toList();
    }

    private static Collection<List<Found>> groups(List<Found> found) {
        record Group(Kind kind, Presence presence, Object family) {}
        var groups = new LinkedHashMap<Group, List<Found>>();
        for (var each : found) {
            groups.computeIfAbsent(new Group(each.kind(), each.presence(), each.family()), group -> new ArrayList<>())
                    .add(each);
        }
        return groups.values();
    }

    private static String more(List<Found> group) {
        long like = group.stream()
                .filter(found -> found.stream().equals(group.get(0).stream()))
                .count();
        long others = group.size() - like;
        return (like > 1 ? " (" + like + " times)" : "") + (others > 0 ? " and " + others + " more" : "");
    }

    private static Difference difference(List<Found> group, List<Difference> followed) {
        var found = group.get(0);
        return new Difference(
                found.kind(),
                found.presence(),
                found.name(),
                found.subject() + more(group),
                found.leaves().stream()
                        .map(leaf -> new Change(
                                leaf.difference().pointer(),
                                text(leaf.difference().one()),
                                text(leaf.difference().other()),
                                explanation(leaf.difference().explanation())))
                        .toList(),
                explanation(found.weakest()),
                found.first(),
                found.sequence(),
                found.cause(),
                followed);
    }

    private static String text(JsonNode node) {
        var text = Json.text(node);
        return text.length() <= VALUE ? text : text.substring(0, VALUE) + "…";
    }

    private static Difference.Explanation explanation(Explanation explanation) {
        return Difference.Explanation.valueOf(explanation.name());
    }
}
