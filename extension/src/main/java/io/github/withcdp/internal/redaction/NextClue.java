package io.github.withcdp.internal.redaction;

import java.util.Arrays;
import java.util.List;

/**
 * Where the next clue is in a text that is gone through from its beginning to its end. Remembers what it has found, so that each clue is looked for once,
 * and that a place without any costs a comparison.
 */
final class NextClue {

    private final String text;
    private final List<Clue> clues;

    /** For each clue where it is next, and from where on it was looked for. */
    private final int[] next;

    private final int[] searched;

    /** The same for the first of them. */
    private int first = -1;

    private int searchedFirst;

    NextClue(String text, List<Clue> clues) {
        this.text = text;
        this.clues = clues;
        next = new int[clues.size()];
        Arrays.fill(next, -1);
        searched = new int[clues.size()];
    }

    /** Return where the first clue is from a place on, or the length of the text. */
    int from(int place) {
        if (first < place || searchedFirst > place) {
            searchedFirst = place;
            first = text.length();
            for (int i = 0; i < next.length; i++) {
                first = Math.min(first, next(i, place));
            }
        }
        return first;
    }

    private int next(int clue, int place) {
        if (next[clue] < place || searched[clue] > place) {
            searched[clue] = place;
            next[clue] = clues.get(clue).next(text, place);
        }
        return next[clue];
    }
}
