package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.get;
import static io.github.withcdp.assertions.CDPAssertions.post;

import io.github.withcdp.CDPBrowser;
import io.github.withcdp.WithCDPExtension;
import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.openqa.selenium.By;
import org.openqa.selenium.Cookie;
import org.openqa.selenium.WindowType;
import org.openqa.selenium.chrome.ChromeDriver;

/** A WebDriver steers the browser, as it always has; WithCDP joins its tab, and sees what the driver does not tell. */
@Tag("interop")
@NeedsChromedriver
class SeleniumTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    static ChromeDriver driver;

    @BeforeAll
    static void startDriver() {
        driver = Chromedriver.start();
    }

    /** Return where DevTools of the driver's browser listens, {@code localhost:40123}. */
    static String devTools() {
        var chrome = (Map<?, ?>) driver.getCapabilities().getCapability("goog:chromeOptions");
        return String.valueOf(chrome.get("debuggerAddress"));
    }

    @Nested
    class On_the_tab_of_the_driver {

        @RegisterExtension
        static final WithCDPExtension cdp = WithCDPExtension.builder()
                .endpoint(SeleniumTests::devTools)
                .joinPage(true)
                .build();

        @Test
        void the_driver_clicks_and_the_session_sees_what_follows(CDPSession page) {
            driver.get(site.url("/checkout.html"));
            driver.findElement(By.id("pay")).click();

            assertThat(page).requests(post("**/api/pay")).first().hasStatus(503);
            assertThat(page).receives("Runtime.consoleAPICalled");
            assertThat(driver.findElement(By.id("result")).getText()).isEqualTo("Please try again later.");
        }

        @Test
        void the_session_sets_what_the_driver_cannot(CDPSession page) {
            page.send("Emulation.setTimezoneOverride", Map.of("timezoneId", "Asia/Tokyo"));

            driver.get(site.url("/index.html"));

            assertThat(driver.executeScript("return new Date(0).getHours()")).isEqualTo(9L);
        }

        @Test
        void the_session_knows_a_cookie_of_the_driver(CDPSession page) {
            driver.get(site.url("/index.html"));

            driver.manage().addCookie(new Cookie("seen", "yes"));

            assertThat(page).hasCookie("seen", "yes");
        }

        @Test
        void a_dialog_is_left_to_the_driver(CDPSession page) {
            driver.get(site.url("/index.html"));

            driver.executeScript("console.log(confirm('Sure?'))");
            var answer = page.await(
                    "Runtime.consoleAPICalled", () -> driver.switchTo().alert().accept());

            assertThat(answer.param("/args/0/value").asBoolean()).isTrue();
            assertThat(page.events()).containsEvent("Page.javascriptDialogOpening");
        }

        @Test
        void a_window_that_the_driver_opens_runs(CDPSession page) {
            var first = driver.getWindowHandle();
            driver.switchTo().newWindow(WindowType.TAB).get(site.url("/orders.html"));

            assertThat(driver.findElement(By.tagName("h1")).getText()).isEqualTo("Orders");

            driver.close();
            driver.switchTo().window(first);
            assertThat(page.isAttached()).isTrue();
        }
    }

    /** Chrome's name for a tab is the driver's name for a window. */
    @Nested
    class On_one_of_several_tabs {

        @RegisterExtension
        static final WithCDPExtension cdp =
                WithCDPExtension.builder().endpoint(SeleniumTests::devTools).build();

        @Test
        void a_window_handle_is_the_id_of_a_target(CDPBrowser browser) {
            var first = driver.getWindowHandle();
            driver.switchTo().newWindow(WindowType.TAB);

            var page = browser.attach(driver.getWindowHandle());
            driver.get(site.url("/orders.html"));

            assertThat(page).requests(get("**/orders.html")).hasSize(1);
            driver.close();
            driver.switchTo().window(first);
        }
    }

    @Test
    void a_test_that_fails_leaves_a_report_and_the_driver(@TempDir Path reports) {
        var report = FailingRun.of(ShopTestCase.class, reports);

        assertThat(report.resolve("summary.md")).content().contains("payment refused", "503");
        assertThat(report.resolve("transcript.txt")).content().contains("Page.frameNavigated", "/api/pay");
        assertThat(report.resolve("screenshot.png")).isNotEmptyFile();
        assertThat(driver.getTitle()).isEqualTo("Checkout");
    }

    static class ShopTestCase {

        @RegisterExtension
        static final WithCDPExtension cdp = WithCDPExtension.builder()
                .endpoint(SeleniumTests::devTools)
                .joinPage(true)
                .build();

        @Test
        void pays(CDPSession page) {
            driver.get(site.url("/checkout.html"));
            driver.findElement(By.id("pay")).click();
            assertThat(page).receives("Runtime.consoleAPICalled").hasNoConsoleErrors();
        }
    }

    @AfterAll
    static void the_driver_is_as_it_was() {
        try {
            driver.get(site.url("/index.html"));
            assertThat(driver.getTitle()).isEqualTo("A small shop");
            assertThat(driver.getWindowHandles()).hasSize(1);
        } finally {
            driver.quit();
        }
    }
}
