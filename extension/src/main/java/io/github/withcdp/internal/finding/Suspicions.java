package io.github.withcdp.internal.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What is suspicious in a recording.
 *
 * @param top the most telling ones, at most {@value #SHOWN}
 * @param total how many suspicious messages there are, those in {@code top} included
 * @param nothing what to say if there is none, a sentence or several: what was well, as far as anybody listened
 */
public record Suspicions(List<Suspicion> top, long total, String nothing) {

    /** How many are shown. */
    public static final int SHOWN = 5;

    /** Of a recording that could not be read. */
    public static final Suspicions UNKNOWN =
            new Suspicions(List.of(), 0, "It is not known whether anything was unusual.");

    /** Copy the list. */
    public Suspicions {
        top = List.copyOf(top);
    }

    /** Return how many messages are not told by {@link #top()}. */
    public long more() {
        return total - top.stream().mapToLong(Suspicion::times).sum();
    }

    /**
     * Return the same with the source of the first exception, if it is on record: the others are a click away.
     * Of a request that failed, and whose rejection nobody caught, it is shown only if there is no exception besides.
     */
    Suspicions withSource(ExceptionSource sources) {
        var exceptionsFirst = top.stream()
                .sorted(Comparator.comparing(suspicion -> suspicion.kind() != Suspicion.Kind.EXCEPTION))
                .toList();
        for (var suspicion : exceptionsFirst) {
            var source = sources.of(suspicion);
            if (!source.isEmpty()) {
                var all = new ArrayList<>(top);
                all.set(top.indexOf(suspicion), suspicion.withSource(source));
                return new Suspicions(all, total, nothing);
            }
        }
        return this;
    }
}
