package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertFactories.CAPTURED_EVENTS;
import static io.github.withcdp.assertions.CDPAssertFactories.CONSOLE_MESSAGE;
import static io.github.withcdp.assertions.CDPAssertFactories.EVENT;
import static io.github.withcdp.assertions.CDPAssertFactories.EXCHANGE;
import static io.github.withcdp.assertions.CDPAssertFactories.JSON;
import static io.github.withcdp.assertions.CDPAssertFactories.MESSAGE;
import static io.github.withcdp.assertions.CDPAssertFactories.RECORDING;
import static io.github.withcdp.assertions.CDPAssertFactories.SESSION;
import static io.github.withcdp.assertions.CDPAssertFactories.STREAM_FRAME;
import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;
import static io.github.withcdp.assertions.CDPAssertions.param;

import io.github.withcdp.assertions.internal.error.ShouldHaveDomain;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.recording.CapturedEvents;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.presentation.StandardRepresentation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

class CDPAssertionsTests {

    private static final CDPEvent LOADED = Made.came("Page.loadEventFired", "{\"timestamp\":1.5}");

    private static final Exchange LOADED_SHOP = Traffic.exchange(it -> it.loaded("1", "GET", "/shop", 200, "OK"));
    private static final StreamFrame FRAME =
            Traffic.frame(it -> it.socket("1", "ws://localhost/live").frame("1", "Sent", 1, "hello"));
    private static final ConsoleMessage GREETING = Traffic.message(it -> it.said("log", "hello"));

    @Test
    void have_everything_of_AssertJ_beside_them() {
        assertThat("text").startsWith("t");
        assertThat(List.of(1)).hasSize(1);
        assertThat(LOADED)
                .isEqualTo(Made.came("Page.loadEventFired", "{\"timestamp\":1.5}"))
                .satisfies(event -> assertThat(event.domain()).isEqualTo("Page"));
    }

    @Test
    void have_all_conditions() {
        var names = Arrays.stream(CDPAssertions.class.getDeclaredMethods()).map(CDPAssertionsTests::signature);

        assertThat(names)
                .containsAll(Stream.of(
                                EventConditions.class,
                                RequestConditions.class,
                                ConsoleConditions.class,
                                FrameConditions.class)
                        .flatMap(conditions -> Arrays.stream(conditions.getDeclaredMethods()))
                        .filter(method -> Modifier.isPublic(method.getModifiers()))
                        .map(CDPAssertionsTests::signature)
                        .toList());
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }

    @Test
    void refuse_null() {
        CDPSession session = null;
        Recording recording = null;
        CapturedEvents events = null;
        CDPEvent event = null;
        RecordedMessage message = null;

        assertThatThrownBy(() -> assertThat(session).isAttached()).hasMessageContaining("not to be null");
        assertThatThrownBy(() -> assertThat(recording).isComplete()).hasMessageContaining("not to be null");
        assertThatThrownBy(() -> assertThat(events).containsEvent("A.b")).hasMessageContaining("not to be null");
        assertThatThrownBy(() -> assertThat(event).hasDomain("A")).hasMessageContaining("not to be null");
        assertThatThrownBy(() -> assertThat(message).isEvent()).hasMessageContaining("not to be null");
    }

    @Nested
    class Messages {

        @Test
        void begin_with_a_description() {
            assertThatThrownBy(
                            () -> assertThat(LOADED).as("the %s event", "load").hasDomain("Network"))
                    .hasMessageStartingWith("[the load event] ")
                    .hasMessageContaining("to be of the domain");
        }

        @Test
        void give_way_to_one_of_the_test() {
            assertThatThrownBy(() ->
                            assertThat(LOADED).withFailMessage("no %s", "way").hasDomain("Network"))
                    .hasMessage("no way");
            assertThatThrownBy(() -> assertThat(ScriptedSession.page())
                            .overridingErrorMessage("too late")
                            .within(Duration.ofMillis(1))
                            .receives("Page.loadEventFired"))
                    .hasMessage("too late");
        }

        @Test
        void show_things_as_a_representation_does() {
            var representation = new StandardRepresentation() {
                @Override
                public String toStringOf(Object object) {
                    return object instanceof CDPEvent event
                            ? "<%s>\n".formatted(event.method())
                            : super.toStringOf(object);
                }
            };

            assertThatThrownBy(() -> assertThat(LOADED)
                            .withRepresentation(representation)
                            .hasDomain("Network"))
                    .hasMessageContaining("<Page.loadEventFired>\\n");
        }

        @Test
        void show_conditions_of_AssertJ_in_their_words() {
            assertThatThrownBy(() -> assertThat(LOADED).has(param("/timestamp", 2)))
                    .hasMessageContaining("/timestamp: 2");
        }

