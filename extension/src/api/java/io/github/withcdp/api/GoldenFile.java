package io.github.withcdp.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Texts as they should be, one file each, beside the test. They are written by hand, so that somebody has read what changed. */
public final class GoldenFile {

    private GoldenFile() {}

    /** Verify that a text is that of a file in the package of a test. */
    public static void assertSame(String actual, Class<?> test, String file) {
        assertThat(actual)
                .as(
                        "If the new text is the better one, put it by hand into src/test/resources/%s/%s",
                        test.getPackageName().replace('.', '/'), file)
                .isEqualTo(text(test, file));
    }

    private static String text(Class<?> test, String file) {
        try (var golden = Objects.requireNonNull(test.getResourceAsStream(file), file)) {
            return new String(golden.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
