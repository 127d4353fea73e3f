package io.github.withcdp.internal.finding;

import java.util.List;

/**
 * What is suspicious in a recording.
 *
 * @param top the most telling ones, at most {@value #SHOWN}
 * @param total how many suspicious messages there are, those in {@code top} included
 */
public record Suspicions(List<Suspicion> top, long total) {

    /** How many are shown. */
    public static final int SHOWN = 5;

    /** Nothing suspicious. */
    public static final Suspicions NONE = new Suspicions(List.of(), 0);

    /** Copy the list. */
    public Suspicions {
        top = List.copyOf(top);
    }

    /** Return how many messages are not told by {@link #top()}. */
    public long more() {
        return total - top.stream().mapToLong(Suspicion::times).sum();
    }
}
