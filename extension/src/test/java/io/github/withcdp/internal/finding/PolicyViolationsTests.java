package io.github.withcdp.internal.finding;

import static io.github.withcdp.internal.finding.FindingLines.lines;
import static io.github.withcdp.internal.report.Conversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.report.Conversation;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class PolicyViolationsTests {

    private static Conversation logged(Conversation conversation, String text) {
        return conversation.event(
                3,
                PAGE,
                "Log.entryAdded",
                "{\"entry\":{\"source\":\"security\",\"level\":\"error\",\"url\":\"http://shop.test/cart\",\"lineNumber\":6,\"text\":\"%s\"}}"
                        .formatted(text.replace("\"", "\\\"")));
    }

    private static Conversation blocked(Conversation conversation, String url) {
        return conversation
                .event(
                        4,
                        PAGE,
                        "Network.requestWillBeSent",
                        "{\"requestId\":\"1\",\"type\":\"Script\",\"documentURL\":\"http://shop.test/cart\",\"request\":{\"method\":\"GET\",\"url\":\"%s\"}}"
                                .formatted(url))
                .event(
                        5,
                        PAGE,
                        "Network.loadingFailed",
                        "{\"requestId\":\"1\",\"errorText\":\"\",\"blockedReason\":\"csp\"}");
    }

    @Test
    void tells_the_directive_with_the_request_that_it_forbade() {
        var log = logged(
                new Conversation(),
                "Loading the script 'http://cdn.test/x.js' violates the following Content Security Policy directive: \"script-src 'self'\". The action has been blocked.");

        assertThat(lines(blocked(log, "http://cdn.test/x.js")))
                .containsExactly(
                        "0.005 s @9F86D081 GET http://cdn.test/x.js was blocked by the Content-Security-Policy of the page: script-src 'self' (csp) (messages 1, 2)");
    }

    @Test
    void tells_what_of_no_request_was_forbidden_as_the_browser_logs_it_before_what_else_it_logs() {
        var log = logged(new Conversation(), "something else");
        logged(
                log,
                "Executing inline script violates the following Content Security Policy directive 'script-src 'self''. The action has been blocked.");

        assertThat(lines(log))
                .containsExactly(
                        "0.003 s @9F86D081 Blocked: Executing inline script violates the following Content Security Policy directive 'script-src 'self''. The action has been blocked. (http://shop.test/cart:7) (message 1)",
                        "0.003 s @9F86D081 The browser logged: something else (http://shop.test/cart) (message 0)");
    }

    @Test
    void tells_what_must_not_be_fetched_once() {
        var log = logged(
                new Conversation(),
                "Connecting to 'http://api.test/y' violates the following Content Security Policy directive: \"connect-src 'self'\". The action has been blocked.");
        logged(
                log,
                "Fetch API cannot load http://api.test/y. Refused to connect because it violates the document's Content Security Policy.");

        assertThat(lines(log)).singleElement().asString().contains("Blocked: Connecting to 'http://api.test/y'");
    }

    @Test
    void tells_that_something_must_not_be_fetched_although_the_log_has_no_directive() {
        assertThat(
                        lines(
                                logged(
                                        new Conversation(),
                                        "Fetch API cannot load http://api.test/y. Refused to connect because it violates the document's Content Security Policy.")))
                .hasSize(1);
    }

    @Test
    void what_is_only_reported_is_not_told() {
        assertThat(
                        lines(
                                logged(
                                        new Conversation(),
                                        "Executing inline script violates the following Content Security Policy directive 'script-src 'self''. The policy is report-only, so the violation has been logged but no further action has been taken.")))
                .isEmpty();
    }

    @Test
    void a_style_is_no_more_than_what_else_is_logged() {
        var log = logged(
                new Conversation(),
                "Applying inline style violates the following Content Security Policy directive 'style-src 'self''. The action has been blocked.");

        assertThat(SuspiciousMessages.in(log.messages(), Duration.ZERO).top())
                .extracting(Suspicion::kind)
                .containsExactly(Suspicion.Kind.LOG_ERROR);
    }
}
