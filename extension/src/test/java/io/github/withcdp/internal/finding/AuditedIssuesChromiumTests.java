package io.github.withcdp.internal.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Chromium's {@code Audits} tells, and nothing else does. */
@WithCDP
@Timeout(180)
class AuditedIssuesChromiumTests {

    private static final String HEAD = "<!doctype html><link rel=icon href=data:,>";

    @AutoClose
    private final StubSite site = new StubSite();

    @Test
    void tells_a_cookie_that_a_script_could_not_set(CDPSession page, Recording recording) {
        page.navigate(site.url("/"));
        page.send("Audits.enable");
        page.evaluate("document.cookie = 'lang=de; SameSite=None'");

        site.assertFinds(
                page,
                recording,
                "Chrome refused the cookie \"lang\" of http://127.0.0.1:PORT/: SameSite=None needs Secure");
    }

    @Test
    void tells_what_a_page_may_not_evaluate(CDPSession page, Recording recording) {
        site.on(
                "/shop",
                200,
                "text/html",
                HEAD + "<script>function run() { try { eval('1'); } catch (refused) {} }</script>",
                "Content-Security-Policy",
                "script-src 'unsafe-inline'; img-src data:");
        page.navigate(site.url("/shop"));
        page.send("Audits.enable");
        page.evaluate(
                "new Promise(done => setTimeout(() => done(run())))"); // what is evaluated for DevTools may evaluate

        site.assertFinds(
                page,
                recording,
                "The Content-Security-Policy of the page blocked a text that was to run as a script: script-src (http://127.0.0.1:PORT/shop:1)");
    }

    @Test
    void tells_what_CORS_keeps_from_the_page_once(CDPSession page, Recording recording) {
        page.navigate(site.url("/"));
        page.send("Audits.enable");
        page.evaluate("fetch('%s').catch(() => {})".formatted(site.otherSite("/prices")));

        assertThat(site.awaitFindings(page, recording, found -> found.toString().contains("answered")))
                .singleElement()
                .asString()
                .startsWith("GET http://localhost:PORT/prices was answered with 200 OK, but CORS keeps the answer");
    }

    @Test
    void tells_nothing_of_the_markup(CDPSession page, Recording recording) {
        page.send("Audits.enable");
        site.on("/old", 200, "text/html", "<link rel=icon href=data:,><label for=none>no doctype</label><input>");
        page.navigate(site.url("/old"));

        assertThat(site.findings(recording)).isEmpty();
    }
}
