package io.github.withcdp.internal.download;

import io.github.withcdp.internal.time.Deadline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash that {@code sha256sum} prints. */
final class Sha256 {

    private static final int BUFFER = 64 * 1024;

    private Sha256() {}

    /** Return the hash of a file. */
    static String of(Path file, Deadline deadline) throws IOException, InterruptedException {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // each Java has it
        }
        try (var stream = Files.newInputStream(file)) {
            var buffer = new byte[BUFFER];
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                deadline.check();
                digest.update(buffer, 0, count);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }
}
