package io.github.withcdp.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import io.github.withcdp.WithCDP;
import io.github.withcdp.session.CDPSession;
import io.qameta.allure.AllureLifecycle;
import io.qameta.allure.FileSystemResultsWriter;
import io.qameta.allure.junitplatform.AllureJunitPlatform;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import tools.jackson.databind.json.JsonMapper;

/** Allure listens to JUnit, where the report of a test that failed is published: it shows the report at the test. */
@Tag("interop")
class AllureTests {

    @AutoClose
    static final LocalSite site = LocalSite.start();

    @TempDir
    Path directory;

    @Test
    void a_report_is_attached_to_a_failed_test() {
        var results = directory.resolve("allure-results");

        run(ShopTestCase.class, new AllureLifecycle(new FileSystemResultsWriter(results)));

        var attachments = attachments(results);
        assertThat(attachments)
                .containsKeys("report.html", "screenshot.png", "summary.md", "traffic.har", "transcript.txt");
        assertThat(attachments.get("report.html")).content().contains("<!doctype html>", "pays (CDPSession) failed");
        assertThat(attachments.get("transcript.txt")).content().contains("Page.navigate", "/api/pay");
    }

    private void run(Class<?> testCase, AllureLifecycle allure) {
        var launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(new AllureJunitPlatform(allure), new AllureAttachments(allure))
                .build());
        launcher.execute(LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(testCase))
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
                .configurationParameter("junit.platform.reporting.output.dir", directory.toString())
                .configurationParameter(
                        "withcdp.reports.dir", directory.resolve("reports").toString())
                .build());
    }

    /** Return the files that Allure has attached to the one test, by their names. */
    private static Map<String, Path> attachments(Path results) {
        var attachments = new HashMap<String, Path>();
        var files = results.toFile().listFiles((folder, name) -> name.endsWith("-result.json"));
        assertThat(files).hasSize(1);
        for (var attachment : JsonMapper.shared().readTree(files[0]).path("attachments")) {
            attachments.put(
                    attachment.path("name").asString(),
                    results.resolve(attachment.path("source").asString()));
        }
        return attachments;
    }

    @WithCDP
    static class ShopTestCase {

        @Test
        void pays(CDPSession page) {
            page.navigate(site.url("/checkout.html"));
            page.evaluate("pay()");
            assertThat(page.evaluate("result.textContent").asString()).isEqualTo("Thank you!");
        }
    }
}
