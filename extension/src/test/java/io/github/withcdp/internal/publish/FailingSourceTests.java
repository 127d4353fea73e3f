package io.github.withcdp.internal.publish;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.index.BuildRoot;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class FailingSourceTests {

    private static final Checkout BUILD = new Checkout(BuildRoot.of(Path.of("")));

    @Test
    void has_the_lines_around_the_one_that_failed() {
        var failure = new AssertionError("no"); // the line of this test
        int line = failure.getStackTrace()[0].getLineNumber();

        var excerpt =
                FailingSource.of(failure, FailingSourceTests.class, "has_the_lines_around_the_one_that_failed", BUILD);

        assertThat(excerpt).hasValueSatisfying(source -> {
            assertThat(source.file())
                    .endsWith("src/test/java/io/github/withcdp/internal/publish/FailingSourceTests.java")
                    .doesNotStartWith("/");
            assertThat(source.first()).isEqualTo(line - 3);
            assertThat(source.failing()).isEqualTo(line);
            assertThat(source.lines()).hasSize(6);
            assertThat(source.lines().get(3)).endsWith("// the line of this test");
        });
    }

    @Test
    void is_empty_if_the_line_is_not_in_the_source() {
        var failure = new AssertionError("no");
        failure.setStackTrace(new StackTraceElement[] {
            new StackTraceElement(FailingSourceTests.class.getName(), "x", "FailingSourceTests.java", 100_000)
        });

        assertThat(FailingSource.of(failure, FailingSourceTests.class, "x", BUILD))
                .isEmpty();
    }

    @Test
    void is_empty_if_the_source_is_not_here() {
        assertThat(FailingSource.of(new AssertionError("no"), String.class, "x", BUILD))
                .isEmpty();
    }
}
