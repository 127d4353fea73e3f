package io.github.withcdp.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.CDPBrowser;
import io.github.withcdp.WithCDP;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.session.CDPSession;
import io.github.withcdp.session.Target;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The browser behind the pages: what it is, what it has open, what else can be opened. */
@WithCDP
class BrowserAndTargetsTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void says_what_it_is(CDPBrowser browser) {
        assertThat(browser.version().product()).contains("Chrome/");
        assertThat(browser.session().send("Browser.getVersion").path("product").asString())
                .isEqualTo(browser.version().product());
    }

    @Test
    void lists_its_targets(CDPSession page, CDPBrowser browser) {
        page.navigate(site.url("/index.html"));

        assertThat(browser.targets())
                .extracting(Target::id)
                .contains(page.target().id());
    }

    @Test
    void opens_further_pages(CDPSession page, CDPBrowser browser) {
        var second = browser.newPage();
        second.navigate(site.url("/orders.html"));

        assertThat(second.target().id()).isNotEqualTo(page.target().id());
        assertThat(second.evaluate("document.title").asString()).isEqualTo("Orders");
    }

    @Test
    void opens_further_contexts(CDPSession page, CDPBrowser browser) {
        page.navigate(site.url("/index.html"));
        page.evaluate("localStorage.setItem('theme', 'dark')");

        try (var context = browser.newContext()) {
            var stranger = context.newPage();
            stranger.navigate(site.url("/index.html"));
            assertThat(stranger.evaluate("localStorage.getItem('theme')").isNull())
                    .isTrue();
        }
    }

    @Test
    void attaches_a_second_session_to_a_page(CDPSession page, CDPBrowser browser) {
        page.navigate(site.url("/index.html"));

        var second = browser.attach(page.target().id());

        assertThat(second.id()).isNotEqualTo(page.id());
        assertThat(second.evaluate("document.title").asString()).isEqualTo("A small shop");
    }

    @Test
    void has_a_session_of_its_own(CDPBrowser browser) {
        assertThat(browser.session().id()).isEqualTo(SessionId.BROWSER);
    }
}
