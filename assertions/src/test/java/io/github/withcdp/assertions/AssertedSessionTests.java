package io.github.withcdp.assertions;

import static io.github.withcdp.assertions.CDPAssertions.assertThat;
import static io.github.withcdp.assertions.CDPAssertions.assertThatThrownBy;

import io.github.withcdp.assertions.internal.wait.AssertionTimeout;
import io.github.withcdp.internal.spi.AssertedSession.HandlerWatch;
import io.github.withcdp.protocol.HandlerFailedException;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What assertions take from a session besides what tests see of it. */
@Timeout(60)
class AssertedSessionTests {

    private static final HandlerWatch FAILED = new HandlerWatch() {

        @Override
        public void check(String subject) {
            throw new HandlerFailedException(subject, "Fetch.requestPaused", new IllegalStateException("broken"));
        }

        @Override
        public void close() {
            closed++;
        }
    };

    private static int closed;

    private static CDPSession session(Duration limit) {
        return ProxySession.of(
                ScriptedSession.page(),
                Map.of("assertionTimeout", arguments -> limit, "watchHandlers", arguments -> FAILED));
    }

    @Test
    void the_limit_of_its_class_is_that_of_its_assertions() {
        assertThat(AssertionTimeout.of(session(Duration.ofSeconds(7)))).hasSeconds(7);
        assertThat(AssertionTimeout.of(ScriptedSession.page())).hasSeconds(5);
    }

    @Test
    void a_wait_is_given_up_when_a_handler_has_failed() {
        assertThatThrownBy(() -> assertThat(session(Duration.ofHours(1))).receives("A.event"))
                .isInstanceOf(HandlerFailedException.class)
                .hasMessage(
                        "Protocol error (waiting for an assertion): given up, because a handler of Fetch.requestPaused has failed: java.lang.IllegalStateException: broken");
        assertThat(closed).isEqualTo(1);
    }
}
