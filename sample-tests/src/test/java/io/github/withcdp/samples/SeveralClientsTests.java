package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.CDPBrowser;
import io.github.withcdp.WithCDPExtension;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionDetachedException;
import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A browser is rarely alone: a second DevTools, a colleague or a tool may be on the same page. */
class SeveralClientsTests {

    @TempDir
    static Path profile;

    static RunningChrome chrome;

    @RegisterExtension
    static final WithCDPExtension cdp =
            WithCDPExtension.builder().endpoint(() -> chrome.endpoint()).build();

    @BeforeAll
    static void startChrome() {
        chrome = RunningChrome.start(profile);
    }

    @AfterAll
    static void endChrome() {
        chrome.close();
    }

    @Test
    void a_second_session_sees_the_same_page_and_does_not_disturb_the_first(CDPSession page, CDPBrowser browser) {
        var second = browser.attach(page.target().id());

        second.navigate("data:text/html,<title>shared</title>");

        assertThat(page).receives("Page.loadEventFired");
        second.detach();
        assertThat(page.evaluate("document.title").asString()).isEqualTo("shared");
    }

    @Test
    void a_test_that_waits_is_told_at_once_that_somebody_has_closed_its_page(CDPSession page, CDPBrowser browser) {
        assertThatThrownBy(() -> page.await(
                        "Network.responseReceived",
                        // Not a command of ours: this is what somebody else does.
                        () -> browser.http().close(page.target().id())))
                .isInstanceOf(SessionDetachedException.class)
                .hasMessageContaining("waiting for Network.responseReceived")
                .hasMessageContaining("the page closed itself (window.close()), another client or somebody")
                .extracting(failure -> ((SessionDetachedException) failure).reason())
                .isEqualTo(DetachReason.TARGET_CLOSED);
    }

    @Test
    void an_address_for_people_who_want_to_look_at_the_page(CDPSession page, CDPBrowser browser) {
        assertThat(browser.http().frontendUrl(page.target().id()).toString())
                .startsWith("http://127.0.0.1:")
                .contains("/devtools/inspector.html?ws=127.0.0.1:")
                .endsWith("/devtools/page/" + page.target().id());
    }
}
