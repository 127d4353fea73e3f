package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.withcdp.internal.container.Containers;
import io.github.withcdp.internal.container.ImageOptions;
import io.github.withcdp.internal.container.NeedsDocker;
import io.github.withcdp.internal.container.NeedsSeleniumImage;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionDetachedException;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A class of tests runs in a container as it does elsewhere, and leaves nothing behind. */
@NeedsDocker
class ContainerTests {

    @TempDir
    Path reports;

    @AfterEach
    void no_container_is_left() {
        assertThat(Containers.list()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"default", ImageOptions.DEFAULT_IMAGE, "zenika/alpine-chrome:withcdp-test"})
    void an_unchanged_class_passes(String image) {
        var outcome = FixtureRun.of(PassingTestCase.class, reports)
                .with("withcdp.image", image)
                .execute()
                .allSucceeded();

        assertThat(outcome.succeeded()).hasSize(2);
        assertThat(outcome.told("published")).containsOnly("[127.0.0.1:9222]");
        assertThat(outcome.told("endpoint"))
                .allMatch(url -> url.matches("ws://127\\.0\\.0\\.1:\\d+/devtools/browser/.+"));
    }

    @Test
    @NeedsSeleniumImage
    void an_unchanged_class_passes_on_a_Selenium_image() throws Exception {
        var outcome = FixtureRun.of(PassingTestCase.class, reports)
                .with("withcdp.image", "selenium/standalone-chromium:withcdp-test")
                .with("withcdp.report", "always")
                .execute()
                .allSucceeded();

        assertThat(outcome.told("published")).containsOnly("[127.0.0.1:4444]");
        assertThat(outcome.told("endpoint"))
                .allMatch(url -> url.matches("ws://127\\.0\\.0\\.1:\\d+/session/.+/se/cdp"));
        assertThat(written("chrome.log")).contains("Started Selenium Standalone");
    }

    @Test
    @NeedsSeleniumImage
    void a_Selenium_container_that_is_killed_is_told_to_the_test() {
        assertThat(FixtureRun.of(KilledTestCase.class, reports)
                        .with("withcdp.image", "selenium/standalone-chromium:withcdp-test")
                        .execute()
                        .failures()
                        .get("is_killed(CDPSession)"))
                .isInstanceOfSatisfying(
                        SessionDetachedException.class,
                        detached -> assertThat(detached.reason()).isEqualTo(DetachReason.BROWSER_GONE))
                .hasMessageContaining("its container exited with code 137");
    }

    @Test
    void the_annotation_names_an_image_and_switches() {
        FixtureRun.of(AnnotatedTestCase.class, reports).execute().allSucceeded();
    }

    @Test
    void a_page_of_this_machine_is_reached() throws Exception {
        var server = HttpServer.create(new InetSocketAddress(0), 0);
        server.createContext("/", exchange -> {
            var page = "<title>From the host</title>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            try (var body = exchange.getResponseBody()) {
                body.write(page);
            }
        });
        server.start();
        try {
            HostPageTestCase.port = server.getAddress().getPort();
            FixtureRun.of(HostPageTestCase.class, reports)
                    .with("withcdp.image", "default")
                    .execute()
                    .allSucceeded();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void the_report_of_a_failure_has_the_log_of_the_container() throws Exception {
        FixtureRun.of(FailingTestCase.class, reports)
                .with("withcdp.image", "default")
                .execute()
                .failure();

        assertThat(written("chrome.log")).contains("look-alike started with:").contains("DevTools listening on");
        assertThat(written("summary.md")).contains("image " + ImageOptions.DEFAULT_IMAGE + " (container ");
    }

    @Test
    void a_container_that_is_killed_is_told_to_the_test() {
        var failure = FixtureRun.of(KilledTestCase.class, reports)
                .with("withcdp.image", "default")
                .execute()
                .failures();

        assertThat(failure).hasSize(1);
        assertThat(failure.get("is_killed(CDPSession)"))
                .isInstanceOfSatisfying(
                        SessionDetachedException.class,
                        detached -> assertThat(detached.reason()).isEqualTo(DetachReason.BROWSER_GONE))
                .hasMessageContaining("its container exited with code 137 (killed: with docker kill")
                .hasMessageContaining("the last it printed:");
    }

    @Test
    void one_that_ends_at_its_start_is_told_with_its_log() {
        assertThat(failures("withcdp-test/exits:1"))
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageContaining("The browser in image withcdp-test/exits:1 (container ")
                        .hasMessageContaining("did not start: its container exited with code 3.")
                        .hasMessageContaining("the display is missing"));
    }

