package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatCode;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;
import static io.github.withcdp.assertions.CDPAssertions.get;
import static io.github.withcdp.assertions.CDPAssertions.message;
import static io.github.withcdp.assertions.CDPAssertions.post;
import static io.github.withcdp.assertions.CDPAssertions.request;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;
import static java.time.Duration.ZERO;

import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What needs to know all messages never passes when some are missing; what needs only those that are there does. */
class IncompleteRecordingTests {

    private static final String BECAUSE =
            "Older messages were given up, because more than 2 GiB of them were recorded (withcdp.recording.limit); the first one left is #7.";

    static Stream<Arguments> onRecordsThatNeedAll() {
        return Stream.of(
                recorded("containsEvents", it -> assertThat(it).containsEvents(1, "Page.loadEventFired")),
                recorded("no events", it -> assertThat(it).containsEvents(0, "Page.frameResized")),
                recorded("doesNotContainEvent", it -> assertThat(it).doesNotContainEvent("Page.frameResized")),
                recorded("events", it -> assertThat(it.events()).doesNotContainEvent("Page.frameResized")),
                recorded(
                        "events of a domain",
                        it -> assertThat(it.events().inDomain("Page")).containsEvents(1, "Page.loadEventFired")),
                recorded("doesNotSend", it -> assertThat(it).doesNotSend("Fetch.enable")),
                recorded("allCommandsAnswered", it -> assertThat(it).allCommandsAnswered()),
                recorded(
                        "succeeded",
                        it -> assertThat(it).command("Network.enable").succeeded()),
                recorded(
                        "tookLessThan",
                        it -> assertThat(it).command("Network.enable").tookLessThan(Duration.ofDays(1))),
                recorded("hasNoFailedRequests", it -> assertThat(it).hasNoFailedRequests()),
                recorded("hasNoFailedRequestsExcept", it -> assertThat(it).hasNoFailedRequestsExcept("**/x")),
                recorded("hasNoConsoleErrors", it -> assertThat(it).hasNoConsoleErrors()),
                recorded("hasOnlyRequests", it -> assertThat(it).hasOnlyRequests(request("http://localhost/**"))),
                recorded("hasSize", it -> assertThat(it).requests(get("**/7")).hasSize(1)),
                recorded(
                        "single",
                        it -> assertThat(it).requests(get("**/7")).single().hasStatus(200)),
                recorded("isEmpty", it -> assertThat(it).requests(post("**")).isEmpty()),
                recorded("first", it -> assertThat(it).requests().first().hasStatus(200)),
                recorded("element", it -> assertThat(it).requests().element(1).hasStatus(200)),
                recorded("hasSizeLessThan", it -> assertThat(it).requests().hasSizeLessThan(9)),
                recorded("at most", it -> assertThat(it).requests().hasSizeLessThanOrEqualTo(9)),
                recorded("between", it -> assertThat(it).requests().hasSizeBetween(1, 9)),
                recorded("allSatisfy", it -> assertThat(it).requests().allSatisfy(one -> {})),
                recorded(
                        "noneSatisfy",
                        it -> assertThat(it)
                                .requests()
                                .noneSatisfy(one -> assertThat(one).hasStatus(500))),
                recorded("allMatch", it -> assertThat(it).requests().allMatch(one -> true)),
                recorded("noneMatch", it -> assertThat(it).requests().noneMatch(one -> false)),
                recorded("console", it -> assertThat(it).console(message("two")).isEmpty()));
    }

    static Stream<Arguments> onRecordsThatNeedOne() {
        return Stream.of(
                recorded("containsEvent", it -> assertThat(it).containsEvent("Page.loadEventFired")),
                recorded(
                        "in order",
                        it -> assertThat(it).containsEventsInOrder("Network.requestWillBeSent", "Page.loadEventFired")),
                recorded("sent", it -> assertThat(it).sent("Network.enable")),
                recorded(
                        "isNotEmpty", it -> assertThat(it).requests(get("**/7")).isNotEmpty()),
                recorded("at least", it -> assertThat(it).requests().hasSizeGreaterThanOrEqualTo(2)),
                recorded("last", it -> assertThat(it).requests().last().hasStatus(200)),
                recorded(
                        "anySatisfy",
                        it -> assertThat(it)
                                .requests()
                                .anySatisfy(one -> assertThat(one).hasStatus(200))));
    }

