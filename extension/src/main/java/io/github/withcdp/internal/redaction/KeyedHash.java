package io.github.withcdp.internal.redaction;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * A hash with a key that nobody knows and that ends with this process: tells equal texts within a run, and nothing after it.
 * Two bytes of the digest are shown, from which nobody goes on to the digest of a longer text, so that it takes no HMAC.
 */
final class KeyedHash {

    private static final byte[] KEY = newKey();

    private KeyedHash() {}

    /** Return four hexadecimal digits, the same ones for equal texts. */
    static String fourDigits(String text) {
        return fourDigits(text, KEY);
    }

    static String fourDigits(String text, byte[] key) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(key);
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)), 0, 2);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // each Java has it
        }
    }

    private static byte[] newKey() {
        var key = new byte[32];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
