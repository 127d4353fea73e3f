package io.github.withcdp.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Failure messages as they should be, one file each. They are written by hand, so that somebody has read what changed. */
final class Golden {

    private static final int SCREENFUL = 40;

    private Golden() {}

    /** Verify that an assertion fails, with the message in a file. */
    static void assertFails(String file, ThrowingCallable assertion) {
        var failure = Assertions.catchThrowable(assertion);
        assertThat(failure).as("a failure as in %s", file).isInstanceOf(AssertionError.class);
        String message = Objects.requireNonNull(failure.getMessage()).replace(System.lineSeparator(), "\n");
        assertThat(message)
                .as(
                        "If the new message is the better one, put it by hand into src/test/resources/io/github/withcdp/assertions/%s",
                        file)
                .isEqualTo("\n" + text(file).stripTrailing());
        assertThat(message.lines()).hasSizeLessThan(SCREENFUL);
    }

    private static String text(String file) {
        try (var golden = Objects.requireNonNull(Golden.class.getResourceAsStream(file), file)) {
            return new String(golden.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
