package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.get;
import static io.github.withcdp.assertions.GoldenFailure.assertFails;
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
    void stay_soft_within_a_window() {
        var softly = new CDPSoftAssertions();
        var page = ScriptedSession.page().receive("Made.event");
        Traffic.of(page).loaded("1", "GET", "/missing", 404, "Not Found");

        softly.assertThat(page)
                .during(Duration.ZERO)
                .doesNotReceive("Made.event")
                .hasNoFailedRequests()
                .requests(get("**"))
                .isEmpty();
        softly.assertThat(page)
                .within(Duration.ofMillis(1))
                .doesNotReceive("Made.event")
                .doesNotReceive("Made.other");

        assertThat(softly.assertionErrorsCollected())
                .extracting(Throwable::getMessage)
                .satisfiesExactly(
                        first -> assertThat(first).contains("within 0 ms, but it came once"),
                        second -> assertThat(second).contains("to have no failed requests"),
                        third -> assertThat(third).contains("to make no request like"),
                        fourth -> assertThat(fourth).contains("before it was quiet, but it came once"));
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
    void stay_soft_on_the_way_to_requests_and_messages() {
        var softly = new CDPSoftAssertions();
        var page = ScriptedSession.page();
        Traffic.of(page)
                .loaded("1", "GET", "/users/7", 404, "Not Found")
                .body("1", "no")
                .said("log", "one");

        softly.assertThat(page)
                .requests(get("**/users/*"))
                .hasSize(1)
                .first()
                .hasStatus(200)
                .hasHeader("one");
        softly.assertThat(page)
                .requests(get("**/users/*"))
                .first()
                .bodyAsString()
                .isEqualTo("two");
        softly.assertThat(page).requests().now().first().hasMethod("THREE").hasFailed();
        softly.assertThat(page).console().first().hasText("four").hasType("log");
        softly.assertThat(page.recording()).requests().hasSize(5).single().hasUrl("**/six");
        softly.assertThat(page.recording()).console().last().isError();
        softly.assertThatExchanges(page.recording().exchanges()).first().hasStatus(8);
        softly.assertThatConsoleMessages(page.recording().console()).hasSize(9);
        softly.assertThat(page.recording().exchanges().get(0)).took().isNegative();
        softly.assertThat(page.recording().console().get(0)).isWarning();

        assertThat(softly.assertionErrorsCollected()).hasSize(12);
    }

    @Test
    void go_on_where_there_is_nothing_to_look_at() {
        var softly = new CDPSoftAssertions();
        var page = ScriptedSession.page();

        softly.assertThat(page)
                .within(Duration.ofMillis(1))
                .requests(get("**/users/*"))
                .first()
                .hasStatus(200)
                .bodyAsString()
                .isEqualTo("");
        softly.assertThat(page).within(Duration.ofMillis(1)).console().last().isError();
        softly.assertThat(page.recording()).requests().single().hasStatus(200);

        assertThat(softly.assertionErrorsCollected())
                .extracting(error -> String.valueOf(error.getMessage())
                        .lines()
                        .filter(line -> line.contains("to "))
                        .findFirst()
                        .orElse(""))
                .containsExactly(
                        "to make a request like",
                        "to look at, but there is none.",
                        "to look at, but there is none.",
                        "to write a console message like",
                        "Expecting actual not to be null",
                        "to have one request like",
                        "Expecting actual not to be null");
    }

    @Test
    void end_with_an_assertion_error_where_nothing_can_follow() {
        var softly = new CDPSoftAssertions();
        var page = ScriptedSession.page();
        var live = softly.assertThat(page)
                .within(Duration.ofMillis(1))
                .requests(get("**/one"))
                .first();
        var recorded = softly.assertThat(page.recording()).requests().first();

        live.took().isZero();
        assertThat(softly.assertionErrorsCollected()).hasSize(3);
        assertThatThrownBy(() -> recorded.took()).hasMessageContaining("not to be null");
        assertThatThrownBy(() -> recorded.bodyAsString()).hasMessageContaining("not to be null");
        assertThatThrownBy(() -> recorded.requestBodyAsString()).hasMessageContaining("not to be null");
    }

    @Test
    void end_where_there_is_no_JSON() {
        var softly = new CDPSoftAssertions();
        var page = ScriptedSession.page();
        Traffic.of(page).loaded("1", "GET", "/html", 200, "OK").body("1", "<p>");
        var live = softly.assertThat(page)
                .within(Duration.ofMillis(1))
                .requests(get("**/users/*"))
                .first();
        var recorded =
                softly.assertThat(page.recording()).requests(get("**/users/*")).first();
        var html = softly.assertThat(page.recording()).requests().first();

        assertFails("soft-no-request.txt", () -> live.bodyAsJson());
        assertThatThrownBy(() -> recorded.bodyAsJson()).hasMessageContaining("not to be null");
        assertThatThrownBy(() -> html.bodyAsJson()).hasMessageContaining("what it has at line 1, column 1 is not JSON");
        html.bodyAsJsonSatisfies(json -> json.isNull());
        assertThat(softly.assertionErrorsCollected()).hasSize(3);
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
