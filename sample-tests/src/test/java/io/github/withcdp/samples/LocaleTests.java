package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.containing;
import static io.github.withcdp.assertions.CDPAssertions.get;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Look at a page as somebody in another part of the world does: place, time zone, language. */
@WithCDP
class LocaleTests {

    private static final String WHERE_AM_I = """
            new Promise(tell => navigator.geolocation.getCurrentPosition(
                place => tell(place.coords.latitude), failure => tell(failure.message)))
            """;

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @Test
    void a_page_is_in_another_place(CDPSession page) {
        setPermission(page, "geolocation", "granted");
        page.send("Emulation.setGeolocationOverride", Map.of("latitude", 64.15, "longitude", -21.94, "accuracy", 10));

        page.navigate(site.url("/index.html"));

        assertThat(page.evaluate(WHERE_AM_I)).isEqualTo(64.15);
    }

    @Test
    void a_page_is_not_told_where_it_is(CDPSession page) {
        setPermission(page, "geolocation", "denied");

        page.navigate(site.url("/index.html"));

        assertThat(page.evaluate(WHERE_AM_I).asString()).isEqualTo("User denied Geolocation");
    }

    @Test
    void a_page_is_in_another_time_zone(CDPSession page) {
        page.send("Emulation.setTimezoneOverride", Map.of("timezoneId", "Pacific/Chatham"));

        assertThat(page.evaluate("new Date('2026-01-01T00:00:00Z').getHours()")).isEqualTo(13);
    }

    @Test
    void a_page_is_in_another_language(CDPSession page) {
        var userAgent = page.evaluate("navigator.userAgent");
        page.send("Emulation.setUserAgentOverride", Map.of("userAgent", userAgent, "acceptLanguage", "de-DE"));
        page.send("Emulation.setLocaleOverride", Map.of("locale", "de-DE"));

        page.navigate(site.url("/index.html"));

        assertThat(page)
                .requests(get("**/index.html"))
                .single()
                .hasRequestHeader("Accept-Language", containing("de-DE"));
        assertThat(page.evaluate("navigator.language").asString()).isEqualTo("de-DE");
        assertThat(page.evaluate("(1234.5).toLocaleString()").asString()).isEqualTo("1.234,5");
    }

    private static void setPermission(CDPSession page, String name, String setting) {
        page.send(
                "Browser.setPermission",
                Map.of(
                        "permission", Map.of("name", name),
                        "setting", setting,
                        "browserContextId", page.browserContextId().orElseThrow()));
    }
}
