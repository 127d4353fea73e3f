package io.github.withcdp.assertions;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.Command;
import io.github.withcdp.protocol.EventType;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.CapturedEvents;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import tools.jackson.databind.JsonNode;

/** What the examples in the Javadoc speak of. {@link JavadocExamplesTests} makes a subclass of each. */
public abstract class ExampleWorld {

    private static final String SHOP = "https://shop.example";

    /** What of an answer its typed form tells. */
    public record Answered(JsonNode params) {

        public Response response() {
            return new Response(params.path("response").path("status").asInt());
        }
    }

    public record Response(int status) {}

    /** What of a failure its typed form tells. */
    public record Failed(Optional<Boolean> canceled) {}

    // As the generated classes have them.
    protected static final EventType<Answered> RESPONSE_RECEIVED =
            EventType.of("Network.responseReceived", Answered::new);
    protected static final EventType<Failed> LOADING_FAILED = EventType.of(
            "Network.loadingFailed",
            params -> new Failed(params.path("canceled").asBooleanOpt()));

    // And its commands.
    protected static final class Page {

        public static final EventType<JsonNode> LOAD_EVENT_FIRED =
                EventType.of("Page.loadEventFired", params -> params);
        public static final EventType<JsonNode> FRAME_NAVIGATED = EventType.of("Page.frameNavigated", params -> params);
        public static final EventType<JsonNode> JAVASCRIPT_DIALOG_OPENING =
                EventType.of("Page.javascriptDialogOpening", params -> params);

        private Page() {}

        public static Navigate navigate(String url) {
            return new Navigate(Map.of("url", url));
        }

        public static Command<JsonNode> reload() {
            return Command.of("Page.reload", null, answer -> answer);
        }
    }

    /** A command with a param that may be left out. */
    public record Navigate(Map<String, String> params) implements Command<JsonNode> {

        @Override
        public String method() {
            return "Page.navigate";
        }

        public Navigate referrer(String referrer) {
            return new Navigate(Map.of("url", params.get("url"), "referrer", referrer));
        }

        @Override
        public JsonNode resultOf(JsonNode answer) {
            return answer;
        }
    }

    protected static final class Network {

        private Network() {}

        public static Command<JsonNode> enable() {
            return Command.of("Network.enable", null, answer -> answer);
        }
    }

    protected static final class Animation {

        public static final EventType<JsonNode> ANIMATION_STARTED =
                EventType.of("Animation.animationStarted", params -> params);

        private Animation() {}
    }

    // For examples about what is alive, which are compiled only.
    protected final CDPSession page = ScriptedSession.page().say("Page.navigate");
    protected final CDPSession popup = page;
    protected final CDPSession worker = page;
    protected final SessionId session = page.id();
    protected final Path lastNight = Path.of("traffic.jsonl");
    protected final Path ofAnotherTest = lastNight;
    protected final Path cutOffFile = lastNight;
    protected final String url = SHOP + "/cart";
    protected final CapturedEvents events = CapturedEvents.of();
    protected final Recording recording = page.recording();
    protected final Recording green = recording;
    protected final CDPEvent event = Made.came("Page.loadEventFired");
    protected final CDPEvent response = Made.response(200, url);
    protected final RecordedMessage command =
            Made.command(0, Made.PAGE, "Page.navigate", 1, "{\"url\":\"about:blank\"}");
    protected final RecordedMessage answer =
            Made.answer(1, Made.PAGE, "Page.navigate", 1, "\"result\":{\"result\":{\"value\":42}}");
    protected final RecordedMessage told = Made.event(2, Made.PAGE, "Page.loadEventFired", "{}");

    // For examples about requests and consoles, which do what they say.
    protected final Exchange exchange = Traffic.exchange(
            it -> it.at(SHOP).loaded("1", "GET", "/api/users/7", 200, "OK").body("1", "{\"name\":\"Ada\"}"));
    protected final Exchange withoutBody = Traffic.exchange(it -> it.asked("1", "GET", "/"));
    protected final Exchange get = exchange;
    protected final Exchange search =
            Traffic.exchange(it -> it.at(SHOP).asked("1", "GET", "/search?q=green+tea&page=2"));
    protected final Exchange post = Traffic.exchange(
            it -> it.asked("1", "POST", "/api/pay", "\"headers\":{},\"postData\":\"{\\\"amount\\\":42}\""));
    protected final Exchange refused =
            Traffic.exchange(it -> it.asked("1", "GET", "/").failed("1", "net::ERR_CONNECTION_REFUSED", ""));
    protected final Exchange offline = Traffic.exchange(it -> it.asked("1", "GET", "/")
            .answered("1", 200, "OK", "\"fromServiceWorker\":true")
            .finished("1"));
    protected final Exchange cached = Traffic.exchange(it -> it.asked("1", "GET", "/")
            .answered("1", 200, "OK", "\"fromDiskCache\":true")
            .finished("1"));
    protected final Exchange redirected = Traffic.exchange(it -> it.at(SHOP)
            .asked("1", "GET", "/old")
            .redirected("1", "/old", "/home")
            .answered("1", 200, "OK")
            .finished("1"));
    protected final StreamFrame frame =
            Traffic.frame(it -> it.socket("1", "wss://shop.example/live").frame("1", "Received", 1, "{\"price\":7}"));
    protected final StreamFrame order =
            Traffic.frame(it -> it.socket("1", "wss://shop.example/live").frame("1", "Sent", 1, "order 7"));
    protected final StreamFrame picture =
            Traffic.frame(it -> it.socket("1", "wss://shop.example/live").frame("1", "Received", 2, "AQI="));
    protected final StreamFrame news =
            Traffic.frame(it -> it.at(SHOP).eventSource("1", "/news").told("1", "price", "7"));
    protected final Cookie cookie =
            new Cookie("sid", "42", "shop.example", "/", Optional.empty(), true, true, "Lax", "");
    protected final Cookie theme = new Cookie(
            "theme", "dark", ".shop.example", "/", Optional.of(Instant.now().plusSeconds(3600)), false, false, "", "");
    protected final Cookie widget =
            new Cookie("w", "1", "ads.example", "/", Optional.empty(), true, true, "None", SHOP);
    protected final ConsoleMessage error =
            Traffic.message(it -> it.at(SHOP).said("error", "payment refused: no money"));
    protected final ConsoleMessage greeting = Traffic.message(it -> it.said("log", "hello"));
    protected final ConsoleMessage warning = Traffic.message(it -> it.said("warning", "slow"));

    /** Create a world of its own for an example. */
    protected ExampleWorld() {}

    /** Say what the example says. */
    public abstract void run() throws Exception;

    protected static JsonNode frame(String frameUrl) {
        return Made.json("{\"frame\":{\"url\":\"%s\"}}".formatted(frameUrl));
    }

    protected static void passes(ThrowingCallable assertion) {
        assertThatCode(assertion).doesNotThrowAnyException();
    }

    protected static void fails(ThrowingCallable assertion) {
        assertThatThrownBy(assertion).isInstanceOf(AssertionError.class);
    }
}
