package io.github.withcdp.internal.difference;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds which elements of two lists belong together, in an order that both have. What is equal at both ends does, then elements that are there
 * once, and between these the longest common part. Between long stretches without such elements it makes do with less than the
 * longest, so that it never takes much longer than to read the lists.
 */
final class SequenceAlignment {

    /**
     * Two elements that belong together.
     *
     * @param one the index in the one list
     * @param other the index in the other
     */
    record Pair(int one, int other) {}

    /** The longest common part is looked for in tables of so many cells at most. */
    private static final int CELLS = 250_000;

    private final List<?> one;
    private final List<?> other;
    private final List<Pair> pairs = new ArrayList<>();

    private SequenceAlignment(List<?> one, List<?> other) {
        this.one = one;
        this.other = other;
    }

    /** Align two lists; the pairs are in the order of both. */
    static List<Pair> of(List<?> one, List<?> other) {
        var alignment = new SequenceAlignment(List.copyOf(one), List.copyOf(other));
        alignment.align(0, one.size(), 0, other.size(), true);
        return List.copyOf(alignment.pairs);
    }

    private void align(int begin, int end, int otherBegin, int otherEnd, boolean withUnique) {
        int from = begin;
        int otherFrom = otherBegin;
        while (from < end && otherFrom < otherEnd && one.get(from).equals(other.get(otherFrom))) {
            pairs.add(new Pair(from++, otherFrom++));
        }
        int to = end;
        int otherTo = otherEnd;
        while (from < to && otherFrom < otherTo && one.get(to - 1).equals(other.get(otherTo - 1))) {
            to--;
            otherTo--;
        }
        if (from < to && otherFrom < otherTo) {
            if ((long) (to - from) * (otherTo - otherFrom) <= CELLS) {
                longest(from, to, otherFrom, otherTo);
            } else if (withUnique) {
                unique(from, to, otherFrom, otherTo);
            } else {
                inTurn(from, to, otherFrom, otherTo);
            }
        }
        for (int i = to, j = otherTo; i < end; i++, j++) {
            pairs.add(new Pair(i, j));
        }
    }

    /** Align at the elements that are in both stretches once; what is between those is aligned without looking for further ones. */
    private void unique(int from, int to, int otherFrom, int otherTo) {
        var mine = places(one, from, to);
        var theirs = places(other, otherFrom, otherTo);
        var common = new ArrayList<Pair>();
        for (int i = from; i < to; i++) {
            int place = theirs.getOrDefault(one.get(i), -1);
            if (place >= 0 && mine.getOrDefault(one.get(i), -1) == i) {
                common.add(new Pair(i, place));
            }
        }
        int at = from;
        int otherAt = otherFrom;
        for (int index : increasing(common.stream().mapToInt(Pair::other).toArray())) {
            var anchor = common.get(index);
            align(at, anchor.one(), otherAt, anchor.other(), false);
            pairs.add(anchor);
            at = anchor.one() + 1;
            otherAt = anchor.other() + 1;
        }
        align(at, to, otherAt, otherTo, false);
    }

    /** Return the places of elements; negative of what is there more than once. */
    private static Map<Object, Integer> places(List<?> list, int from, int to) {
        var places = new HashMap<Object, Integer>();
        for (int i = from; i < to; i++) {
            places.merge(list.get(i), i, (first, second) -> -1);
        }
        return places;
    }

    /** Return the indexes of a longest part of numbers in which they increase. */
    static int[] increasing(int[] numbers) {
        var ends = new int[numbers.length]; // the index of the smallest end of a part of each length
        var before = new int[numbers.length];
        int length = 0;
        for (int i = 0; i < numbers.length; i++) {
            int low = 0;
            int high = length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (numbers[ends[middle]] < numbers[i]) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            before[i] = low == 0 ? -1 : ends[low - 1];
            ends[low] = i;
            length = Math.max(length, low + 1);
        }
        var part = new int[length];
        for (int i = length - 1, at = length == 0 ? -1 : ends[length - 1]; i >= 0; i--, at = before[at]) {
            part[i] = at;
        }
        return part;
    }

    private void longest(int from, int to, int otherFrom, int otherTo) {
        int width = otherTo - otherFrom + 1;
        var lengths = new int[(to - from + 1) * width];
        for (int i = to - from - 1; i >= 0; i--) {
            for (int j = otherTo - otherFrom - 1; j >= 0; j--) {
                lengths[i * width + j] = one.get(from + i).equals(other.get(otherFrom + j))
                        ? lengths[(i + 1) * width + j + 1] + 1
                        : Math.max(lengths[(i + 1) * width + j], lengths[i * width + j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (from + i < to && otherFrom + j < otherTo) {
            if (one.get(from + i).equals(other.get(otherFrom + j))) {
                pairs.add(new Pair(from + i++, otherFrom + j++));
            } else if (lengths[(i + 1) * width + j] >= lengths[i * width + j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    /** Give each element the next one that is equal, if there is one in the next few: of long stretches that are all repetitions. */
    private void inTurn(int from, int to, int otherFrom, int otherTo) {
        int at = otherFrom;
        for (int i = from; i < to && at < otherTo; i++) {
            int end = Math.min(otherTo, at + (int) Math.sqrt(CELLS));
            for (int j = at; j < end; j++) {
                if (one.get(i).equals(other.get(j))) {
                    pairs.add(new Pair(i, j));
                    at = j + 1;
                    break;
                }
            }
        }
    }
}
