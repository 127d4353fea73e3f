package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.message;
import static io.github.withcdp.assertions.CDPAssertions.post;

import io.github.withcdp.FailOn;
import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Fail on what goes wrong in a page, unless the test is about it. */
@WithCDP(
        failOn = {FailOn.CONSOLE_ERRORS, FailOn.UNCAUGHT_EXCEPTIONS, FailOn.FAILED_REQUESTS},
        failOnAllow = "GET **/status/404")
class FailOnTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void a_refused_payment_is_what_the_test_is_about(CDPSession page) {
        page.navigate(site.url("/checkout.html"));

        page.evaluate("pay()");

        assertThat(page).requests(post("**/api/pay")).single().hasStatus(503);
        assertThat(page).console(message("payment refused: *")).hasSize(1);
    }

    @Test
    void a_request_that_always_fails_is_allowed(CDPSession page) {
        page.navigate(site.url("/index.html"));

        page.evaluate("fetch('/status/404').then(() => 'done')");
    }
}
