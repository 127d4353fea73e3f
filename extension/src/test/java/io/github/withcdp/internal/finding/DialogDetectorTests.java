package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.finding.FindingLines.lines;
import static io.github.withcdp.internal.finding.FindingLines.linesUntil;
import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.recording.DialogAnswer;
import io.github.withcdp.internal.report.Conversation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DialogDetectorTests {

    private static Conversation attached(String type) {
        return new Conversation()
                .event(
                        1,
                        "",
                        "Target.attachedToTarget",
                        "{\"sessionId\":\"%s\",\"targetInfo\":{\"targetId\":\"T1\",\"type\":\"%s\",\"url\":\"http://a.test/\",\"browserContextId\":\"C1\"}}"
                                .formatted(PAGE, type));
    }

    private static Conversation dialog(String type) {
        return attached("page")
                .event(
                        2,
                        PAGE,
                        "Page.javascriptDialogOpening",
                        "{\"type\":\"%s\",\"message\":\"Delete all?\",\"url\":\"http://a.test/cart\"}".formatted(type));
    }

    private static Conversation answered(Conversation dialog, boolean accept, String promptText) {
        return dialog.command(
                        3,
                        PAGE,
                        7,
                        "Page.handleJavaScriptDialog",
                        "{\"accept\":%b,\"promptText\":\"%s\"}".formatted(accept, promptText))
                .event(4, PAGE, "Page.javascriptDialogClosed", "{\"result\":%b}".formatted(accept))
                .result(5, PAGE, 7, "{}");
    }

    @ParameterizedTest
    @CsvSource({"confirm, confirm() returned false", "prompt, prompt() returned null"})
    void tells_a_dialog_that_no_handler_answered_and_what_the_page_was_told(String type, String told) {
        assertThat(linesUntil(answered(dialog(type), false, DialogAnswer.TEXT), 9))
                .containsExactly(
                        "0.002 s @9F86D081 %s \"Delete all?\" of http://a.test/cart was dismissed, because no handler answered it (WithCDP does that), so %s: page.on(\"Page.javascriptDialogOpening\", …) can answer otherwise (message 1)"
                                .formatted(type, told));
    }

    @Test
    void tells_what_an_alert_said() {
        assertThat(linesUntil(answered(dialog("alert"), false, DialogAnswer.TEXT), 9))
                .containsExactly(
                        "0.002 s @9F86D081 alert \"Delete all?\" of http://a.test/cart was dismissed, because no handler answered it (WithCDP does that) (message 1)");
    }

    @Test
    void whoever_passed_knew_that_a_dialog_is_dismissed() {
        assertThat(lines(answered(dialog("confirm"), false, DialogAnswer.TEXT))).isEmpty();
    }

    @Test
    void a_dialog_of_another_page_explains_nothing() {
        var conversation = answered(dialog("confirm"), false, DialogAnswer.TEXT)
                .command(6, "ANOTHER", 8, "Runtime.evaluate", "{}")
                .result(7, "ANOTHER", 8, "{}");

        assertThat(linesUntil(conversation, 9)).isEmpty();
    }

    @Test
    void a_page_that_was_left_by_leave_of_us_is_not_suspicious() {
        assertThat(linesUntil(answered(dialog("beforeunload"), true, DialogAnswer.TEXT), 9))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_dialog_that_a_handler_answered_is_not_suspicious(boolean accept) {
        assertThat(linesUntil(answered(dialog("prompt"), accept, "Ada"), 9)).isEmpty();
    }

    @Test
    void a_dialog_that_was_answered_elsewhere_is_not_suspicious() {
        assertThat(linesUntil(dialog("confirm").event(4, PAGE, "Page.javascriptDialogClosed", "{\"result\":true}"), 9))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"confirm", "beforeunload"})
    void tells_a_dialog_that_is_still_open(String type) {
        assertThat(lines(dialog(type)))
                .containsExactly(
                        "0.002 s @9F86D081 %s \"Delete all?\" of http://a.test/cart was still open at the last message: Page.handleJavaScriptDialog answers it (message 1)"
                                .formatted(type));
    }

    @Test
    void a_refused_answer_leaves_a_dialog_open() {
        assertThat(lines(dialog("confirm")
                        .command(3, PAGE, 7, "Page.handleJavaScriptDialog", "{}")
                        .failure(4, PAGE, 7, "{\"message\":\"Invalid parameters\"}")))
                .anyMatch(line -> line.contains("was still open at the last message"));
    }

    @Test
    void tells_a_dialog_once_however_many_sessions_tell_of_it() {
        var twice = dialog("confirm")
                .event(
                        2,
                        "",
                        "Target.attachedToTarget",
                        "{\"sessionId\":\"SECOND\",\"targetInfo\":{\"targetId\":\"T1\",\"type\":\"page\"}}")
                .event(
                        2,
                        "SECOND",
                        "Page.javascriptDialogOpening",
                        "{\"type\":\"confirm\",\"message\":\"Delete all?\"}");

        assertThat(linesUntil(answered(twice, false, DialogAnswer.TEXT), 9)).hasSize(1);
    }
}
