package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.recording.CapturedEvents;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import net.javacrumbs.jsonunit.assertj.JsonAssert.ConfigurableJsonAssert;
import org.apiguardian.api.API;
import org.assertj.core.api.InstanceOfAssertFactory;
import tools.jackson.databind.JsonNode;

/**
 * What leads from AssertJ's own assertions to those about a browser: {@code assertThat(list).first(EVENT).hasDomain("Page")}.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface CDPAssertFactories {

    /** To assertions about a session. */
    InstanceOfAssertFactory<CDPSession, CDPSessionAssert> SESSION =
            new InstanceOfAssertFactory<>(CDPSession.class, CDPSessionAssert::new);

    /** To assertions about a recording. */
    InstanceOfAssertFactory<Recording, RecordingAssert> RECORDING =
            new InstanceOfAssertFactory<>(Recording.class, RecordingAssert::new);

    /** To assertions about events. */
    InstanceOfAssertFactory<CapturedEvents, CapturedEventsAssert> CAPTURED_EVENTS =
            new InstanceOfAssertFactory<>(CapturedEvents.class, CapturedEventsAssert::new);

    /** To assertions about an event. */
    InstanceOfAssertFactory<CDPEvent, CDPEventAssert> EVENT =
            new InstanceOfAssertFactory<>(CDPEvent.class, CDPEventAssert::new);

    /** To assertions about a message. */
    InstanceOfAssertFactory<RecordedMessage, RecordedMessageAssert> MESSAGE =
            new InstanceOfAssertFactory<>(RecordedMessage.class, RecordedMessageAssert::new);

    /** To assertions about a request and what came of it. */
    InstanceOfAssertFactory<Exchange, ExchangeAssert> EXCHANGE =
            new InstanceOfAssertFactory<>(Exchange.class, ExchangeAssert::new);

    /** To assertions about a console message. */
    InstanceOfAssertFactory<ConsoleMessage, ConsoleMessageAssert> CONSOLE_MESSAGE =
            new InstanceOfAssertFactory<>(ConsoleMessage.class, ConsoleMessageAssert::new);

    /** To assertions about a frame of a WebSocket, or a message of an EventSource. */
    InstanceOfAssertFactory<StreamFrame, StreamFrameAssert> STREAM_FRAME =
            new InstanceOfAssertFactory<>(StreamFrame.class, StreamFrameAssert::new);

    /** To assertions about a cookie. */
    InstanceOfAssertFactory<Cookie, CookieAssert> COOKIE =
            new InstanceOfAssertFactory<>(Cookie.class, CookieAssert::new);

    /** To JsonUnit's assertions about JSON. */
    InstanceOfAssertFactory<JsonNode, ConfigurableJsonAssert> JSON =
            new InstanceOfAssertFactory<>(JsonNode.class, CDPAssertions::assertThat);
}