        @Test
        void can_be_made_by_the_sentences_themselves() {
            assertThatThrownBy(() -> assertThat(LOADED).hasDomain("Network"))
                    .hasMessage(
                            ShouldHaveDomain.shouldHaveDomain(LOADED, "Network").create());
        }
    }

    @Nested
    class Json {

        private final JsonNode shop = Made.json("{\"items\":[{\"name\":\"tea\",\"price\":4.2}],\"open\":true}");

        @Test
        void is_asserted_on_in_the_words_of_JsonUnit() {
            assertThat(shop).inPath("$.items[0].name").isEqualTo("tea");
            assertThat(shop).node("items").isArray().hasSize(1);
            assertThat(shop).isEqualTo("{open: true, items: [{name: 'tea', price: 4.2}]}");
            assertThat(shop.path("open")).isEqualTo(true);
            assertThat((ObjectNode) shop).isObject().containsKey("open");
            assertThat((ArrayNode) shop.path("items")).isArray().isNotEmpty();
            assertThat(Made.json("\"42\"")).isString().isEqualTo("42");
        }

        @Test
        void says_what_differs() {
            assertThatThrownBy(() -> assertThat(shop).inPath("$.items[0].name").isEqualTo("coffee"))
                    .hasMessageContaining(
                            "Different value found in node \"$.items[0].name\", expected: <\"coffee\"> but was: <\"tea\">.");
        }

        @Test
        void is_absent_if_it_is_undefined() {
            JsonNode undefined = MissingNode.getInstance();

            assertThat(undefined).isAbsent();
            assertThat(shop.path("closed")).isAbsent();
            assertThatThrownBy(() -> assertThat(undefined).isNull())
                    .hasMessageContaining("expected: <null> but was: <missing>");
            assertThatThrownBy(() -> assertThat(undefined).isEqualTo("Shop")).hasMessageContaining("Missing node");
        }

        @Test
        void is_null_if_it_is() {
            JsonNode none = null;

            assertThat(Made.json("null")).isNull();
            assertThat(none).isNull();
            assertThatThrownBy(() -> assertThat(Made.json("null")).isEqualTo("Shop"))
                    .hasMessageContaining("expected: <\"Shop\"> but was: <null>");
        }

        @Test
        void is_still_a_list_for_those_who_say_so() {
            assertThat((Iterable<JsonNode>) shop.path("items")).hasSize(1);
        }

        @Test
        void is_soft_in_a_check() {
            var softly = new CDPSoftAssertions();

            softly.check(() -> assertThat(shop).isNull());

            assertThat(softly.assertionErrorsCollected()).hasSize(1);
        }
    }

    @Nested
    class Factories {

        @Test
        void lead_to_every_assertion() {
            Object session = ScriptedSession.page();
            Object recording = MadeRecording.of();
            Object events = CapturedEvents.of(LOADED);
            Object message = Made.command(0, Made.PAGE, "Page.enable", 1, "{}");

            assertThat(session).asInstanceOf(SESSION).hasTargetType("page");
            assertThat(recording).asInstanceOf(RECORDING).isComplete();
            assertThat(events).asInstanceOf(CAPTURED_EVENTS).containsEvent("Page.loadEventFired");
            assertThat(message).asInstanceOf(MESSAGE).isCommand();
            assertThat(List.of(LOADED)).first(EVENT).hasDomain("Page");
            assertThat(List.of(LOADED_SHOP)).first(EXCHANGE).hasStatus(200);
            assertThat(List.of(GREETING)).first(CONSOLE_MESSAGE).hasText("hello");
            assertThat(List.of(FRAME)).first(STREAM_FRAME).hasText("hello");
            assertThat((Object) Made.json("{\"a\":1}"))
                    .asInstanceOf(JSON)
                    .node("a")
                    .isEqualTo(1);
        }
    }

    @Nested
    class Behaviour {

        @Test
        void is_the_same_for_those_who_write_then() {
            BDDCDPAssertions.then(ScriptedSession.page()).isAttached();
            BDDCDPAssertions.then(MadeRecording.of()).isComplete();
            BDDCDPAssertions.then(CapturedEvents.of(LOADED)).containsEvent("Page.loadEventFired");
            BDDCDPAssertions.then(LOADED).hasDomain("Page");
            BDDCDPAssertions.then(Made.command(0, Made.PAGE, "Page.enable", 1, "{}"))
                    .isCommand();
            BDDCDPAssertions.then(LOADED_SHOP).hasStatus(200);
            BDDCDPAssertions.then(GREETING).hasText("hello");
            BDDCDPAssertions.thenExchanges(List.of(LOADED_SHOP)).hasSize(1);
            BDDCDPAssertions.thenConsoleMessages(List.of(GREETING)).hasSize(1);
            BDDCDPAssertions.then(FRAME).hasText("hello");
            BDDCDPAssertions.then(Made.json("[1]")).isArray().hasSize(1);
            BDDCDPAssertions.then("text").startsWith("t");
        }
    }
}
