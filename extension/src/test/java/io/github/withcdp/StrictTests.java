package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** {@code strict}: what the protocol does not know is refused before anybody waits for it. */
class StrictTests {

    @TempDir
    Path reports;

    @Test
    void refuses_names_and_params_that_do_not_exist() {
        FixtureRun.of(StrictTestCase.class, reports).execute().allSucceeded();
    }

    @WithCDP
    static class StrictTestCase {

        @Test
        void names_the_command_that_is_meant(CDPSession page) {
            assertThatThrownBy(() -> page.send("Network.getResponsBody", Map.of("requestId", "1")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("""
                            Network.getResponsBody does not exist. Did you mean Network.getResponseBody?
                            If the browser knows it all the same, let it through: withcdp.strict.allow=Network.getResponsBody""");
            assertThatThrownBy(() -> page.sendAsync("Page.captureScreenshot", Map.of("qualty", 80)))
                    .hasMessageStartingWith(
                            "Page.captureScreenshot has no param \"qualty\". Did you mean \"quality\"? There are format, quality,")
                    .hasMessageEndingWith("withcdp.strict.allow=Page.captureScreenshot.qualty");
        }

        @Test
        void names_the_event_that_is_meant(CDPSession page) {
            assertThatThrownBy(() -> page.on("Network.responseRecieved", event -> {}))
                    .hasMessageStartingWith(
                            "Network.responseRecieved does not exist. Did you mean Network.responseReceived?");
            assertThatThrownBy(() -> page.once("Page.loadEvent", event -> {}))
                    .hasMessageStartingWith("Page.loadEvent does not exist. Did you mean Page.loadEventFired?");
            assertThatThrownBy(() -> page.await("Netwrok.responseReceived"))
                    .hasMessageStartingWith(
                            "Netwrok.responseReceived does not exist. Did you mean Network.responseReceived?");
        }

        @Test
        void names_the_domain_that_is_not_there(CDPBrowser browser, CDPSession page) {
            assertThatThrownBy(() -> browser.session().on("Page.loadEventFired", event -> {}))
                    .hasMessage("""
                            Page.loadEventFired cannot come in this session: it is with the browser itself, which has no domain Page.
                            If it comes all the same, let it through: withcdp.strict.allow=Page.loadEventFired""");
            var worker = page.awaitChild(
                    child -> child.type().equals("worker"),
                    () -> page.evaluate("void new Worker('data:text/javascript,setInterval(() => 1, 1000)')"));
            assertThatThrownBy(() -> worker.await("DOM.documentUpdated"))
                    .hasMessageStartingWith(
                            "DOM.documentUpdated cannot come in this session: it is with a worker (worker), which has no domain DOM.");
            assertThatCode(() -> worker.on("Network.requestWillBeSent", event -> {}))
                    .doesNotThrowAnyException();
        }

        @Test
        void names_the_domain_that_is_not_enabled(CDPSession page) {
            assertThatThrownBy(() -> page.await("Fetch.requestPaused", () -> page.evaluate("1")))
                    .hasMessage("""
                            Fetch.requestPaused cannot come in this session: no command of its domain was sent here. Send Fetch.enable before, or have it sent to every session: @WithCDP(domains = {…, "Fetch"}).
                            If it comes all the same, let it through: withcdp.strict.allow=Fetch.requestPaused""");
            assertThatCode(() -> page.await("Debugger.scriptParsed", () -> {
                        var unused = page.sendAsync("Debugger.enable", null);
                    }))
                    .doesNotThrowAnyException();
            assertThatCode(() -> page.await("DOM.setChildNodes", () -> {
                        var root =
                                page.send("DOM.getDocument", Map.of("depth", 1)).at("/root/nodeId");
                        page.send("DOM.requestChildNodes", Map.of("nodeId", root.asInt(), "depth", -1));
                    }))
                    .doesNotThrowAnyException();
        }

        @Test
        void sends_nothing_of_what_it_refuses(CDPSession page) {
            assertThatThrownBy(() -> page.send("Page.navigat")).isInstanceOf(IllegalArgumentException.class);

            assertThat(page.recording().commands())
                    .noneMatch(command -> command.method().equals("Page.navigat"));
        }

        @Test
        void leaves_domains_of_others_to_those(CDPSession page) {
            assertThatThrownBy(() -> page.send("Acme.frobnicate")).isInstanceOf(CommandFailedException.class);
            assertThatCode(() -> page.on("Acme.happened", event -> {}).close()).doesNotThrowAnyException();
        }
    }

    @Test
    void lets_through_what_is_allowed() {
        FixtureRun.of(AllowingTestCase.class, reports)
                .with("withcdp.strict.allow", "Page.captureScreenshot.q*")
                .execute()
                .allSucceeded();
    }

    @WithCDP(strictAllow = "Page.navigat")
    static class AllowingTestCase {

        @Test
        void allows(CDPSession page) {
            assertThatThrownBy(() -> page.send("Page.navigat")).isInstanceOf(CommandFailedException.class);
            assertThatCode(() -> page.send("Page.captureScreenshot", Map.of("qualty", 80)))
                    .doesNotThrowAnyException();
        }
    }

    @Test
    void refuses_only_what_waits_if_it_shall_warn() {
        FixtureRun.of(WarningTestCase.class, reports).execute().allSucceeded();
    }

    @WithCDP(strict = Strict.WARN)
    static class WarningTestCase {

        @Test
        void warns(CDPSession page) {
            assertThatCode(() -> page.send("Page.captureScreenshot", Map.of("qualty", 80)))
                    .doesNotThrowAnyException();
            assertThatThrownBy(() -> page.on("Network.responseRecieved", event -> {}))
                    .isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void finds_what_was_ignored_if_the_test_fails() {
        var failure = FixtureRun.of(FailingTestCase.class, reports).execute().failure();

        assertThat(failure.getSuppressed())
                .anySatisfy(report -> assertThat(report)
                        .hasMessageContaining(
                                "Page.captureScreenshot has no param \"qualty\". Did you mean \"quality\"?")
                        .hasMessageContaining(
                                "Page.clearGeolocationOverride is deprecated: use Emulation.clearGeolocationOverride.")
                        .hasMessageContaining("Console.messageAdded is deprecated: use Runtime or Log instead.")
                        .hasMessageNotContaining("Network.getAllCookies is deprecated")
                        .hasMessageNotContaining("Page.downloadProgress is deprecated"));
    }

    @WithCDP(strict = Strict.WARN)
    static class FailingTestCase {

        @Test
        void fails(CDPSession page) {
            page.send("Page.captureScreenshot", Map.of("qualty", 80));
            page.send("Page.clearGeolocationOverride");
            page.send("Network.getAllCookies");
            page.on("Console.messageAdded", event -> {});
            page.on("Page.downloadProgress", event -> {});
            throw new IllegalStateException("too large");
        }
    }

    @Test
    void finds_deprecated_events_however_a_test_asks_for_them_and_only_of_that_test() {
        var run = FixtureRun.of(AskingTestCase.class, reports).execute();

        assertThat(run.failures())
                .hasSize(5)
                .allSatisfy((test, failure) -> assertThat(failure.getSuppressed())
                        .as(test)
                        .anySatisfy(report -> {
                            if (test.startsWith("asks_for_nothing")) {
                                assertThat(report).hasMessageNotContaining("deprecated");
                            } else {
                                assertThat(report)
                                        .hasMessageContaining(
                                                "Console.messageAdded is deprecated: use Runtime or Log instead.");
                            }
                        }));
    }

    @WithCDP(strict = Strict.WARN)
    @TestMethodOrder(MethodOrderer.MethodName.class)
    static class AskingTestCase {

        private static final String EVENT = "Console.messageAdded";

        @AfterEach
        void fails() {
            throw new IllegalStateException("on purpose");
        }

        @Test
        void adds_a_handler(CDPSession page) {
            page.on(EVENT, event -> {});
        }

        @Test
        void adds_a_handler_for_once(CDPSession page) {
            page.once(EVENT, event -> {});
        }

        @Test
        void asks_for_nothing(CDPSession page) {
            page.evaluate("1");
        }

        @Test
        void looks_at_the_recording(CDPSession page) {
            page.recording().events().named(EVENT);
        }

        @Test
        void waits(CDPSession page) {
            page.await(EVENT, () -> {
                page.send("Console.enable");
                page.evaluate("console.log('hello')");
            });
        }
    }

    @Test
    void refuses_nothing_if_it_is_off() {
        FixtureRun.of(LenientTestCase.class, reports)
                .with("withcdp.strict", "off")
                .execute()
                .allSucceeded();
    }

    @WithCDP
    static class LenientTestCase {

        @Test
        void is_off(CDPSession page) {
            assertThatThrownBy(() -> page.send("Page.navigat")).isInstanceOf(CommandFailedException.class);
            assertThatCode(() -> page.on("Network.responseRecieved", event -> {}))
                    .doesNotThrowAnyException();
        }
    }
}
