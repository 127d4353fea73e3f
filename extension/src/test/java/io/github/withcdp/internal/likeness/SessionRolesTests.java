package io.github.withcdp.internal.likeness;

import static io.github.withcdp.internal.recording.TestConversation.PAGE;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.recording.TestConversation;
import io.github.withcdp.protocol.SessionId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SessionRolesTests {

    private final TestConversation conversation = TestConversation.inMemory();

    @AfterEach
    void close() {
        conversation.close();
    }

    private void attached(SessionId by, String session, String type, String url, String more) {
        conversation.event(by, "Target.attachedToTarget", """
                {"sessionId":"%s","targetInfo":{"targetId":"T%1$s","type":"%s","url":"%s"%s}}""".formatted(session, type, url, more));
    }

    private String role(String session) {
        return SessionRoles.of(conversation.recording().messages())
                .of(new SessionId(session))
                .toString();
    }

    @Test
    void says_what_a_target_is_and_where_it_was_first() {
        attached(SessionId.BROWSER, PAGE.value(), "page", "about:blank", "");
        conversation.event(
                PAGE, "Page.frameNavigated", "{\"frame\":{\"id\":\"1\",\"url\":\"http://localhost:4/cart?a#b\"}}");
        conversation.event(
                PAGE, "Page.frameNavigated", "{\"frame\":{\"id\":\"1\",\"url\":\"http://localhost:4/paid\"}}");
        attached(PAGE, "W1", "worker", "http://localhost:4/sum.js", "");
        attached(PAGE, "W2", "worker", "http://localhost:4/sum.js?_=2", "");
        attached(SessionId.BROWSER, "P", "page", "", ",\"openerId\":\"T\"");
        conversation.event(
                SessionId.BROWSER,
                "Target.targetInfoChanged",
                "{\"targetInfo\":{\"targetId\":\"TP\",\"url\":\"http://localhost:4/help\"}}");

        assertThat(role(PAGE.value())).isEqualTo("page /cart");
        assertThat(role("W1")).isEqualTo("worker /sum.js");
        assertThat(role("W2")).isEqualTo("worker /sum.js (2)");
        assertThat(role("P")).isEqualTo("popup /help");
        assertThat(role("")).isEqualTo("browser");
        assertThat(role("X")).isEqualTo("session X");
    }

    @Test
    void says_where_a_page_wanted_to_go_that_could_not() {
        attached(SessionId.BROWSER, PAGE.value(), "page", "about:blank", "");
        conversation.event(
                PAGE,
                "Page.frameNavigated",
                "{\"frame\":{\"id\":\"1\",\"url\":\"chrome-error://chromewebdata/\",\"unreachableUrl\":\"http://localhost:4/cart\"}}");

        assertThat(role(PAGE.value())).isEqualTo("page /cart");
    }

    @Test
    void takes_a_session_whose_begin_is_not_on_record_for_a_page() {
        conversation.sent(PAGE, "Page.enable", 1);

        assertThat(role(PAGE.value())).isEqualTo("page");
    }

    @Test
    void survives_broken_messages() {
        conversation.event(SessionId.BROWSER, "Target.attachedToTarget", "[]");
        conversation.event(SessionId.BROWSER, "Target.targetInfoChanged", "1");

        assertThat(role("X")).isEqualTo("session X");
    }
}
