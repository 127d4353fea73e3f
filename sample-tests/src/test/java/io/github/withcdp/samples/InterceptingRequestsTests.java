package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.get;
import static io.github.withcdp.assertions.CDPAssertions.param;
import static io.github.withcdp.assertions.CDPAssertions.post;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Block requests, answer them in the place of the server, or rewrite them and their answers. */
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
        page.evaluate("load().catch(() => {})");

        assertThat(page).requests(get("**/api/orders")).single().failedWith("net::ERR_TIMED_OUT");
    }

    @Test
    void blocks_what_a_test_does_not_need(CDPSession page) {
        page.send(
                "Network.setBlockedURLs",
                Map.of("urlPatterns", List.of(Map.of("urlPattern", "*://*:*/status/*", "block", true))));

        page.navigate(site.url("/errors.html"));

        assertThat(page).receives("Network.loadingFailed", param("/blockedReason", "inspector"));
    }

    @Test
    void rewrites_what_a_page_sends(CDPSession page) {
        page.send("Fetch.enable", Map.of("patterns", List.of(Map.of("urlPattern", "*/api/pay"))));
        page.on(
                "Fetch.requestPaused",
                request -> page.send(
                        "Fetch.continueRequest",
                        Map.of("requestId", request.param("/requestId"), "postData", base64("{\"amount\":0}"))));

        page.navigate(site.url("/checkout.html"));
        page.evaluate("pay()");

        assertThat(page).requests(post("**/api/pay")).single().hasStatus(200);
    }

    @Test
    void rewrites_what_a_server_answers(CDPSession page) {
        page.send(
                "Fetch.enable",
                Map.of("patterns", List.of(Map.of("urlPattern", "*/api/orders", "requestStage", "Response"))));
        page.on("Fetch.requestPaused", answer -> {
            var id = answer.param("/requestId");
            var body = page.send("Fetch.getResponseBody", Map.of("requestId", id));
            var orders = new String(body.path("body").binaryValue(), UTF_8);
            page.send(
                    "Fetch.fulfillRequest",
                    Map.of("requestId", id, "responseCode", 200, "body", base64(orders.replace("tea", "coffee"))));
        });

        page.navigate(site.url("/orders.html"));
        page.evaluate("load()");

        assertThat(page.evaluate("orders.innerText").asString()).isEqualTo("coffee\ncups");
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }
}
