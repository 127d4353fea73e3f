package io.github.withcdp.assertions;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.api.GoldenFile;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Failure messages as they should be, one file each. They are written by hand, so that somebody has read what changed. */
final class GoldenFailure {

    private static final int SCREENFUL = 40;

    private GoldenFailure() {}

    /** Verify that an assertion fails, with the message in a file. */
    static void assertFails(String file, ThrowingCallable assertion) {
        var failure = Assertions.catchThrowable(assertion);
        assertThat(failure).as("a failure as in %s", file).isInstanceOf(AssertionError.class);
        String message = Objects.requireNonNull(failure.getMessage()).replace(System.lineSeparator(), "\n");
        assertThat(message).as("the message as in %s", file).startsWith("\n");
        GoldenFile.assertSame(message.substring(1) + "\n", GoldenFailure.class, file);
        assertThat(message.lines()).hasSizeLessThan(SCREENFUL);
    }
}
