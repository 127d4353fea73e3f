package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.finding.FindingLines.lines;
import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import org.junit.jupiter.api.Test;

class BlockedPopupDetectorTests {

    private static final String BLOCKED =
            "0.00%d s @9F86D081 Chrome blocked the popup http://a.test/pay: window.open() was not called for a click or a key of the user. Send one with Input.dispatchMouseEvent, or start the browser with --disable-popup-blocking, as WithCDP does (message %1$d)";

    private static Conversation page(boolean waiting) {
        return new Conversation()
                .event(
                        0,
                        "",
                        "Target.attachedToTarget",
                        "{\"sessionId\":\"%s\",\"waitingForDebugger\":%b,\"targetInfo\":{\"targetId\":\"T1\",\"type\":\"page\"}}"
                                .formatted(PAGE, waiting))
                .command(1, PAGE, 1, "Runtime.evaluate", "{\"expression\":\"pay()\"}");
    }

    private static Conversation opens(Conversation conversation, long millis, boolean gesture) {
        return conversation.event(
                millis,
                PAGE,
                "Page.windowOpen",
                "{\"url\":\"http://a.test/pay\",\"windowName\":\"_blank\",\"userGesture\":%b}".formatted(gesture));
    }

    private static Conversation popup(Conversation conversation) {
        return conversation.event(
                3,
                "",
                "Target.attachedToTarget",
                "{\"sessionId\":\"P\",\"waitingForDebugger\":true,\"targetInfo\":{\"targetId\":\"T2\",\"type\":\"page\",\"openerId\":\"T1\"}}");
    }

    private static Conversation goesOn(Conversation conversation) {
        return conversation.result(4, PAGE, 1, "{}");
    }

    @Test
    void tells_a_popup_that_did_not_come() {
        assertThat(lines(goesOn(opens(page(true), 2, false)))).containsExactly(BLOCKED.formatted(2));
    }

    @Test
    void tells_each_of_several() {
        assertThat(lines(goesOn(opens(opens(page(true), 2, false), 3, true)))).containsExactly(BLOCKED.formatted(2));
    }

    @Test
    void a_popup_that_came_was_not_blocked() {
        assertThat(lines(goesOn(popup(opens(page(true), 2, false))))).isEmpty();
    }

    @Test
    void what_the_user_asked_for_is_not_blocked() {
        assertThat(lines(goesOn(opens(page(true), 2, true)))).isEmpty();
    }

    @Test
    void what_a_sandbox_forbids_the_browser_logs_with_the_reason() {
        var conversation = opens(page(true), 2, false)
                .event(
                        3,
                        PAGE,
                        "Log.entryAdded",
                        "{\"entry\":{\"source\":\"security\",\"level\":\"error\",\"text\":\"Blocked opening 'http://a.test/pay' in a new window because of its sandbox.\"}}");

        assertThat(lines(goesOn(conversation)))
                .containsExactly(
                        "0.003 s @9F86D081 The browser logged: Blocked opening 'http://a.test/pay' in a new window because of its sandbox. (message 3)");
    }

    @Test
    void as_long_as_the_page_has_not_gone_on_the_popup_may_come() {
        assertThat(lines(opens(page(true), 2, false).event(3, PAGE, "Network.dataReceived", "{}")))
                .noneMatch(line -> line.contains("popup"));
    }

    @Test
    void nothing_is_said_of_pages_whose_popups_nobody_attaches_to() {
        assertThat(lines(goesOn(opens(page(false), 2, false)))).isEmpty();
    }
}
