package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;
import static io.github.withcdp.assertions.Made.PAGE;
import static io.github.withcdp.assertions.Made.answer;
import static io.github.withcdp.assertions.Made.came;
import static io.github.withcdp.assertions.Made.command;
import static io.github.withcdp.assertions.Made.response;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.withcdp.protocol.Command;
import io.github.withcdp.protocol.EventType;
import io.github.withcdp.recording.CapturedEvents;
import io.github.withcdp.recording.Recording;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Assertions about commands and messages that bring their types. */
class TypedCommandsTests {

    private static final EventType<JsonNode> LOADED = EventType.of("Page.loadEventFired", params -> params);
    private static final EventType<Integer> RESPONDED = EventType.of(
            "Network.responseReceived", params -> params.at("/response/status").intValue());

    private record Clip(int x, double scale) {}

    private final Recording recording = MadeRecording.of(
            command(0, PAGE, "Network.enable", 1, "{}"),
            answer(1, PAGE, "Network.enable", 1, "\"result\":{}"),
            command(2, PAGE, "Page.navigate", 2, "{\"url\":\"about:blank\",\"referrer\":\"http://localhost/\"}"),
            answer(3, PAGE, "Page.navigate", 2, "\"error\":{\"code\":-32000,\"message\":\"no\"}"),
            command(4, PAGE, "Page.captureScreenshot", 3, "{\"clip\":{\"x\":1,\"scale\":2.0},\"a/b~\":[1]}"));

    private static Command<JsonNode> of(String method, Object params) {
        return Command.of(method, params, result -> result);
    }

    private static Command<JsonNode> navigate(String url) {
        return of("Page.navigate", Map.of("url", url));
    }

    private static Command<JsonNode> enable(String domain) {
        return Command.of(domain + ".enable", null, result -> result);
    }

    private static void fails(ThrowingCallable assertion) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(assertion);
    }

    @Test
    void are_met_by_a_command_that_has_their_params_and_perhaps_others() {
        assertThat(recording)
                .sent(enable("Network"))
                .sent(navigate("about:blank"))
                .sent(of("Page.captureScreenshot", Map.of("clip", new Clip(1, 2))))
                .sent(of("Page.captureScreenshot", Map.of("a/b~", List.of(1))))
                .doesNotSend(enable("Fetch"))
                .doesNotSend(navigate("http://localhost/"))
                .doesNotSend(of("Page.captureScreenshot", Map.of("clip", new Clip(1, 3))))
                .sentInOrder(enable("Network"), navigate("about:blank"));

        fails(() -> assertThat(recording).sent(navigate("http://localhost/")));
        fails(() -> assertThat(recording).sent(of("Page.navigate", Map.of("url", "about:blank", "frameId", "7"))));
        fails(() -> assertThat(recording).doesNotSend(enable("Network")));
        fails(() -> assertThat(recording).doesNotSend(navigate("about:blank")));
        fails(() -> assertThat(recording).sentInOrder(navigate("about:blank"), enable("Network")));
        fails(() -> assertThat(recording).sentInOrder(enable("Network"), navigate("http://localhost/")));
    }

    @Test
    void lead_to_how_it_fared() {
        assertThat(recording).command(enable("Network")).succeeded();

        fails(() -> assertThat(recording).command(navigate("about:blank")).succeeded());
        fails(() -> assertThat(recording).command(navigate("http://localhost/")).succeeded());
    }

    @Test
    void fail_as_those_with_texts_do() {
        assertFails("sent-typed.txt", () -> assertThat(recording).sent(navigate("http://localhost/cart")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"navigate", "Page."})
    void refuse_what_is_no_name(String method) {
        assertThatThrownBy(() -> assertThat(recording).sent(of(method, Map.of())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("\"%s\" is not the name of an event or command", method);
    }

    @Test
    void of_one_event() {
        var loaded = came("Page.loadEventFired");
        var responded = response(404, "http://localhost/");

        assertThat(loaded).hasMethod(LOADED);
        assertThat(responded)
                .hasParamsSatisfying(RESPONDED, status -> assertThat(status).isEqualTo(404));

        fails(() -> assertThat(loaded).hasMethod(RESPONDED));
        fails(() -> assertThat(loaded).hasParamsSatisfying(RESPONDED, status -> {}));
        assertFails(
                "params-satisfying-typed.txt",
                () -> assertThat(responded)
                        .hasParamsSatisfying(
                                RESPONDED, status -> assertThat(status).isEqualTo(200)));
    }

    @Test
    void of_one_message_and_of_events_of_a_type() {
        var told = Made.event(0, PAGE, "Page.loadEventFired", "{}");
        var events = CapturedEvents.of(came("Page.loadEventFired"), response(200, "http://localhost/"));

        assertThat(told).hasMethod(LOADED);
        assertThat(events.named(RESPONDED).list()).singleElement().isEqualTo(response(200, "http://localhost/"));

        fails(() -> assertThat(told).hasMethod(RESPONDED));
    }
}
