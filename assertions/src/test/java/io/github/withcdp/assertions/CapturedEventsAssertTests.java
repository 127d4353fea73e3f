package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.event;
import static io.github.withcdp.assertions.CDPAssertions.matching;
import static io.github.withcdp.assertions.CDPAssertions.param;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;
import static io.github.withcdp.assertions.Made.came;
import static io.github.withcdp.assertions.Made.response;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.recording.CapturedEvents;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CapturedEventsAssertTests {

    private static final CapturedEvents EVENTS = CapturedEvents.of(
            came("Network.requestWillBeSent", "{\"request\":{\"url\":\"http://localhost/api/1\"}}"),
            response(302, "http://localhost/api/1"),
            response(200, "http://localhost/api/2"),
            response(404, "http://localhost/favicon.ico"),
            came("Network.loadingFinished"),
            came("Page.loadEventFired"));

    @Nested
    class ContainsEvent {

        @Test
        void passes_if_one_event_meets_all_conditions() {
            assertThat(EVENTS)
                    .containsEvent("Page.loadEventFired")
                    .containsEvent(
                            "Network.responseReceived",
                            param("/response/status", 200),
                            param("/response/url", matching("**/api/*")));
        }

        @Test
        void fails_with_the_closest_if_the_conditions_are_met_by_different_events() {
            assertFails(
                    "contains-event-closest.txt",
                    () -> assertThat(EVENTS)
                            .containsEvent(
                                    "Network.responseReceived",
                                    param("/response/status", 404),
                                    param("/response/url", matching("**/api/*"))));
        }

        @Test
        void fails_with_the_only_one_that_is_not_like_that() {
            assertFails(
                    "contains-event-only-one.txt",
                    () -> assertThat(CapturedEvents.of(response(200, "http://localhost/")))
                            .containsEvent("Network.responseReceived", param("/response/mimeType", "text/css")));
        }

        @Test
        void suspects_a_forgotten_enable_if_the_domain_is_silent() {
            assertFails(
                    "contains-event-silent-domain.txt",
                    () -> assertThat(EVENTS).containsEvent("Animation.animationStarted"));
        }

        @Test
        void suspects_no_enable_of_a_domain_that_has_none() {
            assertFails(
                    "contains-event-without-enable.txt",
                    () -> assertThat(EVENTS).containsEvent("Target.targetCreated"));
        }

        @Test
        void fails_if_there_is_nothing_at_all() {
            assertFails(
                    "contains-event-nothing.txt",
                    () -> assertThat(CapturedEvents.of()).containsEvent("Page.loadEventFired"));
        }

        @Test
        void shows_the_URL_of_what_is_too_long() {
            var request = came("Network.requestWillBeSent", """
                    {"requestId":"4711.1","loaderId":"0123456789ABCDEF0123456789ABCDEF","documentURL":"http://localhost/checkout",
                    "request":{"url":"http://localhost/api/orders/2026/11/29/7?expand=items,customer&currency=EUR","method":"POST","headers":{
                    "Content-Type":"application/json","User-Agent":"Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36"}},
                    "timestamp":4674.27489,"wallTime":1764400000.1,"type":"Fetch","hasUserGesture":false}""");

            assertFails(
                    "contains-event-long-url.txt",
                    () -> assertThat(CapturedEvents.of(request))
                            .containsEvent("Network.requestWillBeSent", param("/request/method", "GET")));
        }

        @Test
        void stays_on_one_screen_and_escapes_what_pages_say() {
            var hostile = "\\u001b[31m\\nfake line\\r\\u202e\\u0000" + "x".repeat(5000);
            var many = Stream.concat(
                            IntStream.range(0, 40).mapToObj(i -> came("Made.up" + i)),
                            IntStream.range(0, 40)
                                    .mapToObj(i -> came(
                                            "Runtime.consoleAPICalled",
                                            "{\"type\":\"error\",\"text\":\"%s\"}".formatted(hostile))))
                    .toArray(CDPEvent[]::new);

            assertFails(
                    "contains-event-hostile.txt",
                    () -> assertThat(CapturedEvents.of(many))
                            .containsEvent("Runtime.consoleAPICalled", param("/text", "hello")));
        }

        @Test
        void refuses_a_name_without_a_domain() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assertThat(EVENTS).containsEvent("loadEventFired"))
                    .withMessage(
                            "\"loadEventFired\" is not the name of an event or command: it has a domain and a dot, as in Network.responseReceived");
        }
    }

    @Nested
    class ContainsEvents {

        @Test
        void passes_if_there_are_so_many() {
            assertThat(EVENTS)
                    .containsEvents(3, "Network.responseReceived")
                    .containsEvents(0, "Page.frameNavigated")
                    .containsEvents(1, "Network.responseReceived", param("/response/status", 200));
        }

        @Test
        void fails_if_there_are_more() {
            var events = Stream.concat(
                            Stream.of(
                                    Made.came("Page.loadEventFired"),
                                    Made.came("Page.lifecycleEvent", "{\"name\":\"init\"}")),
                            IntStream.range(0, 7)
                                    .mapToObj(no -> Made.came(
                                            "Page.lifecycleEvent", "{\"name\":\"load\",\"no\":%d}".formatted(no))))
                    .toArray(CDPEvent[]::new);

            assertFails(
                    "contains-events-more.txt",
                    () -> assertThat(CapturedEvents.of(events))
                            .containsEvents(2, "Page.lifecycleEvent", param("/name", "load")));
        }

        @Test
        void fails_if_there_are_fewer() {
            assertFails(
                    "contains-events-fewer.txt",
                    () -> assertThat(EVENTS)
                            .containsEvents(2, "Network.responseReceived", param("/response/status", 200)));
        }

        @Test
        void refuses_a_negative_number() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> assertThat(EVENTS).containsEvents(-1, "Page.loadEventFired"))
                    .withMessage("An event cannot be contained -1 times");
        }
    }

    @Nested
    class DoesNotContainEvent {

        @Test
        void passes_if_none_meets_all_conditions() {
            assertThat(EVENTS)
                    .doesNotContainEvent("Runtime.exceptionThrown")
                    .doesNotContainEvent("Network.responseReceived", param("/response/status", 500));
        }

        @Test
        void fails_with_the_first() {
            assertFails(
                    "does-not-contain-event.txt",
                    () -> assertThat(EVENTS)
                            .doesNotContainEvent(
                                    "Network.responseReceived", param("/response/url", matching("**/api/*"))));
        }
    }

    @Nested
    class ContainsEventsInOrder {

        @Test
        void passes_if_others_come_in_between() {
            assertThat(EVENTS)
                    .containsEventsInOrder("Network.requestWillBeSent", "Network.loadingFinished")
                    .containsEventsInOrder(
                            event("Network.responseReceived", param("/response/status", 302)),
                            event("Network.responseReceived", param("/response/status", 200)));
        }

        @Test
        void fails_if_one_came_too_early() {
            assertFails(
                    "contains-events-in-order-too-early.txt",
                    () -> assertThat(EVENTS)
                            .containsEventsInOrder(
                                    "Page.loadEventFired", "Network.loadingFinished", "Page.frameNavigated"));
        }

        @Test
        void fails_if_one_came_only_once() {
            assertFails(
                    "contains-events-in-order-once.txt",
                    () -> assertThat(EVENTS).containsEventsInOrder("Page.loadEventFired", "Page.loadEventFired"));
        }

        @Test
        void fails_with_the_closest_to_the_missing_one() {
            assertFails(
                    "contains-events-in-order-closest.txt",
                    () -> assertThat(EVENTS)
                            .containsEventsInOrder(
                                    event("Network.requestWillBeSent"),
                                    event("Network.responseReceived", param("/response/status", 500))));
        }

        @Test
        void fails_with_the_place_in_a_long_order() {
            var names = IntStream.range(0, 30).mapToObj(i -> "Made.up" + i).toArray(String[]::new);
            var events = Stream.of(names).limit(20).map(Made::came).toArray(CDPEvent[]::new);

            assertFails(
                    "contains-events-in-order-long.txt",
                    () -> assertThat(CapturedEvents.of(events)).containsEventsInOrder(names));
        }

        @Test
        void fails_for_a_condition_without_a_method() {
            assertFails(
                    "contains-events-in-order-condition.txt",
                    () -> assertThat(EVENTS).containsEventsInOrder(param("/request"), param("/nothing")));
        }
    }
}
