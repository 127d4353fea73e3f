package io.github.withcdp.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.text.Durations;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.node.MissingNode;

/** The words that all packages share. */
class ProtocolTests {

    @Test
    void an_event_finds_params_by_pointer() {
        var event = CDPEvent.of(
                SessionId.BROWSER,
                "Network.responseReceived",
                Json.read("{\"response\":{\"status\":404,\"a/b\":[7]}}"));

        assertThat(event.domain()).isEqualTo("Network");
        assertThat(event.param("/response/status").asInt()).isEqualTo(404);
        assertThat(event.param("/response/a~1b/0").asInt()).isEqualTo(7);
        assertThat(event.param("/response/nothing/here").isMissingNode()).isTrue();
        assertThat(event.param("")).isEqualTo(event.params());
        assertThat(event).hasToString("Network.responseReceived {\"response\":{\"status\":404,\"a/b\":[7]}}");
    }

    @Test
    void an_event_says_how_a_pointer_is_written() {
        var event = CDPEvent.of(SessionId.BROWSER, "A.b", Json.object());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> event.param("$.response.status"))
                .withMessage(
                        "A JSON pointer starts with a slash: write \"/response/status\" instead of \"$.response.status\" (A.b)");
    }

    @Test
    void an_event_reads_its_params_once_and_only_when_asked() {
        var reads = new AtomicInteger();
        var event = CDPEvent.lazy(SessionId.BROWSER, "A.b", () -> {
            reads.incrementAndGet();
            return MissingNode.getInstance();
        });
        assertThat(event.method()).isEqualTo("A.b");
        assertThat(reads).hasValue(0);

        assertThat(event.params()).isEqualTo(Json.object()).isSameAs(event.params());

        assertThat(reads).hasValue(1);
    }

    @Test
    void events_are_equal_if_they_say_the_same() {
        var event = CDPEvent.of(SessionId.BROWSER, "A.b", Json.read("{\"a\":1}"));

        assertThat(event)
                .isEqualTo(CDPEvent.lazy(SessionId.BROWSER, "A.b", () -> Json.read("{ \"a\" : 1 }")))
                .hasSameHashCodeAs(CDPEvent.of(SessionId.BROWSER, "A.b", Json.read("{\"a\":1}")))
                .isNotEqualTo(CDPEvent.of(new SessionId("S"), "A.b", Json.read("{\"a\":1}")))
                .isNotEqualTo(CDPEvent.of(SessionId.BROWSER, "A.c", Json.read("{\"a\":1}")))
                .isNotEqualTo(CDPEvent.of(SessionId.BROWSER, "A.b", Json.read("{\"a\":2}")))
                .isNotEqualTo("A.b");
    }

    @ParameterizedTest
    @CsvSource({
        "PT0S,0 ms",
        "PT0.3S,300 ms",
        "PT0.9999S,999 ms",
        "PT1S,1 s",
        "PT2.5S,2.5 s",
        "PT10S,10 s",
        "PT1H,3600 s"
    })
    void durations_read_well(Duration duration, String text) {
        assertThat(Durations.format(duration)).isEqualTo(text);
    }

    @Test
    void session_ids_are_shortened_for_people() {
        assertThat(SessionId.BROWSER.shortened()).isEqualTo("browser");
        assertThat(SessionId.BROWSER).hasToString("browser");
        assertThat(new SessionId("0123456789").shortened()).isEqualTo("01234567");
        assertThat(new SessionId("s1").shortened()).isEqualTo("s1");
        assertThat(new SessionId("0123456789")).hasToString("0123456789");
    }

    @Test
    void a_refusal_keeps_the_words_of_Chrome() {
        var failure = new CommandFailedException("Page.navigate", -32602, "Invalid parameters", "no url");

        assertThat(failure).hasMessage("Protocol error (Page.navigate): Invalid parameters: no url [code -32602]");
        assertThat(failure.code()).isEqualTo(-32602);
        assertThat(failure.errorMessage()).isEqualTo("Invalid parameters");
        assertThat(failure.data()).isEqualTo("no url");
        assertThat(failure.method()).isEqualTo("Page.navigate");
        assertThat(new CommandFailedException("Page.navigate", 0, "net::ERR_ABORTED", ""))
                .hasMessage("Protocol error (Page.navigate): net::ERR_ABORTED");
    }

    @Test
    void a_timeout_lists_its_hints() {
        var failure = new CommandTimeoutException("A.b", Duration.ofSeconds(2), List.of("one", "two\nlines"));

        assertThat(failure).hasMessage("Protocol error (A.b): no answer within 2 s\n  - one\n  - two\n    lines");
        assertThat(failure.method()).isEqualTo("A.b");
        assertThat(failure.timeout()).isEqualTo(Duration.ofSeconds(2));
        assertThat(failure.hints()).containsExactly("one", "two\nlines");
    }

    @Test
    void a_detached_session_says_why() {
        assertThat(new SessionDetachedException("A.b", DetachReason.BROWSER_GONE, "exit status 1"))
                .hasMessage("Protocol error (A.b): the browser is gone: exit status 1")
                .returns("A.b", SessionDetachedException::subject)
                .returns(DetachReason.BROWSER_GONE, SessionDetachedException::reason)
                .returns("exit status 1", SessionDetachedException::detail);
        assertThat(new SessionDetachedException("A.b", DetachReason.DETACHED, ""))
                .hasMessage("Protocol error (A.b): the session was detached");
    }

    @Test
    void a_redacted_exception_prints_like_the_original() {
        var failure = new RedactedException("java.sql.SQLException", "no such user");

        assertThat(failure).hasMessage("no such user").hasToString("java.sql.SQLException: no such user");
        assertThat(failure.originalType()).isEqualTo("java.sql.SQLException");
        assertThat(new RedactedException("java.sql.SQLException", null))
                .hasMessage(null)
                .hasToString("java.sql.SQLException");
    }

    @Test
    void a_redacted_error_prints_like_the_original() {
        var failure = new RedactedError("org.junit.ComparisonFailure", "not the same", "a", "b");

        assertThat(failure).hasMessage("not the same").hasToString("org.junit.ComparisonFailure: not the same");
        assertThat(failure.originalType()).isEqualTo("org.junit.ComparisonFailure");
        assertThat(failure.getExpected().getValue()).isEqualTo("a");
        assertThat(failure.getActual().getValue()).isEqualTo("b");
        assertThat(new RedactedError("java.lang.AssertionError", null))
                .hasToString("java.lang.AssertionError")
                .returns(false, RedactedError::isExpectedDefined);
    }
}
