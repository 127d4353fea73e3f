package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.containing;
import static io.github.withcdp.assertions.CDPAssertions.event;
import static io.github.withcdp.assertions.CDPAssertions.get;
import static io.github.withcdp.assertions.CDPAssertions.message;

import io.github.withcdp.internal.spi.Evaluated;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.recording.ConsoleMessage.Level;
import io.github.withcdp.recording.ConsoleMessage.Source;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** One assertion follows another: each that passes returns the object that it was called on. */
class FluencyTests {

    private final ScriptedSession page = ScriptedSession.page();
    private final Traffic traffic = Traffic.of(page)
            .loaded("1", "GET", "/old", 200, "OK")
            .loaded("2", "GET", "/users/7", 200, "OK")
            .body("2", "{\"name\":\"Ada\"}")
            .said("log", "hello");

    private static <A> void each(A assertion, Stream<Function<A, ?>> calls) {
        assertThat(calls)
                .allSatisfy(call -> assertThat((Object) call.apply(assertion)).isSameAs(assertion));
    }

    @Test
    void about_sessions() {
        each(
                assertThat(page),
                Stream.of(
                        it -> it.within(Duration.ofSeconds(30)),
                        it -> it.receives("Network.responseReceived"),
                        it -> it.receives(2, "Network.responseReceived"),
                        it -> it.receivesAtLeast(1, "Network.responseReceived"),
                        it -> it.receivesInOrder("Network.requestWillBeSent", "Network.responseReceived"),
                        it -> it.receivesInOrder(event("Network.requestWillBeSent")),
                        it -> it.doesNotReceive("Page.frameResized"),
                        it -> it.doesNotReceive("Page.frameResized", Duration.ZERO),
                        it -> it.eventuallySatisfies(session -> {}),
                        it -> it.hasUrl("http://localhost/shop"),
                        it -> it.hasUrlMatching("**/shop"),
                        it -> it.hasTargetType("page"),
                        it -> it.isAttached(),
                        it -> it.hasOnlyRequests(get("**")),
                        it -> it.hasNoFailedRequests(),
                        it -> it.hasNoFailedRequestsExcept("**"),
                        it -> it.hasNoFailedRequestsExcept(get("**")),
                        it -> it.hasNoConsoleErrors(),
                        it -> it.hasNoConsoleErrorsExcept("*"),
                        it -> it.hasNoConsoleErrorsExcept(message("*"))));
        page.end(DetachReason.TARGET_CLOSED, "");
        each(assertThat(page), Stream.of(CDPSessionAssert::isDetached));
    }

    @Test
    void about_what_grows() {
        each(
                assertThat(page).requests(),
                Stream.of(
                        it -> it.hasSize(2),
                        it -> it.hasSizeGreaterThanOrEqualTo(1),
                        it -> it.isNotEmpty(),
                        it -> it.anySatisfy(exchange -> {})));
        each(assertThat(page).console(message("no")), Stream.of(it -> it.isEmpty(), it -> it.hasSize(0)));
    }

    @Test
    void about_values() {
        var value = ProxySession.of(
                page,
                Map.of(
                        "tryEvaluate", arguments -> new Evaluated.Value(Made.json("\"tea\"")),
                        "isStoppedInDebugger", arguments -> false));
        each(
                assertThat(value).within(Duration.ofSeconds(30)).evaluating("document.title"),
                Stream.of(
                        it -> it.isEqualTo("tea"),
                        it -> it.isNotEqualTo("coffee"),
                        it -> it.isNotNull(),
                        it -> it.contains("e"),
                        it -> it.matches("t.*"),
                        it -> it.satisfies(containing("e")),
                        it -> it.satisfies(any -> {})));
    }

    @Test
    void about_requests() {
        each(
                assertThat(page).requests(get("**/7")).single(),
                Stream.of(
                        it -> it.hasMethod("GET"),
                        it -> it.hasUrl("**/7"),
                        it -> it.hasResourceType("Fetch"),
                        it -> it.hasRequestHeader("accept"),
                        it -> it.hasRequestHeader("accept", "application/json"),
                        it -> it.hasRequestHeader("accept", containing("json")),
                        it -> it.doesNotHaveRequestHeader("cookie"),
                        it -> it.doesNotHaveQueryParam("q"),
                        it -> it.hasStatus(200),
                        it -> it.hasHeader("etag"),
                        it -> it.hasHeader("etag", "7"),
                        it -> it.hasHeader("etag", containing("7")),
                        it -> it.doesNotHaveHeader("set-cookie"),
                        it -> it.hasBody(),
                        it -> it.bodyAsJsonSatisfies(json -> json.isObject()),
                        it -> it.hasNotFailed(),
                        it -> it.cameFromNetwork(),
                        it -> it.wasNotRedirected(),
                        it -> it.tookLessThan(Duration.ofSeconds(30))));
        traffic.asked("3", "GET", "/gone").failed("3", "net::ERR_FAILED", "");
        each(
                assertThat(page).requests(get("**/gone")).single(),
                Stream.of(it -> it.hasFailed(), it -> it.failedWith("net::ERR_FAILED")));
        traffic.asked("4", "GET", "/from")
                .redirected("4", "/from", "/to?q=1")
                .answered("4", 200, "OK", "\"fromDiskCache\":true")
                .finished("4");
        each(
                assertThat(page).requests(get("**/to?q=1")).single(),
                Stream.of(
                        it -> it.hasQueryParam("q"),
                        it -> it.hasQueryParam("q", "1"),
                        it -> it.hasQueryParam("q", containing("1")),
                        it -> it.wasRedirected(),
                        it -> it.wasRedirectedFrom("**/from"),
                        it -> it.cameFromCache()));
        traffic.asked("5", "POST", "/pay", "\"headers\":{},\"postData\":\"1\"")
                .answered("5", 200, "OK", "\"fromServiceWorker\":true")
                .finished("5");
        each(
                assertThat(page).requests(CDPAssertions.post("**")).single(),
                Stream.of(it -> it.hasRequestBody(), it -> it.cameFromServiceWorker()));
    }

