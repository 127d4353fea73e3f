package io.github.withcdp;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Base64;
import java.util.zip.GZIPInputStream;

/** Text as reports pack it, compressed and in Base64: where a secret can hide from those who search the file. */
public final class PackedText {

    private PackedText() {}

    /** Return the bytes in Base64, decompressed if they are compressed, and none if it is no Base64. */
    public static byte[] bytes(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return new byte[0];
        }
        try (var in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return in.readAllBytes();
        } catch (IOException notPacked) {
            return bytes;
        }
    }
}
