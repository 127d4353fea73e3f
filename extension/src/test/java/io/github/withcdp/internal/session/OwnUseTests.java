package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.internal.connection.ScriptedTransport;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.CommandFailedException;
import io.github.withcdp.recording.RecordedMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What WithCDP uses of a session for itself is not seen by the test, until the test wants it. */
@Timeout(60)
class OwnUseTests {

    private static final Map<String, Object> NO_PARAMS = Map.of();

    private final ScriptedBrowser browser = ScriptedBrowser.start();
    private final SessionCommands commands =
            browser.scope.state().sessions().get(0).commands();
    private final OwnUse use = commands.state().ownUse();
    private final List<String> received = new CopyOnWriteArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();

    OwnUseTests() {
        browser.page.onEvent(event -> told.add(number(event)));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void what_a_test_is_run_for_is_refused_to_it() {
        begin(SharedFeature.FETCH);

        assertThatThrownBy(() -> browser.page.send("Fetch.enable", NO_PARAMS))
                .isInstanceOf(CommandFailedException.class)
                .hasMessage("Protocol error (Fetch.enable): " + SharedFeature.FETCH.refusal());
        browser.event("Fetch.requestPaused", "{\"sessionId\":7}");
        browser.page.send("Runtime.evaluate");

        assertThat(received).containsExactly("7");
        assertThat(told).isEmpty();
    }

    @Test
    void neither_commands_nor_events_of_ours_are_on_record_or_told() {
        assertThat(begin(SharedFeature.SCREENCAST)).isTrue();

        frame(1);
        browser.event("Page.screencastVisibilityChanged", "{\"sessionId\":2}");
        browser.event("Page.frameResized", "{\"sessionId\":3}");
        browser.page.send("Runtime.evaluate"); // and so waits for the handlers

        assertThat(received).containsExactly("1", "2");
        assertThat(told).containsExactly("3");
        assertThat(recorded()).contains("Page.frameResized").noneMatch(method -> method.contains("creencast"));
    }

    @Test
    void ours_ends_before_that_of_the_test_begins() {
        begin(SharedFeature.SCREENCAST);
        frame(1);

        browser.page.send("Page.startScreencast", Map.of("format", "png"));
        frame(2);
        browser.page.send("Runtime.evaluate");

        assertThat(screencastCommands())
                .containsExactly("Page.startScreencast", "Page.stopScreencast", "Page.startScreencast");
        assertThat(received).containsExactly("1");
        assertThat(told).containsExactly("2");
        assertThat(recorded()).containsOnlyOnce("Page.screencastFrame");
    }

    @Test
    void what_comes_until_ours_has_ended_is_ours() {
        begin(SharedFeature.SCREENCAST);
        browser.chrome.on("Page.stopScreencast", command -> {
            frame(1);
            command.result("{}");
        });

        browser.page.send("Page.startScreencast");
        frame(2);
        browser.page.send("Runtime.evaluate");

        assertThat(received).containsExactly("1");
        assertThat(told).containsExactly("2");
    }

    @Test
    void ours_does_not_begin_where_the_test_has_wanted_it() {
        browser.page.send("Page.startScreencast");
        browser.page.send("Page.stopScreencast");

        assertThat(begin(SharedFeature.SCREENCAST)).isFalse();
        assertThat(begin(SharedFeature.TRACE)).isTrue();
    }

    @Test
    void ours_does_not_begin_twice() {
        begin(SharedFeature.SCREENCAST);

        assertThat(begin(SharedFeature.SCREENCAST)).isFalse();
        assertThat(screencastCommands()).containsExactly("Page.startScreencast");
    }

    @Test
    void what_comes_after_the_answer_to_its_end_is_ours_up_to_the_last_event() {
        begin(SharedFeature.TRACE);

        use.end(SharedFeature.TRACE);
        browser.event("Tracing.dataCollected", "{\"sessionId\":1}");
        browser.event("Tracing.tracingComplete", "{\"sessionId\":2}");
        browser.event("Tracing.dataCollected", "{\"sessionId\":3}");
        browser.page.send("Runtime.evaluate");

        assertThat(received).containsExactly("1", "2");
        assertThat(told).containsExactly("3");
    }

    @Test
    void an_end_that_is_refused_is_one_too() {
        browser.chrome.on("Tracing.end", command -> command.error(-32000, "Tracing is not started"));
        begin(SharedFeature.TRACE);

        use.end(SharedFeature.TRACE);
        browser.event("Tracing.dataCollected", "{\"sessionId\":1}");
        browser.page.send("Runtime.evaluate");

        assertThat(received).isEmpty();
        assertThat(told).containsExactly("1");
    }

    private boolean begin(SharedFeature feature) {
        return use.begin(feature, NO_PARAMS, commands::transmitUnrecorded, event -> received.add(number(event.event())))
                .isPresent();
    }

    private void frame(int number) {
        browser.event("Page.screencastFrame", "{\"sessionId\":%d}".formatted(number));
    }

    private static String number(CDPEvent event) {
        return event.params().path("sessionId").asString("");
    }

    private List<String> screencastCommands() {
        return browser.chrome.sent().stream()
                .map(ScriptedTransport.Command::method)
                .filter(method -> method.endsWith("Screencast"))
                .toList();
    }

    private List<String> recorded() {
        return browser.scope.recording().messages().stream()
                .map(RecordedMessage::method)
                .toList();
    }
}