    /** The limit is for the daemon, too, which may be busy: it is far more than an idle one takes. */
    @Test
    void one_whose_browser_cannot_be_reached_is_given_up_and_removed() {
        assertThat(FixtureRun.of(AnnotatedTestCase.class, reports)
                        .with("withcdp.image.port", "9333")
                        .with("withcdp.launch.timeout", "15 s")
                        .execute()
                        .failure())
                .hasMessageContaining("did not answer at port 9333 of the container within ")
                .hasMessageContaining("Is its port another one, withcdp.image.port?");
    }

    @Test
    void another_port_is_used_when_asked_for() {
        var outcome = FixtureRun.of(PassingTestCase.class, reports)
                .with("withcdp.image", "zenika/alpine-chrome:withcdp-test")
                .with("withcdp.image.port", "9229")
                .execute()
                .allSucceeded();

        assertThat(outcome.told("published")).containsOnly("[127.0.0.1:9229]");
    }

    @Test
    void an_image_that_does_not_exist_is_told_in_the_words_of_the_daemon() {
        assertThat(failures("127.0.0.1:1/withcdp-test/no-such-image:1"))
                .hasSize(2)
                .allSatisfy(failure -> assertThat(failure)
                        .hasMessageContaining(
                                "The image 127.0.0.1:1/withcdp-test/no-such-image:1 is not on the machine of the Docker daemon and cannot be pulled: ")
                        .hasMessageContaining("connection refused")
                        .hasMessageContaining("docker pull 127.0.0.1:1/withcdp-test/no-such-image:1"));
    }

    @Test
    void a_name_that_is_none_is_told() {
        assertThat(failures("No Image!"))
                .isNotEmpty()
                .allSatisfy(failure -> assertThat(failure).hasMessageContaining("No Image!"));
    }

    /** Return why tests that pass on a good image have failed on this one. */
    private Collection<Throwable> failures(String image) {
        return FixtureRun.of(PassingTestCase.class, reports)
                .with("withcdp.image", image)
                .execute()
                .failures()
                .values();
    }

    private String written(String file) throws IOException {
        try (var files = Files.walk(reports)) {
            return Files.readString(
                    files.filter(path -> path.endsWith(file)).findFirst().orElseThrow());
        }
    }

    @WithCDP
    static class PassingTestCase {

        @Test
        void shows_a_page(CDPSession page, CDPBrowser browser, TestReporter reporter) {
            page.navigate("data:text/html,<title>Hello</title>");
            assertThat(page.evaluate("document.title").asString()).isEqualTo("Hello");
            reporter.publishEntry("published", Containers.published().toString());
            reporter.publishEntry("endpoint", browser.endpoint().orElseThrow().toString());
        }

        @Test
        void makes_pictures(CDPSession page, CDPBrowser browser) {
            assertThat(browser.version().product()).contains("Chrome");
            assertThat(page.screenshot()).isNotEmpty();
        }
    }

    @WithCDP(image = "default", args = "--user-agent=InTheContainer")
    static class AnnotatedTestCase {

        @Test
        void has_its_switches(CDPSession page) {
            assertThat(page.evaluate("navigator.userAgent").asString()).isEqualTo("InTheContainer");
        }
    }

    @WithCDP
    static class HostPageTestCase {

        static volatile int port;

        @Test
        void navigates(CDPSession page, CDPBrowser browser) {
            assertThat(browser.localhost()).isEqualTo("host.docker.internal");
            page.navigate("http://" + browser.localhost() + ":" + port + "/");
            assertThat(page.evaluate("document.title").asString()).isEqualTo("From the host");
        }
    }

    @WithCDP
    static class FailingTestCase {

        @Test
        void fails(CDPSession page) {
            page.navigate("data:text/html,<title>Hello</title>");
            assertThat(page.evaluate("document.title").asString()).isEqualTo("Bye");
        }
    }

    @WithCDP
    static class KilledTestCase {

        @Test
        void is_killed(CDPSession page) {
            page.evaluate("1");
            Containers.kill();
            page.evaluate("new Promise(() => {})");
        }

        @Test
        void goes_on_with_another_one(CDPSession page) {
            page.evaluate("2");
        }
    }
}
