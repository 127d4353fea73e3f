package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.finding.FindingLines.lines;
import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetachmentDetectorTests {

    private static Conversation attached(String type) {
        return new Conversation()
                .event(
                        1,
                        "",
                        "Target.attachedToTarget",
                        "{\"sessionId\":\"%s\",\"targetInfo\":{\"targetId\":\"T1\",\"type\":\"%s\",\"url\":\"http://a.test/\",\"browserContextId\":\"C1\"}}"
                                .formatted(PAGE, type));
    }

    private static Conversation gone(Conversation conversation) {
        return conversation
                .event(8, PAGE, "Inspector.detached", "{\"reason\":\"Render process gone.\"}")
                .event(
                        9,
                        "",
                        "Target.detachedFromTarget",
                        "{\"sessionId\":\"%s\",\"targetId\":\"T1\"}".formatted(PAGE));
    }

    @Test
    void tells_a_page_that_went_away_once() {
        assertThat(lines(gone(attached("page"))))
                .containsExactly(
                        "0.008 s @9F86D081 The page http://a.test/ went away, it was closed: the page closed itself (window.close()), or another client or somebody at the window closed it (Chrome said: Render process gone.) (message 1)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"shared_worker", "service_worker"})
    void a_worker_that_has_ended_has_not_crashed(String type) {
        assertThat(lines(attached(type).event(7, PAGE, "Inspector.targetCrashed", "{}")))
                .isEmpty();
    }

    @Test
    void tells_a_crash_and_not_its_consequences() {
        assertThat(lines(gone(attached("page").event(7, PAGE, "Inspector.targetCrashed", "{}"))))
                .containsExactly("0.007 s @9F86D081 The page crashed (message 1)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "Target.closeTarget | {\"targetId\":\"T1\"}",
                "Target.disposeBrowserContext | {\"browserContextId\":\"C1\"}",
                "Target.detachFromTarget | {\"sessionId\":\"9F86D081884C7D65\"}",
                "Browser.close | {}"
            })
    void expects_a_page_to_go_when_told_to(String method, String params) {
        assertThat(lines(gone(attached("page").command(2, "", 1, method, params).result(3, "", 1, "{}"))))
                .isEmpty();
    }

    @Test
    void expects_a_page_to_go_when_told_to_close_itself() {
        assertThat(lines(gone(
                        attached("page").command(2, PAGE, 1, "Page.close", "").result(3, PAGE, 1, "{}"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"worker", "iframe", "service_worker"})
    void lets_workers_and_frames_come_and_go(String type) {
        assertThat(lines(gone(attached(type)))).isEmpty();
    }

    @Test
    void does_not_tell_of_pages_of_other_tests() {
        assertThat(lines(new Conversation()
                        .event(9, "", "Target.detachedFromTarget", "{\"sessionId\":\"OTHER\",\"targetId\":\"T9\"}")))
                .isEmpty();
    }
}
