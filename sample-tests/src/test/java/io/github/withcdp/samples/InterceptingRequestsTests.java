package io.github.withcdp.samples;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Answer requests in the place of the server, or let them fail. */
@WithCDP
class InterceptingRequestsTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void answers_a_request_in_place_of_the_server(CDPSession page) {
        page.send("Fetch.enable", Map.of("patterns", List.of(Map.of("urlPattern", "*/api/pay"))));
        page.on(
                "Fetch.requestPaused",
                request -> page.send(
                        "Fetch.fulfillRequest",
                        Map.of(
                                "requestId", request.param("/requestId").asString(),
                                "responseCode", 200,
                                "body", Base64.getEncoder().encodeToString("{}".getBytes(UTF_8)))));

        page.navigate(site.url("/checkout.html"));
        page.evaluate("pay()");

        assertThat(page.evaluate("result.textContent").asString()).isEqualTo("Thank you!");
    }

    @Test
    void lets_a_request_fail(CDPSession page) {
        page.send("Fetch.enable", Map.of("patterns", List.of(Map.of("urlPattern", "*/api/orders"))));
        page.on(
                "Fetch.requestPaused",
                request -> page.send(
                        "Fetch.failRequest",
                        Map.of("requestId", request.param("/requestId").asString(), "errorReason", "TimedOut")));

        page.navigate(site.url("/orders.html"));
        var failed = page.await("Network.loadingFailed", () -> page.evaluate("load().catch(() => {})"));

        assertThat(failed.param("/errorText").asString()).isEqualTo("net::ERR_TIMED_OUT");
    }
}
