package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.get;
import static io.github.withcdp.assertions.CDPAssertions.post;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType.LaunchPersistentContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import io.github.withcdp.CDPBrowser;
import io.github.withcdp.WithCDPExtension;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Playwright launches and steers the browser; WithCDP joins its page, through a port that Chrome opens beside Playwright's pipe. */
@Tag("interop")
class PlaywrightTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @TempDir
    static Path profile;

    static Playwright playwright;
    static BrowserContext context;
    static Page tab;

    @BeforeAll
    static void launchBrowser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        var options = new LaunchPersistentContextOptions()
                .setExecutablePath(Path.of(RunningChrome.executable()))
                .setArgs(List.of("--remote-debugging-port=0"));
        context = playwright.chromium().launchPersistentContext(profile, options);
        tab = context.pages().get(0);
    }

    /** Return the port that Chrome has chosen, which it writes into its profile. */
    static String devTools() {
        try {
            return Files.readAllLines(profile.resolve("DevToolsActivePort")).get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Nested
    class On_the_page_of_Playwright {

        @RegisterExtension
        static final WithCDPExtension cdp = WithCDPExtension.builder()
                .endpoint(PlaywrightTests::devTools)
                .joinPage(true)
                .build();

        @Test
        void playwright_clicks_and_the_session_sees_what_follows(CDPSession page) {
            tab.navigate(site.url("/checkout.html"));
            tab.click("#pay");

            assertThat(page).requests(post("**/api/pay")).first().hasStatus(503);
            assertThat(page).receives("Runtime.consoleAPICalled");
            assertThat(tab.textContent("#result")).isEqualTo("Please try again later.");
        }

        @Test
        void a_dialog_is_left_to_playwright(CDPSession page) {
            tab.onceDialog(dialog -> dialog.accept("Ada"));

            assertThat(tab.evaluate("prompt('Who are you?')")).isEqualTo("Ada");
            assertThat(page.events()).containsEvent("Page.javascriptDialogOpening");
        }

        @Test
        void a_download_goes_to_playwright(CDPSession page) {
            tab.navigate(site.url("/index.html"));

            var download = tab.waitForDownload(() -> tab.evaluate("""
                    () => {
                      const link = document.querySelector('a');
                      link.download = 'bill.html';
                      link.click();
                    }"""));

            assertThat(download.path()).content().contains("Checkout");
        }

        @Test
        void a_popup_runs_for_both(CDPSession page) {
            tab.navigate(site.url("/index.html"));

            var popup = tab.waitForPopup(() -> tab.evaluate("open('/orders.html') && 1"));

            assertThat(popup.textContent("h1")).isEqualTo("Orders");
            assertThat(page.children())
                    .singleElement()
                    .satisfies(
                            child -> assertThat(child.evaluate("document.title").asString())
                                    .isEqualTo("Orders"));
            popup.close();
        }
    }

    /** Playwright knows Chrome's name for a page too. */
    @Nested
    class On_one_of_several_pages {

        @RegisterExtension
        static final WithCDPExtension cdp =
                WithCDPExtension.builder().endpoint(PlaywrightTests::devTools).build();

        @Test
        void a_page_is_found_by_the_id_of_its_target(CDPBrowser chrome) {
            try (var second = context.newPage()) {
                var page = chrome.attach(targetId(second));

                second.navigate(site.url("/orders.html"));

                assertThat(page).requests(get("**/orders.html")).hasSize(1);
            }
        }

        private String targetId(Page of) {
            return context.newCDPSession(of)
                    .send("Target.getTargetInfo")
                    .getAsJsonObject("targetInfo")
                    .get("targetId")
                    .getAsString();
        }
    }

    @Test
    void a_test_that_fails_leaves_a_report_and_the_page(@TempDir Path reports) {
        var report = FailingRun.of(ShopTestCase.class, reports);

        assertThat(report.resolve("summary.md")).content().contains("payment refused", "503");
        assertThat(report.resolve("transcript.txt")).content().contains("Page.frameNavigated", "/api/pay");
        assertThat(report.resolve("screenshot.png")).isNotEmptyFile();
        assertThat(tab.title()).isEqualTo("Checkout");
    }

    static class ShopTestCase {

        @RegisterExtension
        static final WithCDPExtension cdp = WithCDPExtension.builder()
                .endpoint(PlaywrightTests::devTools)
                .joinPage(true)
                .build();

        @Test
        void pays(CDPSession page) {
            tab.navigate(site.url("/checkout.html"));
            tab.click("#pay");
            assertThat(page).receives("Runtime.consoleAPICalled").hasNoConsoleErrors();
        }
    }

    @AfterAll
    static void the_page_is_still_there() {
        try {
            tab.navigate(site.url("/index.html"));
            assertThat(tab.title()).isEqualTo("A small shop");
            assertThat(context.pages()).containsExactly(tab);
        } finally {
            playwright.close();
        }
    }
}
