package io.github.withcdp.causes;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tests of a newspaper on the web that fail; {@link CausesTests} knows why. */
final class News {

    private News() {}

    @WithCDP(
            timeout = "20 s",
            args = {
                // Nobody listens where the pictures are.
                "--host-resolver-rules=MAP pictures.test 127.0.0.1:2, MAP *.test 127.0.0.1",
                "--ignore-certificate-errors"
            })
    static class NewspaperTestCase {

        private static final String FRONT_PAGE = """
                <!doctype html>
                <title>Front page</title>
                <p>Outside: <b id=degrees>…</b>
                <script>
                  fetch('WEATHER/now')
                    .then(answer => answer.json())
                    .then(now => degrees.textContent = now.degrees + ' °C')
                    .catch(() => degrees.textContent = '– °C');
                </script>""";

        private static final String PORTRAIT = """
                <!doctype html>
                <title>Portrait</title>
                <p id=caption>…</p>
                <img src="WEATHER/ada.svg" alt="Ada" onload="caption.textContent = 'Ada Lovelace'">""";

        @AutoClose
        private static final Site weather =
                Site.start().json("/now", 200, "{\"degrees\":18}", "Access-Control-Allow-Origin: *");

        @AutoClose
        private static final Site site = Site.startSecure()
                .page("/", FRONT_PAGE.replace("WEATHER", weather.named("weather.test", "")))
                .page("/portrait", PORTRAIT.replace("WEATHER", "http://pictures.test"));

        @Test
        void weather_is_shown(CDPSession page) {
            page.navigate(site.named("news.test", "/"));

            assertThat(page).evaluating("degrees.innerText").isEqualTo("18 °C");
        }

        @Test
        void portrait_has_a_caption(CDPSession page) {
            page.navigate(site.named("news.test", "/portrait"));

            assertThat(page).evaluating("caption.innerText").isEqualTo("Ada Lovelace");
        }
    }
}
