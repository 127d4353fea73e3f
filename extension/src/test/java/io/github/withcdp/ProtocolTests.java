package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.browser.ProtocolDescriptions;
import io.github.withcdp.internal.lifecycle.Fixtures;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.io.TempDir;

/** The report of a test knows what the browser says about its own commands, and nothing is left of the asking. */
class ProtocolTests {

    private static final String DESCRIPTION = "Navigates current page to the given URL.";

    @TempDir
    Path reports;

    @Test
    void is_described_of_a_browser_that_has_no_port() throws IOException {
        proved(FixtureRun.of(FailingTestCase.class, reports).with("withcdp.transport", "pipe"));
    }

    @Test
    void is_described_of_a_browser_that_has_a_port() throws IOException {
        proved(FixtureRun.of(FailingTestCase.class, reports).with("withcdp.transport", "websocket"));
    }

    @Test
    void is_described_of_somebody_elses_browser() throws IOException {
        try (var chromium = RunningChromium.start("data:text/html,<title>Theirs</title>")) {
            proved(FixtureRun.of(FailingTestCase.class, reports)
                    .with("withcdp.endpoint", "127.0.0.1:" + chromium.port()));
        }
    }

    private void proved(FixtureRun run) throws IOException {
        var profiles = LeftoversTests.profiles();
        var processes = LeftoversTests.children();
        var threads = LeftoversTests.threads();

        var folder = FailurePhaseTests.notedFolder(run.execute().failure());

        assertThat(Files.readString(folder.resolve("traffic.jsonl"), StandardCharsets.UTF_8))
                .contains("\"Page.navigate\":{", DESCRIPTION);
        assertThat(SecretsTests.texts(folder).entrySet())
                .filteredOn(file -> file.getKey().startsWith("report.html"))
                .anySatisfy(file -> assertThat(file.getValue()).contains(DESCRIPTION));
        Recording.read(folder.resolve("traffic.jsonl")).writeReport(reports.resolve("again"));
        assertThat(Files.readString(reports.resolve("again/traffic.jsonl"), StandardCharsets.UTF_8))
                .contains(DESCRIPTION);
        assertThat(LeftoversTests.profiles()).as("profiles").isSubsetOf(profiles);
        LeftoversTests.awaitSubset("processes", LeftoversTests::children, processes);
        LeftoversTests.awaitSubset("threads", LeftoversTests::threads, threads);
    }

    @WithCDP
    @ExtendWith(Patience.class)
    static class FailingTestCase {

        @Test
        void fails(CDPSession page, CDPBrowser browser) {
            assertThat(browser.protocol().at("/domains/1/domain").asString()).isNotEmpty();
            assertThat(browser.protocol().at("/version/major").asString()).isEqualTo("1");
            page.navigate("data:text/html,<title>shop</title>");
            throw new IllegalStateException("oops");
        }
    }

    /** However busy the machine is: here the report waits for the description. */
    static final class Patience implements BeforeAllCallback {

        @Override
        public void beforeAll(ExtensionContext context) {
            Fixtures.protocols(context, () -> new ProtocolDescriptions(Duration.ofMinutes(2)));
        }
    }
}
