package io.github.withcdp.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.CDPBrowser;
import io.github.withcdp.DevToolsHttp;
import io.github.withcdp.WithCDPExtension;
import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What a browser with a port answers over HTTP; one that WithCDP launches has a port with {@code withcdp.transport=websocket}. */
class HttpEndpointsTests {

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
    static void stopChrome() {
        chrome.close();
    }

    @Test
    void says_what_it_is_and_what_it_understands(CDPBrowser browser) {
        var http = browser.http();

        assertThat(http.version().path("Browser").asString()).contains("Chrome/");
        assertThat(http.protocol().path("domains").valueStream())
                .extracting(domain -> domain.path("domain").asString())
                .contains("Page", "Network");
    }

    @Test
    void lists_its_targets(CDPSession page, CDPBrowser browser) {
        assertThat(browser.http().list())
                .extracting(DevToolsHttp.Tab::id)
                .contains(page.target().id());
    }

    @Test
    void opens_a_tab_that_goes_with_the_test(CDPBrowser browser) {
        var tab = browser.http().newTab("about:blank");

        assertThat(browser.http().list()).extracting(DevToolsHttp.Tab::id).contains(tab.id());
        assertThat(browser.attach(tab.id()).target().type()).isEqualTo("page");
    }

    @Test
    void tells_where_a_person_can_look_at_a_page(CDPSession page, CDPBrowser browser) {
        assertThat(browser.http().frontendUrl(page.target().id()))
                .asString()
                .contains("/devtools/", page.target().id());
    }

    @Test
    void says_no_with_status_and_reason(CDPBrowser browser) {
        assertThatThrownBy(() -> browser.http().close("4711"))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("404 Not Found: No such target id: 4711");
    }
}
