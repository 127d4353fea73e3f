package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.anyFrame;
import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatIllegalArgumentException;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;
import static io.github.withcdp.assertions.CDPAssertions.containing;
import static io.github.withcdp.assertions.CDPAssertions.receivedFrame;
import static io.github.withcdp.assertions.CDPAssertions.sentFrame;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;

import io.github.withcdp.assertions.internal.match.ValueMatcher;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class StreamFrameTests {

    /** For what comes: a test that gets as far as this has failed. */
    private static final Duration LONG = Duration.ofMinutes(10);

    /** For what does not come. */
    private static final Duration SHORT = Duration.ofMillis(10);

    private static final String LIVE = "ws://localhost/live";

    private final ScriptedSession page = ScriptedSession.page();
    private final Traffic traffic = Traffic.of(page);

    @AfterEach
    void nobody_listens_any_more() {
        assertThat(page.handlers).isEmpty();
    }

    private Traffic shop() {
        page.say("Network.enable");
        return traffic.socket("1", LIVE)
                .socket("2", "wss://ads.example/count")
                .frame("1", "Sent", 1, "subscribe")
                .frame("2", "Sent", 1, "me")
                .frame("1", "Received", 1, "{\"item\":\"tea\",\"price\":7}")
                .frame("1", "Received", 2, "AQI=")
                .eventSource("3", "/news")
                .told("3", "price", "8");
    }

    @Nested
    class OfSessions {

        @Test
        void are_those_of_a_URL_and_a_direction() {
            shop();

            assertThat(page).webSocketFrames(anyFrame(LIVE)).hasSize(3).first().isSent();
            assertThat(page).webSocketFrames(sentFrame(LIVE)).single().hasText("subscribe");
            assertThat(page)
                    .webSocketFrames(receivedFrame(LIVE))
                    .hasSize(2)
                    .last()
                    .isBinary();
            assertThat(page)
                    .webSocketFrames(receivedFrame("wss://ads.example/**"))
                    .isEmpty();
            assertThat(page).webSocketFrames(anyFrame("**")).now().hasSize(4);
            assertThat(page)
                    .eventSourceMessages(receivedFrame("**/news"))
                    .single()
                    .hasEvent("price");
        }

        @Test
        void are_waited_for() {
            traffic.socket("1", LIVE).eventSource("2", "/news");

            assertThat(Waited.session(page, () -> traffic.frame("1", "Received", 1, "tea")))
                    .within(LONG)
                    .webSocketFrames(receivedFrame(LIVE).withText("tea"))
                    .hasSize(1);
            assertThat(Waited.session(page, () -> traffic.told("2", "message", "7")))
                    .within(LONG)
                    .eventSourceMessages(receivedFrame("**").withText("7"))
                    .isNotEmpty();
        }

        @Test
        void give_up_with_the_closest() {
            shop();

            assertFails(
                    "frames-closest.txt",
                    () -> assertThat(page)
                            .within(SHORT)
                            .webSocketFrames(receivedFrame(LIVE).withJson("/price", 8))
                            .hasSize(1));
            assertFails(
                    "event-source-closest.txt",
                    () -> assertThat(page)
                            .within(SHORT)
                            .eventSourceMessages(receivedFrame("**/news").withEvent("stock"))
                            .isNotEmpty());
        }

        @Test
        void fail_if_there_are_more() {
            shop();

            assertFails(
                    "frames-more.txt",
                    () -> assertThat(page).webSocketFrames(receivedFrame("**")).hasSize(1));
            assertFails(
                    "frames-none.txt",
                    () -> assertThat(page)
                            .webSocketFrames(sentFrame("wss://ads.example/**"))
                            .isEmpty());
        }

        @Test
        void are_judged_once() {
            shop();
            int[] looks = {0};
            var counted = new ValueCondition(new ValueMatcher("counted", text -> {
                looks[0]++;
                return text.asString("").equals("last");
            }));
            page.whenListenedTo(() -> traffic.frame("1", "Received", 1, "one").frame("1", "Received", 1, "last"));

            assertThat(page)
                    .within(LONG)
                    .webSocketFrames(receivedFrame(LIVE).withText(counted))
                    .hasSizeGreaterThanOrEqualTo(1);

            assertThat(looks[0]).isEqualTo(4);
        }
    }

    @Nested
    class OnRecord {

        @Test
        void are_judged_at_once() {
            shop();

            assertThat(page.recording())
                    .webSocketFrames(anyFrame(LIVE))
                    .hasSize(3)
                    .first()
                    .hasText("subscribe");
            assertThat(page.recording())
                    .webSocketFrames(receivedFrame(LIVE))
                    .first()
                    .textAsJson()
                    .isEqualTo("{item: 'tea', price: 7}");
            assertThat(page.recording())
                    .eventSourceMessages(anyFrame("**"))
                    .single()
                    .hasText("8");
            assertFails(
                    "recording-frames.txt",
                    () -> assertThat(page.recording())
                            .webSocketFrames(sentFrame(LIVE).withBytes())
                            .single());
        }
    }

    @Nested
    class Conditions {

        private final StreamFrame json =
                Traffic.frame(it -> it.socket("1", LIVE).frame("1", "Received", 1, "{\"price\":7}"));
        private final StreamFrame bytes =
                Traffic.frame(it -> it.socket("1", LIVE).frame("1", "Sent", 2, "AQI="));
        private final StreamFrame told =
                Traffic.frame(it -> it.eventSource("1", "/news").told("1", "binary", "AQI="));

        @Test
        void demand_texts_values_and_events() {
            assertThat(json)
                    .is(receivedFrame(LIVE))
                    .is(anyFrame(LIVE).withText("{\"price\":7}"))
                    .is(anyFrame(LIVE).withText(containing("price")))
                    .is(anyFrame(LIVE).withJson("/price", 7))
                    .isNot(sentFrame(LIVE))
                    .isNot(receivedFrame("**/dead"))
                    .isNot(anyFrame(LIVE).withText("price"))
                    .isNot(anyFrame(LIVE).withJson("/price", 8))
                    .isNot(anyFrame(LIVE).withBytes());
            assertThat(bytes)
                    .is(sentFrame(LIVE).withBytes())
                    .isNot(sentFrame(LIVE).withText("AQI="))
                    .isNot(sentFrame(LIVE).withJson("", "AQI="));
            assertThat(told)
                    .is(receivedFrame("**/news").withEvent("binary").withText("AQI="))
                    .isNot(receivedFrame("**/news").withEvent("message"))
                    .isNot(receivedFrame("**/news").withBytes());
        }

        @Test
        void do_not_take_bytes_for_a_text() {
            var number = Traffic.frame(it -> it.socket("1", LIVE).frame("1", "Received", 2, "1234"));

            assertThat(number).isNot(anyFrame(LIVE).withJson("", 1234));
            assertThatThrownBy(() -> assertThat(number).textAsJson()).hasMessageEndingWith("bytes");
        }

        @Test
        void describe_themselves() {
            assertThat(List.of(
                            receivedFrame("**").withText("a").withJson("/a", 1),
                            sentFrame("**").withBytes(),
                            anyFrame("**").withEvent("price")))
                    .extracting(FrameCondition::toString)
                    .containsExactly(
                            "received from ** with text: \"a\" with JSON /a: 1",
                            "sent to ** with bytes",
                            "** with event price");
        }

        @Test
        void take_JSON_pointers_only() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> anyFrame("**").withJson("$.a", 1))
                    .withMessageContaining("write \"/a\"");
        }

        @Test
        void show_a_frame_on_a_line() {
            assertThat(json).hasToString("received from ws://localhost/live: {\"price\":7}");
            assertThat(bytes).hasToString("sent to ws://localhost/live (binary): AQI=");
            assertThat(told).hasToString("received from http://localhost/news (binary): AQI=");
        }
    }

    @Nested
    class Each {

        private final StreamFrame order =
                Traffic.frame(it -> it.socket("1", LIVE).frame("1", "Sent", 1, "order 7"));
        private final StreamFrame bytes =
                Traffic.frame(it -> it.socket("1", LIVE).frame("1", "Received", 2, "AQI="));

        @Test
        void passes() {
            assertThat(order).hasUrl(LIVE).isSent().hasText("order 7").hasText(containing("7"));
            assertThat(bytes).isReceived().isBinary();
        }

        @Test
        void fails() {
            assertFails("frame-text.txt", () -> assertThat(order).hasText("order 8"));
            assertFails("frame-bytes.txt", () -> assertThat(bytes).hasText("order 8"));
            assertFails("frame-direction.txt", () -> assertThat(order).isReceived());
            assertFails("frame-json.txt", () -> assertThat(order).textAsJson());
            assertThatThrownBy(() -> assertThat(bytes).textAsJson()).hasMessageEndingWith("bytes");
            assertThatThrownBy(() -> assertThat(order).isBinary()).hasMessageEndingWith("text");
            assertThatThrownBy(() -> assertThat(order).hasEvent("price")).hasMessageEndingWith("text");
            assertThatThrownBy(() -> assertThat(order).hasUrl("**/dead")).hasMessageContaining("matching \"**/dead\"");
        }

        @Test
        void keeps_what_was_said_of_it_on_the_way_to_its_JSON() {
            var price = Traffic.frame(it -> it.socket("1", LIVE).frame("1", "Received", 1, "7"));

            assertThatThrownBy(
                            () -> assertThat(price).as("the price").textAsJson().isEqualTo(8))
                    .hasMessageStartingWith("[the price] ");
        }
    }

    @Test
    void stay_soft() {
        var softly = new CDPSoftAssertions();
        shop();

        softly.assertThat(page)
                .webSocketFrames(anyFrame(LIVE))
                .first()
                .hasText("one")
                .isReceived();
        softly.assertThat(page.recording())
                .webSocketFrames(anyFrame(LIVE))
                .hasSize(4)
                .last()
                .isSent();
        softly.assertThat(page)
                .within(SHORT)
                .eventSourceMessages(anyFrame("**/six"))
                .first()
                .isSent();
        softly.assertThat(Traffic.frame(it -> it.socket("1", LIVE).frame("1", "Sent", 1, "a")))
                .hasText("eight");
        var none = softly.assertThat(page.recording())
                .webSocketFrames(anyFrame("**/ten"))
                .first();

        assertThatThrownBy(() -> none.textAsJson()).isInstanceOf(AssertionError.class);
        assertThat(softly.assertionErrorsCollected()).hasSize(9);
    }
}
