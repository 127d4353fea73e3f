package io.github.withcdp.internal.session;

import static io.github.withcdp.internal.session.ScriptedBrowser.PAGE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.EventTimeoutException;
import io.github.withcdp.protocol.SessionDetachedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class AwaitTests {

    private static final Duration SHORT = Duration.ofMillis(50);

    private final ScriptedBrowser browser = ScriptedBrowser.start();

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void is_registered_before_its_action_runs() {
        browser.event("A.event", "{\"n\":0}"); // history does not count

        var event = browser.page.await("A.event", () -> browser.event("A.event", "{\"n\":1}"));

        assertThat(event.param("/n").asInt()).isEqualTo(1);
        assertThat(event.session().value()).isEqualTo(PAGE);
    }

    @Test
    void waits_for_the_next_one() {
        var returned = new AtomicBoolean();
        browser.conversation.execute(() -> {
            while (!returned.get()) { // nobody else can know when the wait has begun
                browser.event("A.event", "{}");
            }
        });

        try {
            assertThat(browser.page.await("A.event").method()).isEqualTo("A.event");
        } finally {
            returned.set(true);
        }
    }

    @Test
    void takes_the_first_that_meets_the_condition() {
        var event = browser.page.await("A.event", each -> each.param("/n").asInt() > 1, () -> {
            browser.event("A.event", "{\"n\":1}");
            browser.event("A.event", "{\"n\":2}");
            browser.event("A.event", "{\"n\":3}");
        });

        assertThat(event.param("/n").asInt()).isEqualTo(2);
    }

    @Test
    void returns_when_the_handlers_of_the_event_have_run() {
        var seen = new ArrayList<String>();
        browser.page.on("A.event", event -> seen.add("handled"));

        browser.page.await("A.event", () -> browser.event("A.event", "{}"));

        assertThat(seen).containsExactly("handled");
    }

    @Test
    void ends_with_what_the_condition_or_the_action_throws() {
        assertThatThrownBy(() -> browser.page.await(
                        "A.event",
                        event -> {
                            throw new IllegalStateException("condition");
                        },
                        () -> browser.event("A.event", "{}")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("condition");
        assertThatThrownBy(() -> browser.page.await("A.event", () -> {
                    throw new IllegalStateException("action");
                }))
                .hasMessage("action");
    }

    @Test
    void tells_what_came_instead() {
        assertThatThrownBy(() -> browser.page.await("A.event", each -> false, SHORT, () -> {
                    for (int n = 1; n <= 5; n++) {
                        browser.event("A.event", "{\"n\":%d}".formatted(n));
                    }
                    browser.event("B.other", "{}");
                }))
                .isInstanceOf(EventTimeoutException.class)
                .hasMessage("""
                        No A.event that meets the condition within 50 ms
                          5 came that did not meet the condition, the last 3:
                            {"n":3}
                            {"n":4}
                            {"n":5}
                          What came in this session meanwhile: A.event ×5, B.other (page about:blank)""");
    }

    @Test
    void suspects_a_forgotten_enable() {
        assertThatThrownBy(() -> browser.page.await("A.event", each -> true, SHORT, () -> {}))
                .hasMessage("""
                        No A.event within 50 ms
                          Nothing else came in this session meanwhile (page about:blank)
                          Was A.enable sent? Not in this session""");
        browser.page.send("A.enable");
        assertThatThrownBy(() -> browser.page.await("A.event", each -> true, SHORT, () -> {}))
                .message()
                .doesNotContain("Was A.enable sent?");
        browser.page.send("A.disable");
        assertThatThrownBy(() -> browser.page.await("A.event", each -> true, SHORT, () -> {}))
                .hasMessageContaining("Was A.enable sent?");
        assertThatThrownBy(() -> browser.page.await("Target.targetCreated", each -> true, SHORT, () -> {}))
                .message()
                .doesNotContain("enable sent?");
    }

    @Test
    void fails_when_the_session_ends() {
        assertThatThrownBy(() -> browser.page.await("A.event", () -> browser.detached("", PAGE)))
                .isInstanceOf(SessionDetachedException.class)
                .hasMessage("Protocol error (waiting for A.event): its target was closed");
        assertThatThrownBy(() -> browser.page.await("A.event"))
                .hasMessage("Protocol error (waiting for A.event): its target was closed");
    }

    @Test
    void prefers_an_event_that_came_before_the_end() {
        var event = browser.page.await("A.event", () -> {
            browser.event("A.event", "{}");
            browser.detached("", PAGE);
        });

        assertThat(event.method()).isEqualTo("A.event");
    }

    @Test
    void can_be_for_the_very_event_that_ends_the_session() {
        var seen = new CompletableFuture<String>();
        browser.page.on(
                "Inspector.detached",
                event -> seen.complete(event.param("/reason").asString()));

        assertThat(browser.page
                        .await("Inspector.targetCrashed", () -> browser.event("Inspector.targetCrashed", "{}"))
                        .params())
                .isEmpty();
        assertThat(browser.page
                        .await(
                                "Inspector.detached",
                                () -> browser.event("Inspector.detached", "{\"reason\":\"target_closed\"}"))
                        .param("/reason")
                        .asString())
                .isEqualTo("target_closed");
        assertThat(seen.orTimeout(30, TimeUnit.SECONDS).join()).isEqualTo("target_closed");
    }

    @Test
    void gives_way_to_an_interrupt_and_keeps_it() {
        assertThatThrownBy(() -> browser.page.await(
                        "A.event", () -> Thread.currentThread().interrupt()))
                .isInstanceOf(CDPException.class)
                .hasMessage("Interrupted while waiting for A.event, as a @Timeout of the test does");
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void leaves_nothing_behind_when_params_cannot_be_read() {
        assertThatThrownBy(() -> browser.page.await(
                        "A.event",
                        event -> event.param("/a").isMissingNode(),
                        () -> browser.event("A.event", "{\"a\":nonsense}")))
                .isInstanceOf(CDPException.class)
                .hasMessageStartingWith("The params of the event A.event cannot be read: ");
        assertThat(browser.page.recording().messages())
                .anyMatch(message -> message.method().equals("A.event"));
    }
}
