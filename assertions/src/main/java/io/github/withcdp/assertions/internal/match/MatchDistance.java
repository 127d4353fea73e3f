package io.github.withcdp.assertions.internal.match;

import io.github.withcdp.assertions.internal.text.ShownText;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** How far something is from what was expected, so that the closest can be shown: 0 if it is that, up to 1. */
public final class MatchDistance {

    private MatchDistance() {}

    /** Return how far a text is from a pattern: the less, the more of the pattern's words it has. */
    public static double ofText(String text, String glob) {
        var words = Stream.of(glob.split("[^\\p{L}\\p{N}]+"))
                .filter(word -> !word.isEmpty())
                .toList();
        if (words.isEmpty()) {
            return 0.9;
        }
        long common = words.stream().filter(text::contains).count();
        return 0.9 - 0.7 * common / words.size();
    }

    /** Return how far a value is from the words that demand another one: 1 if it is not there, less the more they have in common. */
    static double ofValue(JsonNode actual, String expected) {
        if (actual.isMissingNode()) {
            return 1;
        }
        var shown = ShownText.value(actual);
        int longest = Math.max(1, Math.max(shown.length(), expected.length()));
        int shortest = Math.min(shown.length(), expected.length());
        int head = 0;
        while (head < shortest && shown.charAt(head) == expected.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < shortest - head
                && shown.charAt(shown.length() - 1 - tail) == expected.charAt(expected.length() - 1 - tail)) {
            tail++;
        }
        return 0.9 - 0.8 * (head + tail) / longest;
    }
}
