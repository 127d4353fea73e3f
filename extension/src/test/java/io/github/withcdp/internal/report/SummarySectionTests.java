package io.github.withcdp.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SummarySectionTests {

    @Test
    void has_all_lines_if_there_is_room() {
        assertThat(SummarySection.ofMarkdown("## List", List.of("- a", "- b")).format(100))
                .isEqualTo("## List\n\n- a\n- b\n\n");
        assertThat(SummarySection.ofMarkdown("## List", List.of("x".repeat(100), "- b"))
                        .format(60))
                .isEqualTo("## List\n\n- b\n- … 1 more\n\n");
        assertThat(SummarySection.ofCode("## Code", List.of("a", "b")).format(100))
                .isEqualTo("## Code\n\n```text\na\nb\n```\n\n");
        assertThat(SummarySection.ofMarkdown("## Alone", List.of()).format(100)).isEqualTo("## Alone\n\n");
    }

    @Test
    void is_cut_between_lines_and_says_how_many_are_missing() {
        var lines = Collections.nCopies(100, "a line of twenty-four!!");

        assertThat(SummarySection.ofCode("## Code", lines).format(120))
                .isEqualTo("## Code\n\n```text\na line of twenty-four!!\na line of twenty-four!!\n… 98 more\n```\n\n");
        assertThat(SummarySection.ofMarkdown("## List", lines).format(110))
                .isEqualTo("## List\n\na line of twenty-four!!\na line of twenty-four!!\n- … 98 more\n\n");
    }

    @Test
    void a_line_of_code_that_is_too_long_is_cut() {
        assertThat(SummarySection.ofCode("## Code", List.of("\u00e4".repeat(1_000)))
                        .format(80))
                .startsWith("## Code\n\n```text\n\u00e4\u00e4")
                .endsWith("\u00e4…\n```\n\n");
    }

    @Test
    void without_room_or_lines_there_is_nothing() {
        assertThat(SummarySection.ofCode("## Code", List.of("a")).format(20)).isEmpty();
        assertThat(SummarySection.ofCode("## Code", List.of()).format(100)).isEmpty();
        assertThat(SummarySection.ofCode("", List.of()).format(100)).isEmpty();
    }

    @Test
    void what_is_in_code_cannot_leave_it() {
        assertThat(SummarySection.ofCode("", List.of("```", "# no", "`".repeat(5_000), "a\n```\nb"))
                        .format(1_000))
                .isEqualTo("`````````text\n```\n# no\n````````…\na\\n```\\nb\n`````````\n\n");
    }

    static Stream<List<String>> lines() {
        return Stream.of(
                Collections.nCopies(50, "plain"),
                Collections.nCopies(50, "\ud83d\ude00\u202e```"),
                List.of("`".repeat(3_000), "x"),
                List.of("\ud83d\ude00".repeat(3_000)),
                List.of("short", "\u20ac".repeat(3_000)));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void is_never_longer_than_allowed(List<String> lines) {
        for (int bytes = 0; bytes < 700; bytes++) {
            var text = SummarySection.ofCode("## Head", lines).format(bytes);
            assertThat(text.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(bytes);
            var fence = text.isEmpty() ? "" : text.substring(text.indexOf('`'), text.indexOf("text"));
            assertThat(text.lines().filter(line -> !fence.isEmpty() && line.startsWith(fence)))
                    .hasSize(text.isEmpty() ? 0 : 2);
            assertThat(SummarySection.ofMarkdown("## Head", lines).format(bytes).getBytes(StandardCharsets.UTF_8))
                    .hasSizeLessThanOrEqualTo(bytes);
        }
    }
}
