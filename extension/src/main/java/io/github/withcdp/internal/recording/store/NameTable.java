package io.github.withcdp.internal.recording.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Gives names small numbers, so that a message does not have to carry them.
 * Bounded: what is too long, or one too many, has no number and is kept with its message.
 *
 * <p>Numbers are given by one thread at a time; whoever has learned of a number in a safe way may ask for its name.
 */
final class NameTable<T> {

    /** Instead of a number: the name is kept with the message. */
    static final int INLINE = -1;

    private static final int LONGEST = 128;
    private static final int MOST = 32_768;

    private final Map<T, Integer> numbers = new HashMap<>();
    private volatile T[] names;

    NameTable(IntFunction<T[]> array) {
        names = array.apply(64);
    }

    int numberOf(T name, int length) {
        var existing = numbers.get(name);
        if (existing != null) {
            return existing;
        }
        int number = numbers.size();
        if (length > LONGEST || number == MOST) {
            return INLINE;
        }
        if (number == names.length) {
            names = Arrays.copyOf(names, 2 * number);
        }
        names[number] = name;
        numbers.put(name, number);
        return number;
    }

    T name(int number) {
        return names[number];
    }

    int size() {
        return numbers.size();
    }

    /** Return the bit that stands for a number in the mask of a page: different names may share one. */
    static long bit(int number) {
        return number == INLINE ? -1L : 1L << (number & 63);
    }
}
