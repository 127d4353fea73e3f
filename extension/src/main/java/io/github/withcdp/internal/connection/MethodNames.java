package io.github.withcdp.internal.connection;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Gives equal bytes the same string, because a flood of events repeats a few names. Used by the reader thread only. */
final class MethodNames {

    private static final int SLOTS = 1024;

    private final @Nullable String[] names = new String[SLOTS];

    String of(byte[] bytes, int from, int to) {
        int hash = 0;
        for (int i = from; i < to; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = (hash ^ hash >>> 16) & SLOTS - 1;
        var cached = names[slot];
        if (cached != null && same(cached, bytes, from, to)) {
            return cached;
        }
        var name = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        names[slot] = name;
        return name;
    }

    static boolean same(String text, byte[] bytes, int from, int to) {
        if (text.length() != to - from) {
            return false;
        }
        for (int i = from; i < to; i++) {
            if (text.charAt(i - from) != bytes[i]) {
                return false;
            }
        }
        return true;
    }
}
