package io.github.withcdp.internal.redaction;

import java.security.SecureRandom;

/**
 * SipHash-2-4 with a key that nobody knows and that ends with this process: tells equal texts within a run, and nothing after it.
 */
final class KeyedHash {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long KEY_0 = RANDOM.nextLong();
    private static final long KEY_1 = RANDOM.nextLong();

    private long v0;
    private long v1;
    private long v2;
    private long v3;

    private KeyedHash(long key0, long key1) {
        v0 = key0 ^ 0x736f6d6570736575L;
        v1 = key1 ^ 0x646f72616e646f6dL;
        v2 = key0 ^ 0x6c7967656e657261L;
        v3 = key1 ^ 0x7465646279746573L;
    }

    /** Return four hexadecimal digits, the same ones for equal texts. */
    static String fourDigits(String text) {
        int hash = (int) of(text, KEY_0, KEY_1) & 0xFFFF;
        return Integer.toHexString(0x10000 | hash).substring(1);
    }

    static long of(String text, long key0, long key1) {
        var hash = new KeyedHash(key0, key1);
        int length = text.length();
        int i = 0;
        for (; i + 4 <= length; i += 4) {
            hash.add(word(text, i, 4));
        }
        hash.add(word(text, i, length - i) | (long) length << 56);
        hash.v2 ^= 0xFF;
        for (int round = 0; round < 4; round++) {
            hash.round();
        }
        return hash.v0 ^ hash.v1 ^ hash.v2 ^ hash.v3;
    }

    private static long word(String text, int from, int count) {
        long word = 0;
        for (int i = 0; i < count; i++) {
            word |= (long) text.charAt(from + i) << (16 * i);
        }
        return word;
    }

    private void add(long word) {
        v3 ^= word;
        round();
        round();
        v0 ^= word;
    }

    private void round() {
        v0 += v1;
        v1 = Long.rotateLeft(v1, 13) ^ v0;
        v0 = Long.rotateLeft(v0, 32);
        v2 += v3;
        v3 = Long.rotateLeft(v3, 16) ^ v2;
        v0 += v3;
        v3 = Long.rotateLeft(v3, 21) ^ v0;
        v2 += v1;
        v1 = Long.rotateLeft(v1, 17) ^ v2;
        v2 = Long.rotateLeft(v2, 32);
    }
}
