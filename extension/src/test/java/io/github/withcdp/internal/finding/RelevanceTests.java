package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In which order findings stand, and whom they name. */
class RelevanceTests {

    private static final String POPUP = "AAAAAAAA11111111";
    private static final String OTHER = "BBBBBBBB22222222";
    private static final String WORKER = "CCCCCCCC33333333";
    private static final String FRAME = "DDDDDDDD44444444";

    private static List<String> lines(Conversation conversation) {
        return FindingLines.linesUntil(conversation, 9_000);
    }

    private static void attach(Conversation to, String via, String session, String type, String url, String opener) {
        to.event(
                1,
                via,
                "Target.attachedToTarget",
                "{\"sessionId\":\"%1$s\",\"targetInfo\":{\"targetId\":\"T%1$s\",\"type\":\"%2$s\",\"url\":\"%3$s\"%4$s}}"
                        .formatted(
                                session, type, url, opener.isEmpty() ? "" : ",\"openerId\":\"T%s\"".formatted(opener)));
    }

    private static void failTo(Conversation conversation, long millis, String session, String what) {
        conversation.event(
                millis, session, "Log.entryAdded", "{\"entry\":{\"level\":\"error\",\"text\":\"%s\"}}".formatted(what));
    }

    private static void throwIn(Conversation conversation, long millis, String session, String what) {
        conversation.event(
                millis, session, "Runtime.exceptionThrown", "{\"exceptionDetails\":{\"text\":\"%s\"}}".formatted(what));
    }

    private static int asked(Conversation conversation, long millis, String session, int id, String expression) {
        conversation
                .command(millis, session, id, "Runtime.evaluate", "{\"expression\":\"%s\"}".formatted(expression))
                .result(millis + 1, session, id, "{}");
        return id + 1;
    }

    private static Conversation family() {
        var conversation = new Conversation();
        attach(conversation, "", PAGE, "page", "http://shop.test/cart", "");
        attach(conversation, "", POPUP, "page", "http://shop.test/help?topic=pay", PAGE);
        attach(conversation, "", OTHER, "page", "http://other.test/", "");
        attach(conversation, PAGE, WORKER, "worker", "http://shop.test/sum.js", "");
        attach(conversation, POPUP, FRAME, "iframe", "http://ads.test/banner", "");
        return conversation;
    }

    @Test
    void the_page_of_the_last_step_goes_first_with_its_workers_then_its_popups_then_others() {
        var conversation = family();
        asked(conversation, 10, PAGE, 1, "total()");
        throwIn(conversation, 20, OTHER, "other");
        throwIn(conversation, 21, FRAME, "frame");
        throwIn(conversation, 22, POPUP, "popup");
        throwIn(conversation, 23, WORKER, "worker");
        failTo(conversation, 24, PAGE, "page");

        assertThat(lines(conversation))
                .containsExactly(
                        "0.023 s @CCCCCCCC worker /sum.js: Uncaught worker (message 10)",
                        "0.024 s @9F86D081 page /cart: The browser logged: page (message 11)",
                        "0.021 s @DDDDDDDD frame http://ads.test/banner: Uncaught frame (message 8)",
                        "0.022 s @AAAAAAAA popup /help?topic=pay: Uncaught popup (message 9)",
                        "0.020 s @BBBBBBBB page http://other.test/: Uncaught other (message 7)");
    }

    @Test
    void what_came_of_the_last_step_goes_before_what_was_earlier() {
        var conversation = new Conversation();
        asked(conversation, 10, PAGE, 1, "open()");
        throwIn(conversation, 20, PAGE, "earlier");
        int next = asked(conversation, 30, PAGE, 2, "pay()");
        failTo(conversation, 40, PAGE, "came of paying");
        for (int i = 0; i < 3; i++) {
            next = asked(conversation, 50 + i * 10L, PAGE, next, "paid()");
        }
        throwIn(conversation, 90, PAGE, "while waiting");

        assertThat(lines(conversation))
                .containsExactly(
                        "0.090 s @9F86D081 Uncaught while waiting (message 12)",
                        "0.040 s @9F86D081 The browser logged: came of paying (message 5)",
                        "0.020 s @9F86D081 Uncaught earlier (message 2)");
    }

