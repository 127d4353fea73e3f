package io.github.withcdp.causes;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.get;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Tests of an application with charts that fail; {@link CausesTests} knows why. */
final class Charts {

    private Charts() {}

    @WithCDP(timeout = "5 s")
    static class DashboardTestCase {

        private static final CountDownLatch weekDrawn = new CountDownLatch(1);

        private static final String SALES = """
                <!doctype html>
                <title>Sales</title>
                <button id=year>Year</button> <button id=week>Week</button>
                <h2 id=caption></h2> <img id=axis alt="">
                <script>
                  async function draw(range) {
                    const answer = await fetch('/api/sales', {method: 'POST', body: JSON.stringify({range})});
                    const series = await answer.json();
                    caption.textContent = series.points + ' points';
                    axis.src = '/axis.svg?' + series.points;
                  }
                  year.onclick = () => draw('year');
                  week.onclick = () => draw('week');
                </script>""";

        private static final String REPORT = """
                <!doctype html>
                <title>Report</title>
                <p id=sum>calculating …</p>
                <script>
                  const worker = new Worker('/js/sums.js');
                  worker.onmessage = message => sum.textContent = message.data.toFixed(2);
                  worker.postMessage({rows: [['Monday', 12.5], ['Tuesday']]});
                </script>""";

        private static final String FORECAST = """
                <!doctype html>
                <title>Forecast</title>
                <p id=forecast>calculating …</p>
                <script>
                  const worker = new Worker('/js/forecast.js');
                  worker.onmessage = message => forecast.textContent = message.data;
                </script>""";

        private static final String SUMS = """
                const amount = row => row[1].valueOf();

                onmessage = message => {
                  let sum = 0;
                  for (const row of message.data.rows) {
                    sum += amount(row);
                  }
                  postMessage(sum);
                };""";

        private static final String LEGEND = """
                <!doctype html>
                <title>Legend</title>
                <style>#legend { display: inline-block; white-space: nowrap }</style>
                <div id=legend>Revenue before tax, all regions, in thousands</div>
                <p id=fit>…</p>
                <script src="/js/fit.js"></script>""";

        private static final String FIT = """
                function fitLegend(width) {
                  let size = 16;
                  while (legend.offsetWidth > width) {
                    size = Math.max(8, size - 1);
                    legend.style.fontSize = size + 'px';
                  }
                  fit.textContent = 'fits';
                }

                setTimeout(() => fitLegend(120), 300);
                """;

        @AutoClose
        private static final Site site = Site.start()
                .page("/sales", SALES)
                .page("/report", REPORT)
                .page("/forecast", FORECAST)
                .on("/js/forecast.js", exchange -> {}) // which ends the connection
                .script("/js/sums.js", SUMS)
                .page("/legend", LEGEND)
                .script("/js/fit.js", FIT);

        static {
            site.on("/api/sales", exchange -> {
                boolean year = new String(exchange.getRequestBody().readAllBytes(), UTF_8).contains("year");
                if (year) {
                    Site.await(weekDrawn);
                }
                site.answer(exchange, 200, "application/json", year ? "{\"points\":365}" : "{\"points\":7}");
            });
            site.on("/axis.svg", exchange -> {
                site.answer(exchange, 200, "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'/>");
                weekDrawn.countDown();
            });
        }

        @Test
        void week_has_seven_points(CDPSession page) {
            page.navigate(site.url("/sales"));
            page.evaluate("year.click()");

            page.evaluate("week.click()");

            assertThat(page).requests(get("**/axis.svg?*")).hasSize(1);
            assertThat(page).evaluating("caption.innerText").isEqualTo("7 points");
        }

        @Test
        void report_has_a_sum(CDPSession page) {
            page.navigate(site.url("/report"));

            assertThat(page).evaluating("sum.innerText").isEqualTo("12.50");
        }

        @Test
        void forecast_is_made(CDPSession page) {
            page.navigate(site.url("/forecast"));

            assertThat(page).evaluating("forecast.innerText").isEqualTo("1,200 in May");
        }

        @Test
        void legend_fits(CDPSession page) {
            page.navigate(site.url("/legend"));

            assertThat(page).evaluating("fit.innerText").isEqualTo("fits");
        }
    }

    @WithCDP(timeout = "5 s")
    static class CurrencyTestCase {

        private static final String CONVERTER = """
                <!doctype html>
                <title>Converter</title>
                <input id=amount value=100> <button id=convert>Convert</button>
                <p><b id=converted></b> francs
                <script>
                  async function rate(currency) {
                    const answer = await fetch('/api/rates/' + currency);
                    return (await answer.json()).rate;
                  }
                  convert.onclick = async () => converted.textContent = (amount.value * await rate('CHF')).toFixed(2);
                </script>""";

        private static final String WEATHER = """
                <!doctype html>
                <title>Weather</title>
                <p>Outside: <b id=degrees>…</b>
                <script>
                  fetch('STATION/now')
                    .then(answer => answer.json())
                    .then(now => degrees.textContent = now.degrees + ' °C')
                    .catch(() => degrees.textContent = '– °C');
                </script>""";

        @AutoClose
        private static final Site site = Site.start()
                .page("/converter", CONVERTER)
                .json("/api/rates/CHF", 404, "{\"message\":\"No rate of CHF for today\"}");

        static {
            // Nobody listens at this address of the loopback interface.
            site.page("/weather", WEATHER.replace("STATION", site.url("").replace("127.0.0.1", "127.0.0.2")));
        }

        @Test
        void francs_are_shown(CDPSession page) {
            page.navigate(site.url("/converter"));

            page.evaluate("convert.click()");

            assertThat(page).evaluating("converted.innerText").isEqualTo("93.40");
        }

        @Test
        void weather_is_shown(CDPSession page) {
            page.navigate(site.url("/weather"));

            assertThat(page).evaluating("degrees.innerText").isEqualTo("18 °C");
        }
    }
}
