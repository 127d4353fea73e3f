package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;
import static io.github.withcdp.assertions.CDPAssertions.get;
import static io.github.withcdp.assertions.CDPAssertions.matching;
import static io.github.withcdp.assertions.CDPAssertions.message;
import static io.github.withcdp.assertions.CDPAssertions.param;
import static io.github.withcdp.assertions.CDPAssertions.post;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.List;
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

    @Test
    void the_page_shows_what_came_of_it(CDPSession page) {
        page.navigate(site.url("/checkout.html"));

        page.evaluate("document.querySelector('#pay').click()");

        assertThat(page)
                .evaluating("document.querySelector('#result')?.textContent")
                .isEqualTo("Please try again later.");
    }

    @Test
    void a_failure_shows_what_the_page_showed_instead(CDPSession page) {
        page.navigate(site.url("/checkout.html"));

        page.evaluate("document.querySelector('#pay').click()");

        assertThatThrownBy(() -> assertThat(page)
                        .within(ofSeconds(1))
                        .evaluating("document.querySelector('#result')?.textContent")
                        .isEqualTo("Thank you!"))
                .hasMessageContaining("  \"Please try again later.\" from ");
    }

    @Test
    void the_list_is_complete(CDPSession page) {
        page.navigate(site.url("/orders.html"));

        page.evaluate("void load()");

        assertThat(page)
                .evaluating("[...document.querySelectorAll('li')].map(li => li.textContent)")
                .isEqualTo(List.of("tea", "cups"));
    }

    @Test
    void orders_are_loaded_once(CDPSession page) {
        page.navigate(site.url("/orders.html"));

        page.evaluate("load()");

        assertThat(page)
                .requests(get("**/api/orders"))
                .hasSize(1)
                .first()
                .hasStatus(200)
                .hasHeader("content-type", "application/json")
                .bodyAsJson()
                .inPath("$[0].item")
                .isEqualTo("tea");
        assertThat(page).hasNoConsoleErrors().hasNoFailedRequests();
    }

    @Test
    void nothing_else_goes_wrong(CDPSession page) {
        page.navigate(site.url("/checkout.html"));

        page.evaluate("pay()");

        assertThat(page)
                .requests(post("**/api/pay").withJsonBody("/amount", 42))
                .single()
                .hasFailed()
                .bodyAsString()
                .contains("the bank does not answer");
        assertThat(page)
                .hasNoFailedRequestsExcept(post("**/api/pay").withStatus(503))
                .hasNoConsoleErrorsExcept("payment refused: *", "Failed to load resource: *");
        assertThat(page)
                .console(message("payment refused: *"))
                .single()
                .isError()
                .hasLocation("**/checkout.html:*");
    }

    @Test
    void a_failed_request_is_told_with_what_failed(CDPSession page) {
        page.navigate(site.url("/checkout.html"));

        page.evaluate("pay()");

        assertThatThrownBy(() -> assertThat(page).hasNoFailedRequests())
                .hasMessageContaining("POST " + site.url("/api/pay") + " → 503");
        assertThatThrownBy(() -> assertThat(page).hasNoConsoleErrors())
                .hasMessageContaining("console.error: payment refused: {\"error\":\"the bank does not answer\"}");
        assertThatThrownBy(() -> assertThat(page)
                        .within(ofMillis(100))
                        .requests(get("**/api/pay"))
                        .hasSize(1))
                .hasMessageContaining("! method: POST   <<< expected GET");
    }

    @Test
    void a_redirect_is_followed(CDPSession page) {
        page.navigate(site.url("/redirect"));

        assertThat(page).requests(get("**/redirect")).single().hasStatus(302);
        assertThat(page)
                .requests(get("**/index.html"))
                .single()
                .hasStatus(200)
                .wasRedirectedFrom("**/redirect")
                .cameFromNetwork()
                .tookLessThan(ofSeconds(10));
    }
}
