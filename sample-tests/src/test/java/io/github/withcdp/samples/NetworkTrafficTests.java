package io.github.withcdp.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Look at what a page has loaded: the Network domain is enabled before the page runs. */
@WithCDP
@Execution(ExecutionMode.CONCURRENT) // each test has its own page and sees its own traffic
class NetworkTrafficTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void sees_the_answer_to_every_request(CDPSession page) {
        page.navigate(site.url("/orders.html"));
        page.evaluate("load()");

        assertThat(page.events().named("Network.responseReceived").stream()
                        .map(event -> event.param("/response/url").asString()))
                .containsExactly(site.url("/orders.html"), site.url("/api/orders"));
    }

    @Test
    void sees_what_a_request_sends(CDPSession page) {
        page.navigate(site.url("/checkout.html"));

        var request = page.await(
                "Network.requestWillBeSent",
                event -> event.param("/request/url").asString().endsWith("/api/pay"),
                () -> page.evaluate("pay()"));

        assertThat(request.param("/request/method").asString()).isEqualTo("POST");
        assertThat(request.param("/request/postData").asString()).isEqualTo("{\"amount\":42}");
    }

    @Test
    void reads_the_body_of_an_answer(CDPSession page) {
        page.navigate(site.url("/orders.html"));

        var finished = page.await("Network.loadingFinished", () -> page.evaluate("load()"));
        var body = page.send(
                "Network.getResponseBody",
                Map.of("requestId", finished.param("/requestId").asString()));

        assertThat(body.path("body").asString()).contains("tea", "cups");
    }

    @Test
    void sends_a_header_with_every_request(CDPSession page) {
        page.send("Network.setExtraHTTPHeaders", Map.of("headers", Map.of("X-Shop", "samples")));

        var request = page.await(
                "Network.requestWillBeSentExtraInfo",
                event -> event.param("/headers/X-Shop").asString("").equals("samples"),
                () -> page.navigate(site.url("/index.html")));

        assertThat(request.param("/headers/User-Agent").asString()).contains("Chrome");
    }
}
