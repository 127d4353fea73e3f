package io.github.withcdp.internal.redaction;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Finds many strings in a text at once. A hash of the last few characters, carried along, is looked up in a set of bits;
 * only where one of the strings may begin are its characters read. Takes a fraction of the memory of an automaton for as many strings,
 * and reads a text that has none of them in about a nanosecond a character. However alike the strings are, and however often the text
 * begins like them, no place costs more than a {@linkplain #HEAD_LENGTH fixed number} of steps, but where one is found.
 */
final class MultiStringMatcher {

    /** The result if nothing was found. */
    static final long NOTHING = -1;

    /** Of longer strings the head is looked for; then the text is followed as far as it goes along with one of them. */
    static final int HEAD_LENGTH = 64;

    private static final int SMALLEST_BITS = 18;
    private static final int LARGEST_BITS = 24;
    private static final int MANY = 4_096;
    private static final int[] NOISE = noise();
    private static final int[] NOISE_IN_ANY_CASE = noiseInAnyCase();

    /** Where few characters are hashed many places begin like a string: then it is looked once more after so many. */
    private static final int SECOND_CHECK = 6;

    /** The seed of the hashes, so that nobody can write strings whose hashes are alike. */
    private static final long SEED = new SecureRandom().nextLong();

    private final String[] strings;
    private final boolean anyCase;
    private final int[] noise;
    private final int width;
    private final int shift;
    private final int mask;
    private final long[] filter;

    /** The same for strings that have no more characters than are hashed, and for the next character of the others. */
    private final long[] endsHere;

    private final long[] goesOn;

    /** For each length whether a string, or the head of one, has it. */
    private final boolean[] lengths = new boolean[HEAD_LENGTH + 1];

    private int longest;

    /** An open hash table of whole strings and heads, and of the first characters of all. */
    private final long[] hashes;

    /** For each hash the first of the strings that it is of in {@link #sorted}, from 1; 0 in empty slots, -1 if it is of first characters. */
    private final int[] groups;

    /** All strings: behind the shorter ones those that have a whole head, sorted, so that those with the same head stand together. */
    private final int[] sorted;

    /** Create a set of strings, none of which has fewer than three characters. */
    MultiStringMatcher(Collection<String> all) {
        this(all, false);
    }

    /**
     * Create a set of strings.
     *
     * @param anyCase whether ASCII letters count whatever their case; then the strings are in lower case
     */
    MultiStringMatcher(Collection<String> all, boolean anyCase) {
        this.anyCase = anyCase;
        this.noise = anyCase ? NOISE_IN_ANY_CASE : NOISE;
        strings = all.toArray(String[]::new);
        int shortest = Arrays.stream(strings).mapToInt(String::length).min().orElse(6);
        width = Math.min(6, shortest);
        int bits = strings.length > MANY && width > 4 ? LARGEST_BITS : SMALLEST_BITS;
        shift = (bits + width - 1) / width;
        mask = (1 << bits) - 1;
        filter = new long[(mask + 1) / 64];
        endsHere = new long[filter.length];
        goesOn = new long[filter.length];
        sorted = sorted(strings);
        int slots = Integer.highestOneBit(Math.max(4, strings.length * 4)) * 2;
        hashes = new long[slots];
        groups = new int[slots];
        for (int i = 0; i < sorted.length; i++) {
            add(i);
        }
    }

    private static int[] sorted(String[] strings) {
        var shorter = IntStream.range(0, strings.length).filter(i -> strings[i].length() < HEAD_LENGTH);
        var longer = IntStream.range(0, strings.length)
                .filter(i -> strings[i].length() >= HEAD_LENGTH)
                .boxed()
                .sorted(Comparator.comparing(i -> strings[i]))
                .mapToInt(i -> i);
        return IntStream.concat(shorter, longer).toArray();
    }

    private void add(int number) {
        var string = strings[sorted[number]];
        int hash = 0;
        long exact = SEED;
        int head = Math.min(HEAD_LENGTH, string.length());
        for (int i = 0; i < head; i++) {
            char c = string.charAt(i);
            exact = mix(exact, c);
            if (i < width) {
                hash = next(hash, c, noise);
            }
            if (i == width - 1 || i == SECOND_CHECK - 1) {
                put(exact, -1);
            }
        }
        filter[hash >>> 6] |= 1L << hash;
        if (string.length() == width) {
            endsHere[hash >>> 6] |= 1L << hash;
        } else {
            hash = next(hash, string.charAt(width), noise);
            goesOn[hash >>> 6] |= 1L << hash;
        }
        lengths[head] = true;
        longest = Math.max(longest, head);
        put(exact, number + 1);
    }

    private void put(long hash, int group) {
        int slot = slot(hash);
        if (groups[slot] <= 0) {
            hashes[slot] = hash;
            groups[slot] = groups[slot] == 0 || group > 0 ? group : groups[slot];
        }
    }

    /** Return the slot of a hash, or the empty one where it would be. */
    private int slot(long hash) {
        int slot = (int) (hash >>> 32) & (groups.length - 1);
        while (groups[slot] != 0 && hashes[slot] != hash) {
            slot = (slot + 1) & (groups.length - 1);
        }
        return slot;
    }

    private static long mix(long hash, char c) {
        long mixed = (hash ^ c) * 0x9E3779B97F4A7C15L;
        return mixed ^ (mixed >>> 29);
    }

    /** Return a set in which each string occurs once, in the given order. */
    static MultiStringMatcher of(String... strings) {
        return new MultiStringMatcher(List.of(strings));
    }

    /**
     * Return the first of the strings in a stretch of a text; of those that begin there, the longest.
     *
     * @return {@link #NOTHING}, or its place, see {@link #place}, and its {@link #index}
     */
    long find(String text, int from, int to) {
        if (strings.length == 0) {
            return NOTHING;
        }
        for (int place = candidate(text, from, to); place >= 0; place = candidate(text, place + 1, to)) {
            int index = longestAt(text, place, to);
            if (index >= 0) {
                return (long) place << 32 | index;
            }
        }
        return NOTHING;
    }

    /** Return the first place where one of the strings may begin, or -1. */
    private int candidate(String text, int from, int to) {
        int hash = 0;
        int first = from + width - 1;
        var noise = this.noise;
        var filter = this.filter;
        for (int i = from; i < to; i++) {
            hash = next(hash, text.charAt(i), noise);
            if ((filter[hash >>> 6] & (1L << hash)) != 0 && i >= first && goesOn(hash, text, i + 1, to)) {
                return i - width + 1;
            }
        }
        return -1;
    }

    private boolean goesOn(int hash, String text, int at, int to) {
        if ((endsHere[hash >>> 6] & (1L << hash)) != 0) {
            return true;
        }
        if (at >= to) {
            return false;
        }
        int further = next(hash, text.charAt(at), noise);
        return (goesOn[further >>> 6] & (1L << further)) != 0;
    }

    static int place(long match) {
        return (int) (match >> 32);
    }

    /** Return which string was found, as they were given. */
    static int index(long match) {
        return (int) match;
    }

    /** Return where what was found ends: where the string does, or where the text no longer goes along with it. */
    int end(long match, String text, int to) {
        return place(match) + common(strings[index(match)], text, place(match), to);
    }

    String string(int index) {
        return strings[index];
    }

    /** Return whether one of the strings may begin like this stretch of a text. */
    boolean mayBegin(String text, int from) {
        if (strings.length == 0 || text.length() - from < width) {
            return false;
        }
        int hash = 0;
        for (int i = from; i < from + width; i++) {
            hash = next(hash, text.charAt(i), noise);
        }
        return (filter[hash >>> 6] & (1L << hash)) != 0;
    }

    private int longestAt(String text, int place, int to) {
        long hash = SEED;
        int longestIndex = -1;
        int end = Math.min(longest, to - place);
        for (int i = 0; i < end; i++) {
            hash = mix(hash, at(text, place + i));
            if ((i == width - 1 || i == SECOND_CHECK - 1) && groups[slot(hash)] == 0) {
                return longestIndex;
            }
            if (i >= width - 1 && lengths[i + 1]) {
                int group = groups[slot(hash)];
                int index = group <= 0 ? -1 : sorted[group - 1];
                if (index >= 0 && common(strings[index], text, place, to) >= i + 1) {
                    longestIndex = i + 1 == HEAD_LENGTH ? farthest(group - 1, text, place, to) : index;
                }
            }
        }
        return longestIndex;
    }

    /** Of the strings with one head, return the one that the text follows longest; of those, the shortest. */
    private int farthest(int first, String text, int place, int to) {
        var head = strings[sorted[first]];
        int low = first;
        int high = sorted.length;
        int best = sorted[first];
        int farthest = common(head, text, place, to);
        while (low < high) {
            int middle = (low + high) >>> 1;
            var string = strings[sorted[middle]];
            int common = common(string, text, place, to);
            if (common > farthest || (common == farthest && string.length() < strings[best].length())) {
                farthest = common;
                best = sorted[middle];
            }
            if (common == string.length() || isLess(string, common, text, place, to)) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return best;
    }

    private static boolean isLess(String string, int common, String text, int place, int to) {
        return place + common < to && string.charAt(common) < text.charAt(place + common);
    }

    private int common(String string, String text, int place, int to) {
        int most = Math.min(string.length(), to - place);
        int common = 0;
        while (common < most && string.charAt(common) == at(text, place + common)) {
            common++;
        }
        return common;
    }

    private char at(String text, int place) {
        char c = text.charAt(place);
        return anyCase && c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
    }

    /** Return the hash with one more character: characters older than the width are shifted out of the mask. */
    private int next(int hash, char c, int[] noise) {
        return ((hash << shift) ^ (c < 128 ? noise[c] : (c * 0x9E3779B1) >>> 8)) & mask;
    }

    private static int[] noiseInAnyCase() {
        var noise = NOISE.clone();
        for (char c = 'A'; c <= 'Z'; c++) {
            noise[c] = NOISE[c + 32];
        }
        return noise;
    }

    private static int[] noise() {
        var noise = new int[128];
        var usedBits = new HashSet<Integer>();
        int state = 0x2545F491;
        for (int i = 0; i < noise.length; i++) {
            do {
                state ^= state << 13;
                state ^= state >>> 17;
                state ^= state << 5;
            } while (!usedBits.add(state & 0x3FFFF));
            noise[i] = state & 0xFFFFFF;
        }
        return noise;
    }
}
