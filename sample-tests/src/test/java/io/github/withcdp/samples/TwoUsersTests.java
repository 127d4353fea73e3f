package io.github.withcdp.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.NewContext;
import io.github.withcdp.NewPage;
import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Several pages of one user, and a second user. */
@WithCDP
class TwoUsersTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void a_second_user_has_other_cookies(CDPSession ada, @NewContext CDPSession bob) {
        ada.navigate(site.url("/index.html"));
        bob.navigate(site.url("/index.html"));

        ada.evaluate("document.cookie = 'user=ada'");

        assertThat(ada.evaluate("document.cookie").asString()).isEqualTo("user=ada");
        assertThat(bob.evaluate("document.cookie").asString()).isEmpty();
    }

    @Test
    void a_second_page_shares_the_storage_of_the_first(CDPSession page, @NewPage CDPSession other) {
        page.navigate(site.url("/index.html"));
        other.navigate(site.url("/orders.html"));

        page.evaluate("localStorage.setItem('theme', 'dark')");

        assertThat(other.evaluate("localStorage.getItem('theme')").asString()).isEqualTo("dark");
    }

    @Test
    void every_test_begins_with_nothing(CDPSession page) {
        page.navigate(site.url("/index.html"));

        assertThat(page.evaluate("document.cookie + localStorage.length").asString())
                .isEqualTo("0");
    }
}
