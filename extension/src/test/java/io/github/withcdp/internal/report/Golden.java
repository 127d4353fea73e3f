package io.github.withcdp.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** Texts as they should be, one file each. They are written by hand, so that somebody has read what changed. */
public final class Golden {

    private Golden() {}

    public static void assertSame(String actual, String file) throws IOException {
        try (var golden = Objects.requireNonNull(Golden.class.getResourceAsStream(file), file)) {
            assertThat(actual)
                    .as(
                            "If the new text is the better one, put it by hand into src/test/resources/io/github/withcdp/internal/report/%s",
                            file)
                    .isEqualTo(new String(golden.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
