package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.finding.FindingLines.lines;
import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.recording.DialogAnswer;
import io.github.withcdp.internal.report.Conversation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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
    @ValueSource(strings = {"confirm", "prompt"})
    void tells_a_dialog_that_no_handler_answered(String type) {
        assertThat(lines(answered(dialog(type), false, DialogAnswer.TEXT)))
                .containsExactly(
                        "0.002 s @9F86D081 %s \"Delete all?\" of http://a.test/cart was dismissed, because no handler answered it (WithCDP does that): page.on(\"Page.javascriptDialogOpening\", …) can (message 1)"
                                .formatted(type));
    }

    @Test
    void tells_what_an_alert_said() {
        assertThat(lines(answered(dialog("alert"), false, DialogAnswer.TEXT)))
                .containsExactly(
                        "0.002 s @9F86D081 alert \"Delete all?\" of http://a.test/cart was dismissed, because no handler answered it (WithCDP does that) (message 1)");
    }

    @Test
    void a_page_that_was_left_by_leave_of_us_is_not_suspicious() {
        assertThat(lines(answered(dialog("beforeunload"), true, DialogAnswer.TEXT)))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_dialog_that_a_handler_answered_is_not_suspicious(boolean accept) {
        assertThat(lines(answered(dialog("prompt"), accept, "Ada"))).isEmpty();
    }

    @Test
    void a_dialog_that_was_answered_elsewhere_is_not_suspicious() {
        assertThat(lines(dialog("confirm").event(4, PAGE, "Page.javascriptDialogClosed", "{\"result\":true}")))
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

        assertThat(lines(answered(twice, false, DialogAnswer.TEXT))).hasSize(1);
    }
}
