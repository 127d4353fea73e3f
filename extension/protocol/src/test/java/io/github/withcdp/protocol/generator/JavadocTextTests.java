package io.github.withcdp.protocol.generator;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class JavadocTextTests {

    @Test
    void stands_for_itself() {
        assertThat(JavadocText.of("Map<String, @Foo> & {@link X} */ \\u0041"))
                .isEqualTo("Map&lt;String, &#64;Foo&gt; &amp; &#123;&#64;link X&#125; *&#47; &#92;u0041");
    }

    @Test
    void has_code_where_there_are_backticks() {
        assertThat(JavadocText.of("Either `a < b` or `x`.")).isEqualTo("Either {@code a < b} or {@code x}.");
        assertThat(JavadocText.of("`{a}` `*/`")).isEqualTo("`&#123;a&#125;` {@code * /}");
    }

    @Test
    void has_paragraphs_where_there_are_empty_lines() {
        assertThat(JavadocText.of("  One. \n\n\nTwo\nthree. ")).isEqualTo("One.\n\n<p>Two\nthree.");
    }
}
