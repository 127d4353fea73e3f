package io.github.withcdp.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkdownTests {

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {"a | b,`a | b`", "a`b,``a`b``", "`,`` ` ``", "```x,```` ```x ````", "<b>,`<b>`", "\" \",(empty)"})
    void makes_a_span_that_cannot_be_left(String text, String expected) {
        assertThat(Markdown.span(text)).isEqualTo(expected);
    }

    @Test
    void leaves_its_marks_out_for_those_who_are_shown_no_Markdown() {
        assertThat(Markdown.text("what " + Markdown.span("http://a`b/") + " looked like"))
                .isEqualTo("what http://ab/ looked like");
    }

    @Test
    void keeps_a_span_on_one_line() {
        assertThat(Markdown.span("a\n\n# b\r")).isEqualTo("`a\\n\\n# b\\r`");
    }

    @Test
    void makes_a_block_that_cannot_be_left() {
        assertThat(Markdown.block("a\n````\n</pre>\n" + Reports.ESC))
                .isEqualTo("`````text\na\n````\n</pre>\n\\u001b\n`````\n");
    }
}
