package io.github.withcdp.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DomFileTests {

    @Test
    void shows_markup_as_text() throws IOException {
        var file = format("https://acme.example/", "<html><script>alert(1 && \"2\")</script></html>");

        assertThat(file)
                .contains("<title>The document of https://acme.example/</title>")
                .contains(
                        "<pre>\n&lt;html&gt;&lt;script&gt;alert(1 &amp;&amp; &quot;2&quot;)&lt;/script&gt;&lt;/html&gt;</pre>");
    }

    @Test
    void forbids_everything_before_it_shows_anything() throws IOException {
        var file = format("x", "y");

        assertThat(file.indexOf("Content-Security-Policy")).isPositive().isLessThan(file.indexOf("<title>"));
        assertThat(file).contains("content=\"default-src 'none'; base-uri 'none'; form-action 'none'\"");
    }

    @Test
    void leaves_no_way_out_of_the_text() throws IOException {
        var file = format("</title><script>x</script>", "</pre><script src=//evil></script><img onerror=x>");

        assertThat(file).doesNotContain("<script").doesNotContain("<img").containsOnlyOnce("</pre>");
    }

    @Test
    void shows_what_cannot_be_shown_as_escapes() throws IOException {
        var file = format("x", "a\u001b[31mb\ud800c\u202ed\r\n\te\ud83d\ude00");

        assertThat(file).contains("a\\u001b[31mb\\ud800c\\u202ed\\u000d\n\te\ud83d\ude00</pre>");
        assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(file)).isTrue();
    }

    @Test
    void cuts_long_documents_and_says_so() throws IOException {
        var file = format("x", "y".repeat(DomFile.LIMIT + 1234));

        assertThat(file).contains("y</pre>\n<p>… (1,234 more characters in traffic.jsonl)</p>");
        assertThat(file.length()).isLessThan(DomFile.LIMIT + 2000);
    }

    private static String format(String page, String html) throws IOException {
        var out = new StringBuilder();
        DomFile.format(new PageDom(page, 0, Optional.of(html), ""), out);
        return out.toString();
    }
}
