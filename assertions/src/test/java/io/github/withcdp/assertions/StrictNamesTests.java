package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatCode;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;
import static io.github.withcdp.assertions.EventConditions.event;
import static io.github.withcdp.assertions.EventConditions.not;
import static io.github.withcdp.assertions.EventConditions.param;

import io.github.withcdp.CDPBrowser;
import io.github.withcdp.Headless;
import io.github.withcdp.ReportMode;
import io.github.withcdp.Strict;
import io.github.withcdp.WithCDP;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That what is misspelt does not come can never fail, so it is refused. */
class StrictNamesTests {

    private static final String MISSPELT = "Network.loadingFaild";
    private static final String MEANT = "Network.loadingFaild does not exist. Did you mean Network.loadingFailed?";

    private static void refused(String beginning, ThrowingCallable assertion) {
        assertThatThrownBy(assertion)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(beginning);
    }

    @WithCDP(headless = Headless.SHELL, report = ReportMode.NEVER, strict = Strict.WARN)
    @Nested
    class InALiveSession {

        @Test
        void are_refused_wherever_they_stand(CDPSession page) {
            refused(MEANT, () -> assertThat(page).receives(MISSPELT));
            refused(MEANT, () -> assertThat(page).receives(2, MISSPELT));
            refused(MEANT, () -> assertThat(page).receivesAtLeast(1, MISSPELT));
            refused(MEANT, () -> assertThat(page).receivesInOrder("Page.loadEventFired", MISSPELT));
            refused(MEANT, () -> assertThat(page).receivesInOrder(event("Page.loadEventFired"), not(event(MISSPELT))));
            refused(MEANT, () -> assertThat(page).doesNotReceive(MISSPELT));
            refused(MEANT, () -> assertThat(page).withChildren().doesNotReceive(MISSPELT));
            refused(
                    "Netwrok.loadingFailed does not exist. Did you mean Network.loadingFailed?",
                    () -> assertThat(page).doesNotReceive("Netwrok.loadingFailed"));
            refused(
                    "Network.responseReceived has no \"/response/staus\". Did you mean \"/response/status\"?",
                    () -> assertThat(page)
                            .doesNotReceive("Network.responseReceived", not(param("/response/staus", 200))));
            refused(
                    "Page.navigate is a command, and no event.",
                    () -> assertThat(page).doesNotReceive("Page.navigate"));
        }

        @Test
        void are_refused_if_it_has_no_such_domain(CDPBrowser browser) {
            refused(
                    "Page.loadEventFired cannot come in this session: it is with the browser itself, which has no domain Page.",
                    () -> assertThat(browser.session()).doesNotReceive("Page.loadEventFired"));
        }

        @Test
        void are_refused_in_its_recording(CDPSession page) {
            refused(MEANT, () -> assertThat(page.recording()).doesNotContainEvent(MISSPELT));
            refused(MEANT, () -> assertThat(page.events()).containsEvents(0, MISSPELT));
            refused(MEANT, () -> page.events().named(MISSPELT));
            refused(MEANT, () -> assertThat(page.events().inDomain("Network")).doesNotContainEvent(MISSPELT));
        }

        @Test
        void are_refused_in_the_params_of_one_event(CDPSession page) {
            var navigated = page.await("Page.frameNavigated", () -> page.navigate("about:blank"));
            var meant = "Page.frameNavigated has no \"/frame/ulr\". Did you mean \"/frame/url\"?";

            for (var event : List.of(
                    navigated, page.events().named("Page.frameNavigated").list().get(0))) {
                refused(meant, () -> assertThat(event).doesNotHaveParam("/frame/ulr"));
                refused(meant, () -> assertThat(event).hasParam("/frame/ulr"));
                refused(meant, () -> assertThat(event).hasParam("/frame/ulr", "about:blank"));
                refused(meant, () -> assertThat(event).hasParamSatisfying("/frame/ulr", value -> {}));
                refused(meant, () -> assertThat(event).has(param("/frame/ulr", "about:blank")));
                refused(meant, () -> assertThat(event).doesNotHave(param("/frame/ulr", "about:blank")));
                refused(meant, () -> assertThat(event).is(not(param("/frame/ulr", "about:blank"))));
                refused(meant, () -> assertThat(event).isNot(param("/frame/ulr", "about:blank")));
                refused(meant, () -> assertThat(event).satisfies(not(param("/frame/ulr", "about:blank"))));
                assertThat(event).hasParam("/frame/url").doesNotHaveParam("/frame/parentId");
                assertThat(event).doesNotHave(param("/frame/parentId", "1"));
            }
            assertThat(CDPEvent.of(page.id(), "Page.frameNavigated", navigated.params()))
                    .doesNotHaveParam("/frame/ulr");
        }

