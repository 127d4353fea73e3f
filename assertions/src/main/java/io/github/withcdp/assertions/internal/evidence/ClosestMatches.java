package io.github.withcdp.assertions.internal.evidence;

import io.github.withcdp.assertions.internal.match.CheckResult;
import io.github.withcdp.assertions.internal.text.WrappedList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;

/**
 * Finds what explains that requests, or console messages, are not there: those that come closest, and what came instead.
 *
 * @param all that there are
 * @param checks how one fares with what is demanded
 * @param line one on a line
 * @param noun what each is: {@code request}
 * @param verb what happened to them: {@code was made}
 */
public record ClosestMatches<E>(
        List<? extends E> all,
        Function<E, List<CheckResult>> checks,
        Function<E, String> line,
        String noun,
        String verb) {

    private static final int CANDIDATES = 3;
    private static final int MATCHES = 5;

    private record Near<E>(int place, E element, List<CheckResult> checks) {

        boolean isMet() {
            return checks.stream().allMatch(CheckResult::met);
        }

        double distance() {
            return CheckResult.distance(checks);
        }
    }

    /** Return the closest of those that are not as they should be, and the tally of all. */
    public List<String> lines() {
        if (all.isEmpty()) {
            return List.of("No %s at all %s.".formatted(noun, verb));
        }
        var others = nears().stream().filter(near -> !near.isMet()).toList();
        var lines = new ArrayList<String>();
        if (!others.isEmpty()) {
            lines.add(
                    others.size() == 1
                            ? "One %s %s that is not like this:".formatted(noun, verb)
                            : "Of %d %ss that are not like this, the closest:".formatted(others.size(), noun));
            // The closest first; of those that are as close, the latest.
            others.stream()
                    .sorted(Comparator.<Near<E>>comparingDouble(Near::distance)
                            .thenComparing(Near::place, Comparator.reverseOrder()))
                    .limit(CANDIDATES)
                    .forEach(near -> lines.addAll(candidate(near)));
        }
        if (others.size() > CANDIDATES) {
            lines.addAll(tally());
        }
        return lines;
    }

    /** Return those that are as demanded. */
    public List<String> matches() {
        var matches = nears().stream().filter(Near::isMet).toList();
        var lines = new ArrayList<String>();
        lines.add(matches.size() == 1 ? "This is it:" : "These are:");
        matches.stream()
                .limit(MATCHES)
                .map(near -> "  " + line.apply(near.element()))
                .forEach(lines::add);
        if (matches.size() > MATCHES) {
            lines.add("  …(%d more)…".formatted(matches.size() - MATCHES));
        }
        return lines;
    }

    private List<Near<E>> nears() {
        var nears = new ArrayList<Near<E>>();
        for (var element : all) {
            nears.add(new Near<>(nears.size(), element, checks.apply(element)));
        }
        return nears;
    }

    private List<String> candidate(Near<E> near) {
        var lines = new ArrayList<String>();
        lines.add("  " + line.apply(near.element()));
        lines.addAll(EventCandidate.lines(near.checks()));
        return lines;
    }

    private List<String> tally() {
        var counts = new LinkedHashMap<String, Integer>();
        all.forEach(element -> counts.merge(line.apply(element), 1, Integer::sum));
        var entries = new ArrayList<String>();
        counts.forEach((line, count) -> entries.add(count == 1 ? line : line + " ×" + count));
        var lines = new ArrayList<String>();
        lines.add("What %s:".formatted(verb));
        lines.addAll(WrappedList.lines(entries, noun + "s"));
        return lines;
    }
}
