package io.github.withcdp.internal.finding;

import java.util.ArrayList;
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

    /** Return the same with the source of the first exception, if it is on record: the others are a click away. */
    Suspicions withSource(ExceptionSource sources) {
        var all = new ArrayList<>(top);
        for (int i = 0; i < all.size(); i++) {
            var source = sources.of(all.get(i));
            if (!source.isEmpty()) {
                all.set(i, all.get(i).withSource(source));
                break;
            }
        }
        return new Suspicions(all, total, nothing);
    }
}