    static Stream<Arguments> onSessionsThatNeedAll() {
        return Stream.of(
                live("receives", it -> assertThat(it).receives(1, "Page.loadEventFired")),
                live("doesNotReceive", it -> assertThat(it).doesNotReceive("Page.frameResized")),
                live("within no time", it -> assertThat(it).doesNotReceive("Page.frameResized", ZERO)),
                live("hasNoFailedRequests", it -> assertThat(it).hasNoFailedRequests()),
                live("hasNoConsoleErrors", it -> assertThat(it).hasNoConsoleErrors()),
                live("hasOnlyRequests", it -> assertThat(it).hasOnlyRequests(request("http://localhost/**"))),
                live("hasSize", it -> assertThat(it).requests(get("**/7")).hasSize(1)),
                live("single", it -> assertThat(it).requests(get("**/7")).single()),
                live("isEmpty", it -> assertThat(it).requests(post("**")).isEmpty()),
                live("first", it -> assertThat(it).requests().first()),
                live("now", it -> assertThat(it).requests(post("**")).now().isEmpty()),
                live("console", it -> assertThat(it).console(message("two")).isEmpty()));
    }

    static Stream<Arguments> onSessionsThatNeedOne() {
        return Stream.of(
                live("receives", it -> assertThat(it).receives("Page.loadEventFired")),
                live("at least", it -> assertThat(it).receivesAtLeast(1, "Page.loadEventFired")),
                live(
                        "in order",
                        it -> assertThat(it).receivesInOrder("Network.requestWillBeSent", "Page.loadEventFired")),
                live("isNotEmpty", it -> assertThat(it).requests(get("**/7")).isNotEmpty()),
                live("last", it -> assertThat(it).requests().last().hasStatus(200)));
    }

    private static Arguments recorded(String name, Consumer<Recording> assertion) {
        return Arguments.of(name, assertion);
    }

    private static Arguments live(String name, Consumer<CDPSession> assertion) {
        return Arguments.of(name, assertion);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("onRecordsThatNeedAll")
    void a_record_with_gaps_does_not_pass(String name, Consumer<Recording> assertion) {
        assertThatCode(() -> assertion.accept(page("").recording())).doesNotThrowAnyException();
        assertThatThrownBy(() -> assertion.accept(page(BECAUSE).recording()))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("messages are missing")
                .hasMessageContaining("the first one left is #7");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("onRecordsThatNeedOne")
    void a_record_with_gaps_passes_if_what_is_there_is_enough(String name, Consumer<Recording> assertion) {
        assertThatCode(() -> assertion.accept(page(BECAUSE).recording())).doesNotThrowAnyException();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("onSessionsThatNeedAll")
    void a_session_with_gaps_does_not_pass(String name, Consumer<CDPSession> assertion) {
        assertThatCode(() -> assertion.accept(page(""))).doesNotThrowAnyException();
        assertThatThrownBy(() -> assertion.accept(page(BECAUSE)))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("missing")
                .hasMessageContaining("the first one left is #7");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("onSessionsThatNeedOne")
    void a_session_with_gaps_passes_if_what_is_there_is_enough(String name, Consumer<CDPSession> assertion) {
        assertThatCode(() -> assertion.accept(page(BECAUSE))).doesNotThrowAnyException();
    }

    @Test
    void says_so() {
        var recording = page(BECAUSE).recording();

        assertFails("incomplete-event.txt", () -> assertThat(recording).doesNotContainEvent("Page.frameResized"));
        assertFails(
                "incomplete-requests.txt",
                () -> assertThat(recording).requests(post("**")).isEmpty());
        assertFails("incomplete-session.txt", () -> assertThat(page(BECAUSE)).doesNotReceive("Page.frameResized"));
    }

    private static ScriptedSession page(String incompleteBecause) {
        var page = ScriptedSession.page().say("Network.enable").say("Runtime.enable");
        Traffic.of(page)
                .loaded("1", "GET", "/shop", 200, "OK")
                .loaded("2", "GET", "/api/users/7", 200, "OK")
                .said("log", "one");
        page.receive("Page.loadEventFired");
        page.incompleteBecause = incompleteBecause;
        return page;
    }
}
