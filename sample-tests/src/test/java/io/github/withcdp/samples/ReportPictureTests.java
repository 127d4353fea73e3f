package io.github.withcdp.samples;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.testkit.engine.EngineTestKit;

/**
 * Takes the picture of a report that README.md shows, of a test that really failed. It lies in {@code target/report.png};
 * {@code cp sample-tests/target/report.png sample-tests/report.png} makes it the one of the README.
 */
@WithCDP
class ReportPictureTests {

    @TempDir
    Path reports;

    @Test
    void a_report_is_opened_in_a_browser(CDPSession page) throws IOException {
        EngineTestKit.engine("junit-jupiter")
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .configurationParameter(
                        "junit.jupiter.displayname.generator.default",
                        "org.junit.jupiter.api.DisplayNameGenerator$ReplaceUnderscores")
                .configurationParameter("withcdp.reports.dir", reports.toString())
                .selectors(selectMethod(FirstLook.class, "pays_and_fails_on_purpose", CDPSession.class.getName()))
                .execute()
                .testEvents()
                .assertStatistics(statistics -> statistics.failed(1));
        var report = reports.resolve(FirstLook.class.getName())
                .resolve("pays_and_fails_on_purpose")
                .resolve("report.html");

        page.send(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", 1200, "height", 800, "deviceScaleFactor", 1, "mobile", false));
        page.navigate(report.toUri().toString());
        assertThat(page)
                .within(Duration.ofSeconds(30))
                .evaluating("document.querySelector('[data-ready]') != null")
                .isTrue();
        page.evaluate("Promise.all([...document.images].map(image => image.decode())).then(() => true)");
        assertThat(page.evaluate("document.querySelector('.unusual').textContent")
                        .asString())
                .contains("503");
        assertThat(page.evaluate("document.querySelector('.story').textContent").asString())
                .containsSubsequence("Page.navigate", "/checkout.html", "pay()", "/api/pay", "The test failed");

        var picture = Path.of("target", "report.png");
        Files.createDirectories(picture.getParent());
        Files.write(picture, page.screenshot());
    }
}
