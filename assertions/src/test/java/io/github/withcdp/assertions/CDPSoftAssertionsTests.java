package io.github.withcdp.assertions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.recording.CapturedEvents;
import java.time.Duration;
import org.assertj.core.api.junit.jupiter.InjectSoftAssertions;
import org.assertj.core.api.junit.jupiter.SoftAssertionsExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(SoftAssertionsExtension.class)
class CDPSoftAssertionsTests {

    private static final CDPEvent LOADED = Made.came("Page.loadEventFired");

    @InjectSoftAssertions
    private CDPSoftAssertions injected = new CDPSoftAssertions();

    @Test
    void are_injected_by_AssertJ(CDPSoftAssertions softly) {
        injected.assertThat(LOADED).hasDomain("Page");
        softly.assertThat(LOADED).hasDomain("Page");

        assertThat(injected.wasSuccess()).isTrue();
    }

    @Test
    void tell_of_all_failures() {
        var softly = new CDPSoftAssertions();
        var page = ScriptedSession.page();
        softly.assertThat(page)
                .within(Duration.ofMillis(1))
                .receives("Made.one")
                .hasTargetType("two");
        softly.assertThat(page).doesNotReceive("Made.up", Duration.ZERO);
        softly.assertThat(CapturedEvents.of(LOADED)).containsEvent("Made.three").containsEventsInOrder("Made.four");
        softly.assertThat(MadeRecording.of()).sent("Made.five").containsEvent("Made.six");
        softly.assertThat(LOADED)
                .as("seven")
                .hasDomain("Seven")
                .hasMethod("Page.loadEventFired")
                .hasParam("/eight");
        softly.assertThat(Made.command(0, Made.PAGE, "Page.enable", 1, "{}")).isEvent();
        softly.assertThat("text").isEqualTo("nine");

        assertThat(softly.assertionErrorsCollected()).hasSize(10);
    }

    @Test
    void stay_soft_on_the_way_to_a_command() {
        var softly = new CDPSoftAssertions();
        var recording = MadeRecording.of(Made.command(0, Made.PAGE, "Page.enable", 1, "{}"));

        softly.assertThat(recording)
                .command("Page.enable")
                .tookLessThan(Duration.ofSeconds(1))
                .succeeded();

        assertThat(softly.assertionErrorsCollected())
                .extracting(Throwable::getMessage)
                .satisfiesExactly(
                        first -> assertThat(first).contains("to be answered in less than 1 s"),
                        second -> assertThat(second).contains("to succeed"));
    }

    @Test
    void are_asserted_in_the_end() {
        assertThatThrownBy(() -> CDPSoftAssertions.assertSoftly(softly -> {
                    softly.assertThat(LOADED).hasDomain("One");
                    softly.assertThat(LOADED).hasDomain("Two");
                }))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("2 failures");
    }
}
