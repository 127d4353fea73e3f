package io.github.withcdp.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a page downloads is in a directory of the build; without one, downloads are denied. */
@WithCDP(downloads = "target/downloads")
class DownloadTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void finds_what_a_page_has_downloaded(CDPSession page) {
        page.navigate(site.url("/index.html"));

        page.await(
                "Page.downloadProgress",
                event -> event.param("/state").asString().equals("completed"),
                () -> page.evaluate("""
                        const link = document.querySelector('a');
                        link.download = 'bill.html';
                        link.click();
                        """));

        assertThat(Path.of("target", "downloads", "bill.html")).content().contains("Checkout");
    }
}
