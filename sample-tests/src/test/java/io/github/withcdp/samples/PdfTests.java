package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Print a page. */
@WithCDP
class PdfTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void prints_the_terms_on_a_page_of_their_own(CDPSession page, @TempDir Path directory) throws IOException {
        page.navigate(site.url("/bill.html"));

        var pdf = page.send("Page.printToPDF", Map.of("printBackground", true))
                .path("data")
                .binaryValue();
        Files.write(directory.resolve("bill.pdf"), pdf);

        assertThat(new String(pdf, ISO_8859_1)).startsWith("%PDF-").containsPattern("/Type /Pages\\s+/Count 2");
    }

    @Test
    void leaves_out_what_nobody_wants_on_paper(CDPSession page) {
        page.navigate(site.url("/bill.html"));

        page.send("Emulation.setEmulatedMedia", Map.of("media", "print"));

        assertThat(page.evaluate("document.querySelector('nav').checkVisibility()")
                        .asBoolean())
                .isFalse();
    }
}
