package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;
import static io.github.withcdp.assertions.CDPAssertions.matching;
import static io.github.withcdp.assertions.CDPAssertions.param;
import static java.time.Duration.ofMillis;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Say what the page shall do, and learn from the failure what it did instead. */
@WithCDP
class AssertionsTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void the_bank_refuses(CDPSession page) {
        page.navigate(site.url("/checkout.html"));

        page.evaluate("pay()");

        assertThat(page)
                .receives(
                        "Network.responseReceived",
                        param("/response/url", matching("**/api/pay")),
                        param("/response/status", 503))
                .doesNotReceive("Runtime.exceptionThrown", ofMillis(100));
        assertThat(page.recording())
                .sentInOrder("Network.enable", "Page.navigate", "Runtime.evaluate")
                .allCommandsAnswered();
        assertThat(page.events()).containsEvent("Page.loadEventFired");
    }

    @Test
    void a_failure_shows_what_was_closest(CDPSession page) {
        page.navigate(site.url("/checkout.html"));

        assertThatThrownBy(() -> assertThat(page)
                        .within(ofMillis(100))
                        .receives("Network.responseReceived", param("/response/status", 404)))
                .hasMessageContaining("! /response/status: 200   <<< expected 404");
    }
}
