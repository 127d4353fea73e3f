package io.github.withcdp.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/**
 * What {@code sample-tests/demo} runs: three tests, one of which fails on purpose.
 * Its name does not end in {@code Tests}, so a build does not run it.
 */
@WithCDP
class FirstLook {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void a_session_sends_commands(CDPSession page) {
        page.navigate(site.url("/index.html"));

        var history = page.send("Page.getNavigationHistory");

        assertThat(history.at("/entries/1/title").asString()).isEqualTo("A small shop");
    }

    @Test
    void a_session_waits_for_events(CDPSession page) {
        page.navigate(site.url("/index.html"));

        var hello =
                page.await("Runtime.consoleAPICalled", () -> page.evaluate("document.querySelector('#greet').click()"));

        assertThat(hello.param("/args/0/value").asString()).isEqualTo("Hello");
    }

    @Test
    void pays_and_fails_on_purpose(CDPSession page) {
        page.navigate(site.url("/checkout.html"));

        page.evaluate("pay()");

        assertThat(page.evaluate("result.textContent").asString()).isEqualTo("Thank you!");
    }
}