        @Test
        void go_through_if_nobody_can_know_them(CDPSession page) {
            assertThatCode(() -> assertThat(page.recording()).doesNotContainEvent("Acme.happened"))
                    .doesNotThrowAnyException();
            assertThatCode(() -> assertThat(page.recording())
                            .doesNotContainEvent("Network.responseReceived", param("/response/headers/Any", "thing")))
                    .doesNotThrowAnyException();
        }
    }

    @WithCDP(headless = Headless.SHELL, report = ReportMode.NEVER)
    @Nested
    class WhereCommandsAreComparedToo {

        @Test
        void are_refused_if_their_domain_is_not_enabled(CDPSession page) {
            refused(
                    "Fetch.requestPaused cannot come in this session: no command of its domain was sent here.",
                    () -> assertThat(page).doesNotReceive("Fetch.requestPaused"));
        }
    }

    @WithCDP(headless = Headless.SHELL, report = ReportMode.NEVER, strict = Strict.OFF)
    @Nested
    class WhereNothingIsCompared {

        @Test
        void go_through(CDPSession page) {
            var navigated = page.await("Page.frameNavigated", () -> page.navigate("about:blank"));
            assertThatCode(() -> assertThat(navigated).doesNotHaveParam("/frame/ulr"))
                    .doesNotThrowAnyException();
            assertThatCode(() -> assertThat(page.recording()).doesNotContainEvent(MISSPELT))
                    .doesNotThrowAnyException();
        }
    }

    @Nested
    class InARecordingThatWasRead {

        @TempDir
        Path directory;

        private Recording of(String browser) throws IOException {
            var file = directory.resolve("traffic.jsonl");
            Files.write(
                    file,
                    List.of(
                            "{\"withcdp\":\"traffic\",\"version\":1,\"browser\":\"%s\",\"started\":\"2026-11-29T23:18:19.570Z\",\"complete\":true,\"incompleteBecause\":\"\",\"messages\":0}"
                                    .formatted(browser)));
            return Recording.read(file);
        }

        @Test
        void are_refused_if_its_browser_is_known() throws IOException {
            var recording = of("Chrome/156.0.8078.108");

            refused(MEANT, () -> assertThat(recording).containsEvent(MISSPELT));
            refused(MEANT, () -> assertThat(recording).doesNotContainEvent(MISSPELT));
            refused(MEANT, () -> assertThat(recording).containsEvents(0, MISSPELT));
            refused(MEANT, () -> assertThat(recording).containsEventsInOrder(MISSPELT, MISSPELT));
            refused(
                    "Page.naviagte does not exist. Did you mean Page.navigate?",
                    () -> assertThat(recording).doesNotSend("Page.naviagte"));
            refused("Page.naviagte", () -> assertThat(recording).sent("Page.naviagte"));
            refused("Page.naviagte", () -> assertThat(recording).sentInOrder("Page.naviagte"));
            refused("Page.naviagte", () -> assertThat(recording).command("Page.naviagte"));
            refused(
                    "Page.navigate has no \"/adress\".",
                    () -> assertThat(recording).doesNotSend("Page.navigate", param("/adress", "about:blank")));
        }

        @Test
        void go_through_if_it_is_newer_than_the_protocol_at_hand_or_no_Chrome() throws IOException {
            for (var browser : List.of("Chrome/999.0.0.0", "node.js/v24.1.0", "")) {
                var recording = of(browser);
                assertThatCode(() -> assertThat(recording).doesNotContainEvent(MISSPELT))
                        .as(browser)
                        .doesNotThrowAnyException();
            }
        }
    }
}