    @Test
    void what_is_still_so_goes_first_whenever_it_began() {
        var conversation = new Conversation()
                .event(
                        5,
                        PAGE,
                        "Fetch.requestPaused",
                        "{\"requestId\":\"P1\",\"request\":{\"method\":\"GET\",\"url\":\"http://a.test/x\"}}");
        asked(conversation, 10, PAGE, 1, "open()");
        asked(conversation, 20, PAGE, 2, "pay()");
        failTo(conversation, 30, PAGE, "late");

        assertThat(lines(conversation))
                .containsExactly(
                        "0.005 s @9F86D081 GET http://a.test/x was paused by Fetch and never continued (message 0)",
                        "0.030 s @9F86D081 The browser logged: late (message 5)");
    }

    @Test
    void of_what_did_not_fail_only_kind_and_time_count() {
        var conversation = family();
        failTo(conversation, 10, PAGE, "page");
        throwIn(conversation, 20, OTHER, "other");
        asked(conversation, 30, PAGE, 1, "total()");

        assertThat(SuspiciousMessages.in(conversation.messages(), Duration.ZERO).top())
                .extracting(Suspicion::sentence)
                .containsExactly("page http://other.test/: Uncaught other", "page /cart: The browser logged: page");
    }

    @Test
    void names_a_page_by_where_it_was_at_that_moment() {
        var conversation = family();
        throwIn(conversation, 10, PAGE, "early");
        conversation
                .event(20, PAGE, "Page.frameNavigated", "{\"frame\":{\"url\":\"http://shop.test/pay\"}}")
                .event(
                        21,
                        PAGE,
                        "Page.frameNavigated",
                        "{\"frame\":{\"url\":\"http://shop.test/inner\",\"parentId\":\"F\"}}");
        throwIn(conversation, 30, PAGE, "late");
        conversation.event(
                40,
                "",
                "Target.targetInfoChanged",
                "{\"targetInfo\":{\"targetId\":\"T%s\",\"url\":\"http://pay.test/\"}}".formatted(PAGE));
        throwIn(conversation, 50, PAGE, "later");
        throwIn(conversation, 60, POPUP, "popup");

        assertThat(lines(conversation))
                .containsExactly(
                        "0.010 s @9F86D081 page http://shop.test/cart: Uncaught early (message 5)",
                        "0.030 s @9F86D081 page http://shop.test/pay: Uncaught late (message 8)",
                        "0.050 s @9F86D081 page /: Uncaught later (message 10)",
                        "0.060 s @AAAAAAAA popup http://shop.test/help?topic=pay: Uncaught popup (message 11)");
    }

    @Test
    void a_shared_worker_belongs_to_the_page_that_asked_for_its_script() {
        var conversation = family();
        attach(conversation, "", "SHARED11", "shared_worker", "http://shop.test/shared.js", "");
        conversation
                .event(2, PAGE, "Network.requestWillBeSent", "{\"requestId\":\"TSHARED11\"}")
                .event(3, PAGE, "Network.loadingFinished", "{\"requestId\":\"TSHARED11\"}");
        asked(conversation, 10, PAGE, 1, "total()");
        throwIn(conversation, 20, OTHER, "other");
        throwIn(conversation, 21, "SHARED11", "shared");

        assertThat(lines(conversation))
                .containsExactly(
                        "0.021 s @SHARED11 shared worker /shared.js: Uncaught shared (message 11)",
                        "0.020 s @BBBBBBBB page http://other.test/: Uncaught other (message 10)");
    }

    @Test
    void a_page_that_names_itself_its_opener_ends_nothing() {
        var conversation = new Conversation();
        attach(conversation, "", PAGE, "page", "http://shop.test/", POPUP);
        attach(conversation, "", POPUP, "page", "http://shop.test/help", PAGE);
        asked(conversation, 10, PAGE, 1, "total()");
        throwIn(conversation, 20, POPUP, "popup");

        assertThat(lines(conversation)).hasSize(1);
    }
}