    @Test
    void about_lists() {
        each(
                assertThat(page.recording()).requests(),
                Stream.of(it -> it.hasSize(2), it -> it.hasSizeGreaterThanOrEqualTo(2), it -> it.isNotEmpty()));
    }

    @Test
    void about_storage() {
        each(assertThat(page).localStorage(), Stream.of(it -> it.isEmpty(), it -> it.doesNotContainKey("cart")));
        page.answer("DOMStorage.getDOMStorageItems", "{\"entries\":[[\"cart\",\"7\"]]}");
        each(
                assertThat(page).sessionStorage(),
                Stream.of(
                        it -> it.containsKey("cart"),
                        it -> it.containsEntry("cart", "7"),
                        it -> it.containsEntry("cart", containing("7"))));
    }

    @Test
    void about_cookies() {
        page.answer("Network.getAllCookies", "{\"cookies\":[{\"name\":\"sid\",\"value\":\"7\"}]}");
        each(
                assertThat(page),
                Stream.of(
                        it -> it.hasCookie("sid"),
                        it -> it.hasCookie("sid", "7"),
                        it -> it.hasCookie("sid", containing("7")),
                        it -> it.doesNotHaveCookie("token")));
    }

    @Test
    void about_frames() {
        each(
                assertThat(Traffic.frame(it -> it.eventSource("1", "/news").told("1", "price", "7"))),
                Stream.of(
                        it -> it.hasUrl("**/news"),
                        it -> it.isReceived(),
                        it -> it.hasText("7"),
                        it -> it.hasText(containing("7")),
                        it -> it.hasEvent("price")));
        each(
                assertThat(Traffic.frame(it -> it.socket("1", "ws://localhost/").frame("1", "Sent", 2, "AQI="))),
                Stream.of(it -> it.isSent(), it -> it.isBinary()));
    }

    @Test
    void about_console_messages() {
        each(
                assertThat(page).console().first(),
                Stream.of(
                        it -> it.hasText("hello"),
                        it -> it.hasText(containing("hell")),
                        it -> it.hasLevel(Level.INFO),
                        it -> it.hasType("log"),
                        it -> it.hasSource(Source.CONSOLE),
                        it -> it.hasLocation("**/app.js:*")));
    }

    @Test
    void about_recordings() {
        page.say("Page.enable").say("Page.reload");
        each(
                assertThat(page.recording()),
                Stream.of(
                        it -> it.sent("Page.enable"),
                        it -> it.doesNotSend("Page.crash"),
                        it -> it.sentInOrder("Page.enable", "Page.reload"),
                        it -> it.sentInOrder(event("Page.enable")),
                        it -> it.allCommandsAnswered(),
                        it -> it.isComplete(),
                        it -> it.containsEvent("Network.loadingFinished"),
                        it -> it.hasOnlyRequests(get("**")),
                        it -> it.hasNoFailedRequests(),
                        it -> it.hasNoFailedRequestsExcept("**"),
                        it -> it.hasNoFailedRequestsExcept(get("**")),
                        it -> it.hasNoConsoleErrors(),
                        it -> it.hasNoConsoleErrorsExcept("*"),
                        it -> it.hasNoConsoleErrorsExcept(message("*"))));
        each(
                assertThat(page.recording()).command("Page.reload"),
                Stream.of(it -> it.succeeded(), it -> it.tookLessThan(Duration.ofSeconds(30))));
    }

    @Test
    void about_messages() {
        each(
                assertThat(Made.command(0, Made.PAGE, "Page.navigate", 1, "{\"url\":\"about:blank\"}")),
                Stream.of(
                        it -> it.isCommand(),
                        it -> it.hasId(1),
                        it -> it.hasMethod("Page.navigate"),
                        it -> it.inSession(Made.PAGE),
                        it -> it.hasParam("/url", "about:blank")));
        each(
                assertThat(Made.answer(1, Made.PAGE, "Page.navigate", 1, "\"result\":{\"frameId\":\"F\"}")),
                Stream.of(it -> it.isAnswer(), it -> it.hasResult("/frameId", "F")));
        each(
                assertThat(Made.event(2, Made.PAGE, "Page.loadEventFired", "{}")),
                Stream.of(RecordedMessageAssert::isEvent));
    }
}
