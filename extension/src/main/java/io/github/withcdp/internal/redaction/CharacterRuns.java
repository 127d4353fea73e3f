package io.github.withcdp.internal.redaction;

/**
 * Where runs of characters end in a text. Remembers the last run of each kind: whoever asks again and again from places further on,
 * as rules do that may begin anywhere, reads the text once for each kind, and not once for each place.
 */
final class CharacterRuns {

    /** Some rules follow several runs of one kind from each place; these must not forget each other. */
    private static final int TRACKS = 4;

    private final String text;
    private final int[] from = new int[CharacterKind.KINDS * TRACKS];

    /** One more than that, so that 0 is none. */
    private final int[] end = new int[CharacterKind.KINDS * TRACKS];

    private long steps;

    CharacterRuns(String text) {
        this.text = text;
    }

    /** Return where the run of a kind ends that begins at a place: there, if it has no character. */
    int end(CharacterKind kind, int place) {
        return end(kind, 0, place);
    }

    /** Return the same; rules that follow the first, second, … run of a kind from each place say which one it is. */
    int end(CharacterKind kind, int track, int place) {
        int slot = kind.number * TRACKS + track;
        if (place >= from[slot] && place < end[slot]) {
            return end[slot] - 1;
        }
        // RedactionRules look ahead and then go on from further back: what is known of what is ahead must not be read
        // again.
        int knownFrom = place < from[slot] ? from[slot] : text.length();
        int at = place;
        while (at < knownFrom && kind.has(text.charAt(at))) {
            at++;
        }
        steps += at - place + 1;
        if (place > from[slot] || end[slot] == 0) {
            end[slot] = at + 1;
            from[slot] = place;
        } else if (at == knownFrom) {
            from[slot] = place;
            at = end[slot] - 1;
        }
        return at;
    }

    /** Return how many characters were looked at. */
    long steps() {
        return steps;
    }
}
