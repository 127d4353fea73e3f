package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.get;
import static java.time.Duration.ofMillis;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Take the network away from a page, or make it slow. Older browsers have {@code Network.emulateNetworkConditions}, which does both. */
@WithCDP
class OfflineAndSlowNetworkTests {

    private static final Map<String, ?> OFFLINE =
            Map.of("offline", true, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1);
    private static final Map<String, ?> ONLINE =
            Map.of("offline", false, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1);
    private static final Map<String, ?> SLOW =
            Map.of("offline", false, "latency", 400, "downloadThroughput", 50_000, "uploadThroughput", 20_000);

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @BeforeEach
    void opensTheOrders(CDPSession page) {
        page.navigate(site.url("/orders.html"));
    }

    @Test
    void a_page_is_offline(CDPSession page) {
        setNetwork(page, OFFLINE);

        assertThat(page.evaluate("navigator.onLine").asBoolean()).isFalse();
        assertThat(page.evaluate("load().catch(error => error.name)").asString())
                .isEqualTo("TypeError");
        assertThat(page).requests(get("**/api/orders")).single().failedWith("net::ERR_INTERNET_DISCONNECTED");
    }

    @Test
    void a_page_is_online_again(CDPSession page) {
        setNetwork(page, OFFLINE);
        page.evaluate("addEventListener('online', load)");

        setNetwork(page, ONLINE);

        assertThat(page).requests(get("**/api/orders")).single().hasStatus(200);
    }

    @Test
    void every_answer_takes_a_while(CDPSession page) {
        setNetwork(page, SLOW);

        page.evaluate("load()");

        assertThat(page).requests(get("**/api/orders")).single().took().isGreaterThanOrEqualTo(ofMillis(400));
    }

    /** What requests meet, and what the page is told of it in {@code navigator.onLine}. */
    private static void setNetwork(CDPSession page, Map<String, ?> conditions) {
        var all = new HashMap<String, Object>(conditions);
        all.put("urlPattern", "");
        page.send("Network.emulateNetworkConditionsByRule", Map.of("matchedNetworkConditions", List.of(all)));
        page.send("Network.overrideNetworkState", conditions);
    }
}
