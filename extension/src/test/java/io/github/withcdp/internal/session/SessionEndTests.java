package io.github.withcdp.internal.session;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.protocol.DetachReason;
import org.junit.jupiter.api.Test;

class SessionEndTests {

    private static final Answer.Gone CLOSED = new Answer.Gone(DetachReason.TARGET_CLOSED, "");
    private static final Answer.Gone CRASHED = new Answer.Gone(DetachReason.TARGET_CRASHED, "");

    private final SessionEnd end = new SessionEnd();

    @Test
    void only_the_first_end_counts() {
        assertThat(end.set(CLOSED)).isTrue();
        assertThat(end.set(new Answer.Gone(DetachReason.BROWSER_GONE, ""))).isFalse();

        assertThat(end.get()).isEqualTo(CLOSED);
        assertThat(end.reason()).contains(DetachReason.TARGET_CLOSED);
        assertThat(end.refusing("Page.navigate")).isEqualTo(CLOSED);
    }

    @Test
    void a_crash_is_no_end_and_refuses_all_but_what_brings_the_page_back() {
        end.crashed(CRASHED);

        assertThat(end.get()).isNull();
        assertThat(end.sentence()).isEmpty();
        assertThat(end.orCrash()).isEqualTo(CRASHED);
        assertThat(end.refusing("Runtime.evaluate")).isEqualTo(CRASHED);
        assertThat(end.refusing("Page.navigate")).isNull();
        assertThat(end.refusing("Page.reload")).isNull();

        end.revived();

        assertThat(end.refusing("Runtime.evaluate")).isNull();
    }

    @Test
    void a_close_that_was_asked_for_says_by_what() {
        end.closeRequested("by Page.close");

        assertThat(end.because(DetachReason.TARGET_CLOSED, ""))
                .isEqualTo(new Answer.Gone(DetachReason.TARGET_CLOSED, "by Page.close"));
        assertThat(end.because(DetachReason.TARGET_CRASHED, "x"))
                .isEqualTo(new Answer.Gone(DetachReason.TARGET_CRASHED, "x"));
    }

    @Test
    void a_detach_that_was_asked_for_is_the_reason_whatever_chrome_tells_and_the_first_one_is_named() {
        end.detachRequested("by CDPSession.detach()");
        end.detachRequested("by Target.detachFromTarget");

        assertThat(end.because(DetachReason.TARGET_CLOSED, ""))
                .isEqualTo(new Answer.Gone(DetachReason.DETACHED, "by CDPSession.detach()"));
    }
}
