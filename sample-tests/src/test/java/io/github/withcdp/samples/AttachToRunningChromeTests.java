package io.github.withcdp.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.CDPBrowser;
import io.github.withcdp.WithCDPExtension;
import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Start a browser, attach to it, leave it running. */
class AttachToRunningChromeTests {

    @TempDir
    static Path profile;

    static RunningChrome chrome;

    @BeforeAll
    static void startChrome() {
        chrome = RunningChrome.start(profile);
    }

    @Nested
    class In_a_context_of_its_own {

        @RegisterExtension
        static final WithCDPExtension cdp =
                WithCDPExtension.builder().endpoint(() -> chrome.endpoint()).build();

        @Test
        void a_test_gets_a_page_of_its_own(CDPSession page, CDPBrowser browser) {
            page.navigate("data:text/html,<title>mine</title>");

            assertThat(page.evaluate("document.title").asString()).isEqualTo("mine");
            assertThat(browser.targets())
                    .extracting(target -> target.url())
                    .contains("about:blank", page.target().url());
        }

        @Test
        void the_browser_has_an_address(CDPBrowser browser) {
            assertThat(browser.endpoint()).hasToString("Optional[%s]".formatted(chrome.endpoint()));
        }
    }

    @Nested
    class In_the_page_that_is_there {

        @RegisterExtension
        static final WithCDPExtension cdp = WithCDPExtension.builder()
                .endpoint(() -> chrome.endpoint())
                .joinPage(true)
                .build();

        @Test
        void a_test_finds_the_page_as_it_is(CDPSession page) {
            assertThat(page.target().url()).isEqualTo("about:blank");
        }
    }

    @AfterAll
    static void chromeIsStillRunning() {
        try (var ended = chrome) {
            assertThat(ended.isAlive()).isTrue();
        }
    }
}
