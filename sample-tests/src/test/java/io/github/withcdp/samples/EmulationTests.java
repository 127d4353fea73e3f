package io.github.withcdp.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What WebDriver has no words for: no network, another place, another device, a slow machine. */
@WithCDP
class EmulationTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void a_page_is_offline(CDPSession page) {
        page.navigate(site.url("/orders.html"));

        page.send(
                "Network.emulateNetworkConditions",
                Map.of("offline", true, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));

        assertThat(page.evaluate("navigator.onLine").asBoolean()).isFalse();
        assertThat(page.evaluate("load().catch(error => error.name)").asString())
                .isEqualTo("TypeError");
        assertThat(page.events().named("Network.loadingFailed").list())
                .singleElement()
                .satisfies(failed ->
                        assertThat(failed.param("/errorText").asString()).isEqualTo("net::ERR_INTERNET_DISCONNECTED"));
    }

    @Test
    void a_page_is_in_another_place(CDPSession page) {
        page.navigate(site.url("/index.html"));

        var context = page.send("Target.getTargetInfo").at("/targetInfo/browserContextId");
        page.send(
                "Browser.grantPermissions", Map.of("permissions", List.of("geolocation"), "browserContextId", context));
        page.send("Emulation.setGeolocationOverride", Map.of("latitude", 64.15, "longitude", -21.94, "accuracy", 10));

        assertThat(page.evaluate("""
                                        new Promise((found, failed) => navigator.geolocation.getCurrentPosition(
                                            place => found(place.coords.latitude), failed))
                                        """).asDouble()).isEqualTo(64.15);
    }

    @Test
    void a_page_is_in_another_time_zone(CDPSession page) {
        page.send("Emulation.setTimezoneOverride", Map.of("timezoneId", "Pacific/Chatham"));

        assertThat(page.evaluate("new Date('2026-01-01T00:00:00Z').getHours()").asInt())
                .isEqualTo(13);
    }

    @Test
    void a_page_is_on_a_telephone(CDPSession page) {
        page.send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 3, "mobile", true));
        page.navigate(site.url("/index.html"));

        assertThat(page.evaluate("innerWidth").asInt()).isEqualTo(390);
        assertThat(page.evaluate("devicePixelRatio").asInt()).isEqualTo(3);
    }

    @Test
    void a_page_works_on_a_slow_machine(CDPSession page) {
        page.send("Emulation.setCPUThrottlingRate", Map.of("rate", 4));
        page.navigate(site.url("/orders.html"));

        page.evaluate("load()");

        assertThat(page.evaluate("orders.children.length").asInt()).isEqualTo(2);
    }
}
