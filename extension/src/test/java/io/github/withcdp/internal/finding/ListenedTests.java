package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** What is said if nothing was unusual. */
class ListenedTests {

    private static String nothing(Conversation conversation) {
        var found = SuspiciousMessages.in(conversation.messages(), Duration.ZERO);
        assertThat(found.top()).isEmpty();
        return found.nothing();
    }

    private static Conversation request(Conversation conversation, String url, int status) {
        return conversation
                .event(
                        1,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"R1\",\"request\":{\"method\":\"GET\",\"url\":\"%s\"}}".formatted(url))
                .event(
                        2,
                        PAGE,
                        "Network.responseReceived",
                        "{\"requestId\":\"R1\",\"response\":{\"status\":%d,\"url\":\"%s\"}}".formatted(status, url));
    }

    @Test
    void knows_nothing_without_messages() {
        assertThat(nothing(new Conversation())).isEqualTo("No message was recorded.");
    }

    @Test
    void says_nothing_of_domains_that_were_off() {
        assertThat(nothing(new Conversation()
                        .command(1, PAGE, 1, "Runtime.evaluate", "{}")
                        .result(2, PAGE, 1, "{}")))
                .isEqualTo("Every command was answered.");
        assertThat(nothing(new Conversation().event(1, PAGE, "DOM.documentUpdated", "{}")))
                .isEqualTo("Nobody listened to anything that could tell.");
    }

    @Test
    void says_what_was_well_of_domains_that_were_on() {
        var conversation = new Conversation();
        int id = 0;
        for (var domain : new String[] {"Page", "Network", "Runtime", "Log"}) {
            conversation.command(1, PAGE, ++id, domain + ".enable", "").result(1, PAGE, id, "{}");
        }

        assertThat(nothing(conversation))
                .isEqualTo(
                        "Every command was answered, no page crashed, no exception went uncaught, no error was logged.");
        assertThat(nothing(request(conversation, "http://a.test/", 200)))
                .isEqualTo(
                        "Every command was answered, no request failed, no page crashed, no exception went uncaught, no error was logged.");
    }

    @Test
    void does_not_call_well_what_is_no_finding() {
        var url = "http://a.test/favicon.ico";
        var conversation = request(new Conversation(), url, 404)
                .event(3, PAGE, "Runtime.executionContextsCleared", "{}")
                .event(
                        4,
                        PAGE,
                        "Log.entryAdded",
                        "{\"entry\":{\"level\":\"error\",\"text\":\"404\",\"url\":\"%s\"}}".formatted(url));

        assertThat(nothing(conversation))
                .isEqualTo("No request failed but the browser's own for an icon, no exception went uncaught.");
    }
}
