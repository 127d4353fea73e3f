package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Begin with what an earlier visit has left, and look at what this one leaves. */
@WithCDP
class CookiesAndStorageTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void a_cookie_saves_the_way_through_the_login(CDPSession page) {
        page.send("Network.setCookie", Map.of("url", site.url("/"), "name", "session", "value", "ada"));

        page.navigate(site.url("/account"));

        assertThat(page.evaluate("document.body.innerText").asString()).isEqualTo("Hello, Ada!");
    }

    @Test
    void no_script_reads_the_cookie_of_the_session(CDPSession page) {
        page.send("Network.setCookie", Map.of("url", site.url("/"), "name", "session", "value", "ada"));

        page.navigate(site.url("/account"));

        assertThat(page).cookie("session").isHttpOnly().isSession().hasSameSite("Lax");
        assertThat(page.evaluate("document.cookie").asString()).isEmpty();
    }

    @Test
    void a_basket_is_there_before_the_first_script_of_the_page(CDPSession page) {
        page.send(
                "Page.addScriptToEvaluateOnNewDocument",
                Map.of("source", "localStorage.setItem('basket', '{\"items\": [\"tea\"]}')"));

        page.navigate(site.url("/index.html"));

        assertThat(page).localStorage().itemAsJson("basket").inPath("items[0]").isEqualTo("tea");
    }

    @Test
    void a_visitor_is_forgotten(CDPSession page) {
        page.navigate(site.url("/index.html"));
        page.evaluate("document.cookie = 'seen=yes'; localStorage.setItem('theme', 'dark')");
        assertThat(page).hasCookie("seen", "yes").localStorage().containsEntry("theme", "dark");

        page.send(
                "Storage.clearDataForOrigin", Map.of("origin", site.url(""), "storageTypes", "cookies,local_storage"));

        assertThat(page).doesNotHaveCookie("seen").localStorage().isEmpty();
    }
}
