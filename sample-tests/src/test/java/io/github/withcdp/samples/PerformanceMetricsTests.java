package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Count what a page costs: layouts, nodes, listeners, memory. Counts are the same on a slow machine, times are not. */
@WithCDP
class PerformanceMetricsTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @BeforeEach
    void opensTheOrders(CDPSession page) {
        page.send("Performance.enable");
        page.navigate(site.url("/orders.html"));
    }

    @Test
    void a_hundred_orders_are_not_laid_out_one_by_one(CDPSession page) {
        var before = metrics(page);

        page.evaluate("for (let i = 0; i < 100; i++) orders.append(document.createElement('li')); orders.offsetHeight");

        var after = metrics(page);
        assertThat(after.get("LayoutCount") - before.get("LayoutCount")).isBetween(1.0, 10.0);
    }

    @Test
    void what_is_closed_is_forgotten(CDPSession page) {
        page.send("HeapProfiler.collectGarbage");
        var before = metrics(page);

        page.evaluate("""
                for (let i = 0; i < 100; i++) {
                  document.body.insertAdjacentHTML('beforeend', '<dialog><button>Close</button></dialog>');
                  const dialog = document.querySelector('dialog');
                  dialog.firstChild.addEventListener('click', () => dialog.remove());
                  dialog.firstChild.click();
                }
                """);

        page.send("HeapProfiler.collectGarbage");
        var after = metrics(page);
        assertThat(after.get("Nodes")).isLessThanOrEqualTo(before.get("Nodes"));
        assertThat(after.get("JSEventListeners")).isLessThanOrEqualTo(before.get("JSEventListeners"));
    }

    private static Map<String, Double> metrics(CDPSession page) {
        return page.send("Performance.getMetrics")
                .path("metrics")
                .valueStream()
                .collect(Collectors.toMap(
                        metric -> metric.path("name").asString(),
                        metric -> metric.path("value").asDouble()));
    }
}
