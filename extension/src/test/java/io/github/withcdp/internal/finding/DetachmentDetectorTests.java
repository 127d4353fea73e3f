package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.finding.FindingLines.lines;
import static io.github.withcdp.internal.finding.FindingLines.linesUntil;
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
                        "0.008 s @9F86D081 The page http://a.test/ went away 7 ms after it came: the page closed itself (window.close()), another client or somebody at the window closed it, or the browser is ending (Chrome said: Render process gone.) (message 1)");
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
                .containsExactly("0.007 s @9F86D081 The page http://a.test/ crashed (message 1)");
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

    @Test
    void tells_what_the_test_had_done_before() {
        assertThat(lines(gone(attached("page")
                        .command(2, PAGE, 1, "Input.dispatchMouseEvent", "{}")
                        .result(3, PAGE, 1, "{}")
                        .command(4, PAGE, 2, "Network.enable", "")
                        .result(5, PAGE, 2, "{}"))))
                .containsExactly(
                        "0.008 s @9F86D081 The page http://a.test/ went away 7 ms after it came and 6 ms after Input.dispatchMouseEvent (message 1): the page closed itself (window.close()), another client or somebody at the window closed it, or the browser is ending (Chrome said: Render process gone.) (message 5)");
    }

    @ParameterizedTest
    @ValueSource(strings = {"close()", "window.close()", "done(); self.close()"})
    void expects_a_page_to_go_when_a_script_of_the_test_closes_it(String script) {
        assertThat(lines(gone(attached("page")
                        .command(2, PAGE, 1, "Runtime.evaluate", "{\"expression\":\"%s\"}".formatted(script))
                        .result(3, PAGE, 1, "{}"))))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"dialog.close()", "disclose()", "close"})
    void does_not_take_other_scripts_for_one_that_closes_a_page(String script) {
        assertThat(lines(gone(attached("page")
                        .command(2, PAGE, 1, "Runtime.evaluate", "{\"expression\":\"%s\"}".formatted(script))
                        .result(3, PAGE, 1, "{}"))))
                .hasSize(1);
    }

    private static Conversation popup() {
        return attached("page")
                .command(2, PAGE, 1, "Runtime.evaluate", "{\"expression\":\"login()\"}")
                .result(3, PAGE, 1, "{}")
                .event(
                        4,
                        "",
                        "Target.attachedToTarget",
                        "{\"sessionId\":\"POPUP123\",\"targetInfo\":{\"targetId\":\"T2\",\"type\":\"page\",\"url\":\"http://a.test/login\",\"openerId\":\"T1\"}}");
    }

    private static Conversation popupGone(Conversation conversation) {
        return conversation
                .event(1_204, "POPUP123", "Inspector.detached", "{\"reason\":\"Render process gone.\"}")
                .event(1_205, "", "Target.detachedFromTarget", "{\"sessionId\":\"POPUP123\",\"targetId\":\"T2\"}");
    }

    @Test
    void tells_a_popup_that_went_while_the_test_waited_for_something() {
        assertThat(linesUntil(popupGone(popup()), 9_000))
                .containsExactly(
                        "1.204 s @POPUP123 The popup http://a.test/login went away 1.2 s after it came and 1.2 s after Runtime.evaluate (message 1): a script closed it (window.close()), its own or that of the page that opened it, or another client or somebody at the window did (message 4)");
    }

    private static Conversation loaded(Conversation conversation, String session, String id) {
        return conversation
                .event(
                        10,
                        session,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"%s\",\"type\":\"Document\",\"request\":{\"method\":\"GET\",\"url\":\"http://a.test/%s#top\"}}"
                                .formatted(id, id))
                .event(
                        11,
                        session,
                        "Network.responseReceived",
                        "{\"requestId\":\"%s\",\"response\":{\"status\":200,\"mimeType\":\"text/html\"}}".formatted(id))
                .event(12, session, "Network.loadingFinished", "{\"requestId\":\"%s\"}".formatted(id));
    }

    /** WithCDP asks the page that is still there for bodies when the test has failed. */
    private static Conversation captured(Conversation conversation, int command, String id, String body) {
        return conversation
                .command(9_100, PAGE, command, "Network.getResponseBody", "{\"requestId\":\"%s\"}".formatted(id))
                .result(9_101, PAGE, command, "{\"body\":\"%s\",\"base64Encoded\":false}".formatted(body));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "paper.close() | show() | and of those on record only http://a.test/shop calls close()",
                "open() | <p onclick=close()> | and of those on record only http://a.test/login calls close()",
                "paper.close() | close() | its own or that of the page that opened it",
                "open() | show() | its own or that of the page that opened it"
            })
    void names_the_only_script_that_can_have_closed_a_popup(String opener, String popup, String whose) {
        var conversation = popupGone(loaded(loaded(popup(), PAGE, "shop"), "POPUP123", "login"));
        captured(conversation, 20, "shop", opener);
        captured(conversation, 21, "login", popup);

        assertThat(linesUntil(conversation, 9_000))
                .singleElement()
                .asString()
                .endsWith(": a script closed it (window.close()), " + whose
                        + ", or another client or somebody at the window did (message 10)");
    }

    @Test
    void names_no_script_that_closed_a_popup_if_one_is_not_on_record() {
        var conversation = popupGone(loaded(loaded(popup(), PAGE, "shop"), "POPUP123", "login"));
        captured(conversation, 20, "shop", "paper.close()");

        assertThat(linesUntil(conversation, 9_000))
                .singleElement()
                .asString()
                .contains("its own or that of the page that opened it");
    }

    @Test
    void tells_a_popup_that_the_test_talked_to_last() {
        var conversation = popup();
        for (int id = 2; id < 5; id++) {
            conversation
                    .command(10L * id, "POPUP123", id, "Runtime.evaluate", "{\"expression\":\"%d\"}".formatted(id))
                    .result(10L * id + 1, "POPUP123", id, "{}");
        }

        assertThat(linesUntil(popupGone(conversation), 9_000)).hasSize(1);
    }

    @Test
    void a_popup_that_went_before_the_last_step_is_no_finding() {
        var conversation = popupGone(popup());
        for (int id = 2; id < 5; id++) {
            conversation
                    .command(2_000 + id, PAGE, id, "Runtime.evaluate", "{\"expression\":\"%d\"}".formatted(id))
                    .result(2_000 + id, PAGE, id, "{}");
        }

        assertThat(linesUntil(conversation, 9_000)).isEmpty();
    }

    @Test
    void a_popup_that_went_in_a_test_that_passed_is_no_finding() {
        assertThat(lines(popupGone(popup()))).isEmpty();
    }

    @Test
    void tells_a_page_once_however_many_sessions_tell_of_it() {
        var conversation = attached("page")
                .event(
                        2,
                        "",
                        "Target.attachedToTarget",
                        "{\"sessionId\":\"SECOND\",\"targetInfo\":{\"targetId\":\"T1\",\"type\":\"page\"}}");

        assertThat(lines(gone(conversation)
                        .event(9, "", "Target.detachedFromTarget", "{\"sessionId\":\"SECOND\",\"targetId\":\"T1\"}")))
                .hasSize(1);
    }

    @Test
    void a_command_that_a_page_took_along_is_told_with_the_page() {
        assertThat(lines(gone(attached("page").command(2, PAGE, 1, "Runtime.evaluate", "{}"))))
                .containsExactly(
                        "0.008 s @9F86D081 The page http://a.test/ went away 7 ms after it came and 6 ms after Runtime.evaluate (message 1): the page closed itself (window.close()), another client or somebody at the window closed it, or the browser is ending (Chrome said: Render process gone.); Runtime.evaluate was not answered (messages 1, 2)");
    }

    @Test
    void a_command_that_came_too_late_for_a_page_is_told_with_the_page() {
        assertThat(lines(gone(attached("page").command(2, PAGE, 1, "Runtime.evaluate", "{}"))
                        .failure(10, PAGE, 1, "{\"code\":-32001,\"message\":\"Session with given id not found.\"}")))
                .containsExactly(
                        "0.008 s @9F86D081 The page http://a.test/ went away 7 ms after it came and 6 ms after Runtime.evaluate (message 1): the page closed itself (window.close()), another client or somebody at the window closed it, or the browser is ending (Chrome said: Render process gone.); Runtime.evaluate came too late (messages 2, 4)");
    }

    @Test
    void a_command_to_nobody_is_told_by_itself_if_nobody_went_away() {
        assertThat(lines(attached("page")
                        .command(2, PAGE, 1, "Runtime.evaluate", "{}")
                        .failure(10, PAGE, 1, "{\"code\":-32001,\"message\":\"Session with given id not found.\"}")))
                .containsExactly(
                        "0.010 s @9F86D081 Runtime.evaluate failed: Session with given id not found. [code -32001] (message 2)");
    }
}
