package io.github.withcdp.internal.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Chromium tells of the cookies of a page that is served as two sites: {@code 127.0.0.1} and {@code localhost}. */
@WithCDP
@Timeout(180)
class CookieChromiumTests {

    @AutoClose
    private final StubSite site = new StubSite();

    private void sets(String path, String... cookies) {
        var headers = new String[cookies.length * 2];
        for (int i = 0; i < cookies.length; i++) {
            headers[2 * i] = "Set-Cookie";
            headers[2 * i + 1] = cookies[i];
        }
        site.on(path, 200, "text/html", "<!doctype html><link rel=icon href=data:,>", headers);
    }

    private void assertRefuses(CDPSession page, Recording recording, String cookie, String sentence) {
        sets("/shop", cookie);

        page.navigate(site.otherSite("/shop"));

        site.assertFinds(page, recording, sentence);
    }

    @Test
    void it_refuses_SameSite_None_without_Secure(CDPSession page, Recording recording) {
        assertRefuses(
                page,
                recording,
                "sid=s3cret; SameSite=None",
                "Chrome refused the cookie \"sid\" of GET http://localhost:PORT/shop: SameSite=None needs Secure");
    }

    @Test
    void it_refuses_a_prefix_without_what_that_needs(CDPSession page, Recording recording) {
        assertRefuses(
                page,
                recording,
                "__Host-sid=s3cret; Secure; Path=/shop",
                "Chrome refused the cookie \"__Host-sid\" of GET http://localhost:PORT/shop: __Host- needs Secure, Path=/ and no Domain");
    }

    @Test
    void it_refuses_the_domain_of_another_site(CDPSession page, Recording recording) {
        assertRefuses(
                page,
                recording,
                "sid=s3cret; Domain=shop.test",
                "Chrome refused the cookie \"sid\" of GET http://localhost:PORT/shop: its Domain is not one that the server may set");
    }

    @Test
    void it_keeps_a_strict_cookie_from_what_another_site_begins(CDPSession page, Recording recording) {
        sets("/strict", "sid=s3cret; SameSite=Strict; Path=/", "lang=de", "cart=1; Path=/cart");
        page.navigate(site.otherSite("/strict"));
        page.navigate(site.url("/"));
        page.evaluate("fetch('%s', {credentials: 'include', mode: 'no-cors'}).then(() => 1)"
                .formatted(site.otherSite("/api")));

        assertThat(site.awaitFindings(page, recording, found -> found.toString().contains("; set by GET")))
                .anySatisfy(
                        sentence -> assertThat(sentence)
                                .startsWith(
                                        "Chrome did not send the cookie \"sid\" with GET http://localhost:PORT/api: SameSite=Strict, but another site began the request")
                                .endsWith(
                                        "; the page is of 127.0.0.1, the request goes to localhost; set by GET http://localhost:PORT/strict (message N)"))
                .noneSatisfy(sentence -> assertThat(sentence).contains("\"cart\""));
    }

    @Test
    void it_says_nothing_of_cookies_that_are_as_they_should(CDPSession page, Recording recording) {
        sets("/strict", "sid=s3cret; SameSite=Strict; Path=/", "lang=de", "cart=1; Path=/cart");
        page.navigate(site.otherSite("/strict"));
        page.navigate(site.otherSite("/next"));
        page.navigate(site.url(
                "/end")); // what went over the wire may be told after the load, but comes before what is told of a
        // later one

        assertThat(site.findings(recording)).isEmpty();
    }
}
