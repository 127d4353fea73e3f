package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;

import io.github.withcdp.CDPBrowser;
import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a page downloads is in a directory of the build; without one, downloads are denied. */
@WithCDP(downloads = "target/downloads")
class DownloadTests {

    private static final String DOWNLOAD_THE_CHECKOUT = """
            const link = document.querySelector('a');
            link.download = 'bill.html';
            link.click();
            """;

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void finds_what_a_page_has_downloaded(CDPSession page) {
        page.navigate(site.url("/index.html"));

        page.await(
                "Page.downloadProgress",
                event -> event.param("/state").asString().equals("completed"),
                () -> page.evaluate(DOWNLOAD_THE_CHECKOUT));

        assertThat(Path.of("target", "downloads", "bill.html")).content().contains("Checkout");
    }

    @Test
    void a_test_has_a_directory_of_its_own(CDPSession page, CDPBrowser browser, @TempDir Path directory) {
        page.navigate(site.url("/index.html"));
        browser.session()
                .send(
                        "Browser.setDownloadBehavior",
                        Map.of(
                                "browserContextId",
                                page.browserContextId().orElseThrow(),
                                "behavior",
                                "allow",
                                "downloadPath",
                                directory.toString(),
                                "eventsEnabled",
                                true));

        var download = browser.session()
                .await(
                        "Browser.downloadProgress",
                        event -> event.param("/state").asString().equals("completed"),
                        () -> page.evaluate(DOWNLOAD_THE_CHECKOUT));

        assertThat(Path.of(download.param("/filePath").asString()))
                .hasParent(directory)
                .content()
                .contains("Checkout");
    }
}
