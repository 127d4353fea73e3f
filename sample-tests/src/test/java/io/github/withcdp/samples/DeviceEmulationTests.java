package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.containing;
import static io.github.withcdp.assertions.CDPAssertions.get;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Look at a page as it is on another device. */
@WithCDP
class DeviceEmulationTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void a_page_is_on_a_telephone(CDPSession page) {
        page.send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 390, "height", 844, "deviceScaleFactor", 3, "mobile", true));
        page.send("Emulation.setTouchEmulationEnabled", Map.of("enabled", true));
        page.send(
                "Emulation.setUserAgentOverride",
                Map.of("userAgent", "Mozilla/5.0 (Linux; Android 10; K) Chrome/156.0.0.0 Mobile Safari/537.36"));

        page.navigate(site.url("/index.html"));

        assertThat(page.evaluate("[innerWidth, devicePixelRatio, navigator.maxTouchPoints > 0]"))
                .isEqualTo("[390, 3, true]");
        assertThat(page).requests(get("**/index.html")).single().hasRequestHeader("User-Agent", containing("Mobile"));
    }

    @Test
    void a_page_is_dark_for_those_who_want_it_dark(CDPSession page) {
        page.send(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));

        page.navigate(site.url("/index.html"));

        assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor")
                        .asString())
                .isEqualTo("rgb(18, 18, 18)");
    }

    @Test
    void a_page_works_on_a_slow_machine(CDPSession page) {
        page.send("Emulation.setCPUThrottlingRate", Map.of("rate", 4));
        page.navigate(site.url("/orders.html"));

        page.evaluate("load()");

        assertThat(page.evaluate("orders.children.length")).isEqualTo(2);
    }
}
