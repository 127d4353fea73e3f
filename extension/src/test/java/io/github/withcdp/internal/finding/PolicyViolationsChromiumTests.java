package io.github.withcdp.internal.finding;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What Chromium tells of what a Content-Security-Policy forbids. */
@WithCDP
@Timeout(180)
class PolicyViolationsChromiumTests {

    private static final String HEAD = "<!doctype html><link rel=icon href=data:,>";

    @AutoClose
    private final StubSite site = new StubSite();

    private void open(CDPSession page, String header, String policy, String content) {
        site.on("/shop", 200, "text/html", HEAD + content, header, policy);
        page.navigate(site.url("/shop"));
    }

    @Test
    void tells_a_script_of_another_site_once_with_the_directive(CDPSession page, Recording recording) {
        open(
                page,
                "Content-Security-Policy",
                "script-src 'self'; img-src data:",
                "<script src='%s'></script>".formatted(site.otherSite("/x.js")));

        site.assertFinds(
                page,
                recording,
                "GET http://localhost:PORT/x.js was blocked by the Content-Security-Policy of the page: script-src 'self' (csp), asked for at http://127.0.0.1:PORT/shop:1");
    }

    @Test
    void tells_an_inline_script(CDPSession page, Recording recording) {
        open(page, "Content-Security-Policy", "script-src 'self'; img-src data:", "<script>go()</script>");

        assertThat(site.awaitFindings(page, recording, found -> !found.isEmpty()))
                .singleElement()
                .asString()
                .startsWith(
                        "Blocked: Executing inline script violates the following Content Security Policy directive 'script-src 'self''.")
                .endsWith("(http://127.0.0.1:PORT/shop:1)");
    }

    @Test
    void tells_what_a_page_may_not_fetch_once(CDPSession page, Recording recording) {
        open(page, "Content-Security-Policy", "connect-src 'self'", "");
        page.evaluate("fetch('%s').catch(() => {})".formatted(site.otherSite("/y")));

        site.assertFinds(
                page,
                recording,
                "Blocked: Connecting to 'http://localhost:PORT/y' violates the following Content Security Policy directive: \"connect-src 'self'\". The action has been blocked.");
    }

    @Test
    void tells_nothing_of_a_policy_that_only_reports(CDPSession page, Recording recording) {
        open(page, "Content-Security-Policy-Report-Only", "script-src 'none'", "<script>reported = true</script>");

        assertThat(page.evaluate("reported").asBoolean()).isTrue();
        assertThat(site.findings(recording)).isEmpty();
    }
}
