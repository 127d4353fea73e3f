package io.github.withcdp.internal.chrome;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.extension.AnnotatedElementContext;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDirFactory;

/** Makes temporary directories with names as short as the system's own, in which there is room for Chrome's socket. */
final class ShortTempDir implements TempDirFactory {

    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public Path createTempDirectory(AnnotatedElementContext element, ExtensionContext context) throws IOException {
        return create();
    }

    static Path create() throws IOException {
        while (true) {
            var name = "w" + Integer.toString(RANDOM.nextInt(1 << 20), 36);
            try {
                return Files.createDirectory(Path.of(System.getProperty("java.io.tmpdir"))
                        .toRealPath()
                        .resolve(name));
            } catch (FileAlreadyExistsException e) {
                // Another name, then.
            }
        }
    }
}
