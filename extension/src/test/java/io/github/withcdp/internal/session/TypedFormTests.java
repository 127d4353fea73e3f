package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.Command;
import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.protocol.EventTimeoutException;
import io.github.withcdp.protocol.EventType;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.CapturedEvents;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;

/** Commands and events that bring their types, beside those that are texts. */
@Timeout(60)
class TypedFormTests {

    private static final EventType<Integer> COUNTED =
            EventType.of("Shop.counted", params -> params.path("n").intValue());
    private static final EventType<JsonNode> CLOSED = EventType.of("Shop.closed", params -> params);

    private final ScriptedBrowser browser = ScriptedBrowser.start();

    private static Command<String> titleOf(int item) {
        return Command.of(
                "Shop.getTitle",
                Map.of("item", item),
                answer -> answer.path("title").asString());
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void commands_go_out_as_their_method_and_params_would() {
        browser.chrome.answer("Shop.getTitle", "{\"title\":\"Tea\"}");

        var title = browser.page.send(titleOf(7));
        browser.page.send("Shop.getTitle", Map.of("item", 7));

        assertThat(title).isEqualTo("Tea");
        assertThat(browser.chrome.sent("Shop.getTitle"))
                .hasSize(2)
                .extracting(sent -> sent.text().replaceFirst("\"id\":\\d+", "\"id\":0"))
                .containsOnly("{\"id\":0,\"method\":\"Shop.getTitle\",\"params\":{\"item\":7},\"sessionId\":\"%s\"}"
                        .formatted(ScriptedBrowser.PAGE));
    }

    @Test
    void commands_without_params_have_none_on_the_wire() {
        browser.chrome.answer("Shop.open", "{}");

        Command<Boolean> open = Command.of("Shop.open", null, answer -> true);

        assertThat(browser.page.send(open)).isTrue();
        assertThat(browser.chrome.only("Shop.open").text()).doesNotContain("params");
    }

    @Test
    void commands_have_limits_and_futures_like_others() throws Exception {
        browser.chrome.answer("Shop.getTitle", "{\"title\":\"Tea\"}");
        var limit = Duration.ofSeconds(30);

        assertThat(browser.page.send(titleOf(1), limit)).isEqualTo("Tea");
        assertThat(browser.page.sendAsync(titleOf(1)).get()).isEqualTo("Tea");
        assertThat(browser.page.sendAsync(titleOf(1), limit).get()).isEqualTo("Tea");
    }

    @Test
    void commands_are_refused_in_the_same_words() {
        browser.chrome.on("Shop.getTitle", command -> command.error(-32000, "sold out"));

        assertThatThrownBy(() -> browser.page.send(titleOf(1)))
                .isInstanceOf(CommandFailedException.class)
                .hasMessageContaining("Protocol error (Shop.getTitle): sold out");
        assertThatThrownBy(() -> browser.page.sendAsync(titleOf(1)).get())
                .hasCauseInstanceOf(CommandFailedException.class);
    }

    @Test
    void handlers_and_waits_get_the_params_as_their_type() {
        List<Integer> all = new CopyOnWriteArrayList<>();
        List<Integer> first = new CopyOnWriteArrayList<>();
        browser.page.on(COUNTED, all::add);
        browser.page.once(COUNTED, first::add);

        int any = browser.page.await(COUNTED, () -> browser.event("Shop.counted", "{\"n\":1}"));
        int third = browser.page.await(COUNTED, n -> n == 3, () -> {
            browser.event("Shop.counted", "{\"n\":2}");
            browser.event("Shop.counted", "{\"n\":3}");
        });

        assertThat(any).isEqualTo(1);
        assertThat(third).isEqualTo(3);
        assertThat(all).containsExactly(1, 2, 3);
        assertThat(first).containsExactly(1);
        assertThat(browser.page.events().of(COUNTED)).containsExactly(1, 2, 3);
    }

    @Test
    void waits_end_in_the_same_words() {
        assertThatThrownBy(() -> browser.page.await(CLOSED, params -> true, Duration.ofMillis(1), () -> {}))
                .isInstanceOf(EventTimeoutException.class)
                .hasMessageContaining("Shop.closed");
    }

    @Test
    void types_read_only_events_of_their_name() {
        var event = CDPEvent.of(SessionId.BROWSER, "Shop.counted", Json.read("{\"n\":5}"));

        assertThat(COUNTED.paramsOf(event)).isEqualTo(5);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CLOSED.paramsOf(event))
                .withMessage("this is no Shop.closed, but a Shop.counted");
        assertThat(CapturedEvents.of(event).of(CLOSED)).isEmpty();
    }

    @Test
    void commands_and_types_are_values() {
        assertThat(titleOf(1))
                .isEqualTo(titleOf(1))
                .hasSameHashCodeAs(titleOf(1))
                .isNotEqualTo(titleOf(2));
        assertThat(titleOf(1)).hasToString("Shop.getTitle {item=1}");
        assertThat(COUNTED)
                .isEqualTo(EventType.of("Shop.counted", params -> ""))
                .isNotEqualTo(CLOSED)
                .hasToString("Shop.counted");
    }
}
