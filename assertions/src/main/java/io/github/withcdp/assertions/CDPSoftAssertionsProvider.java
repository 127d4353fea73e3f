package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.recording.CapturedEvents;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.api.SoftAssertionsProvider;
import org.jspecify.annotations.Nullable;

/**
 * Soft assertions about a browser, to be mixed into soft assertions of one's own. {@link CDPSoftAssertions} has them ready.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface CDPSoftAssertionsProvider extends SoftAssertionsProvider {

    /** Begin assertions about a session. */
    default CDPSessionAssert assertThat(@Nullable CDPSession actual) {
        return proxy(CDPSessionAssert.class, CDPSession.class, actual);
    }

    /** Begin assertions about a recording. */
    default RecordingAssert assertThat(@Nullable Recording actual) {
        return proxy(RecordingAssert.class, Recording.class, actual);
    }

    /** Begin assertions about events. */
    default CapturedEventsAssert assertThat(@Nullable CapturedEvents actual) {
        return proxy(CapturedEventsAssert.class, CapturedEvents.class, actual);
    }

    /** Begin assertions about an event. */
    default CDPEventAssert assertThat(@Nullable CDPEvent actual) {
        return proxy(CDPEventAssert.class, CDPEvent.class, actual);
    }

    /** Begin assertions about a message. */
    default RecordedMessageAssert assertThat(@Nullable RecordedMessage actual) {
        return proxy(RecordedMessageAssert.class, RecordedMessage.class, actual);
    }

    /** Begin assertions about a request and what came of it. */
    default ExchangeAssert assertThat(@Nullable Exchange actual) {
        return proxy(ExchangeAssert.class, Exchange.class, actual);
    }

    /** Begin assertions about a console message. */
    default ConsoleMessageAssert assertThat(@Nullable ConsoleMessage actual) {
        return proxy(ConsoleMessageAssert.class, ConsoleMessage.class, actual);
    }

    /** Begin assertions about a frame of a WebSocket, or a message of an EventSource. */
    default StreamFrameAssert assertThat(@Nullable StreamFrame actual) {
        return proxy(StreamFrameAssert.class, StreamFrame.class, actual);
    }

    /** Begin assertions about a cookie. */
    default CookieAssert assertThat(@Nullable Cookie actual) {
        return proxy(CookieAssert.class, Cookie.class, actual);
    }

    /** Begin assertions about requests and what came of them. */
    @SuppressWarnings("unchecked") // the class of a list does not tell what is in it
    default ExchangesAssert assertThatExchanges(@Nullable List<? extends Exchange> actual) {
        return proxy(ExchangesAssert.class, (Class<List<? extends Exchange>>) (Class<?>) List.class, actual);
    }

    /** Begin assertions about console messages. */
    @SuppressWarnings("unchecked") // the class of a list does not tell what is in it
    default ConsoleMessagesAssert assertThatConsoleMessages(@Nullable List<? extends ConsoleMessage> actual) {
        return proxy(
                ConsoleMessagesAssert.class, (Class<List<? extends ConsoleMessage>>) (Class<?>) List.class, actual);
    }
}
