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
import net.javacrumbs.jsonunit.assertj.JsonAssert.ConfigurableJsonAssert;
import org.apiguardian.api.API;
import org.assertj.core.api.BDDAssertions;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The assertions of {@link CDPAssertions} for those who write {@code then}, and all of AssertJ's {@code BDDAssertions} beside them.
 * The conditions are imported from {@link EventConditions}, {@link RequestConditions}, {@link ConsoleConditions} and {@link FrameConditions}.
 *
 * <pre>{@code
 * then(page).receives("Network.responseReceived", param("/response/status", 404));
 * }</pre>
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class BDDCDPAssertions extends BDDAssertions {

    /** Not to be called: all methods are static. For subclasses that add more of them. */
    protected BDDCDPAssertions() {}

    /** Begin assertions about a session. */
    public static CDPSessionAssert then(@Nullable CDPSession actual) {
        return CDPAssertions.assertThat(actual);
    }

    /** Begin assertions about a recording. */
    public static RecordingAssert then(@Nullable Recording actual) {
        return CDPAssertions.assertThat(actual);
    }

    /** Begin assertions about events. */
    public static CapturedEventsAssert then(@Nullable CapturedEvents actual) {
        return CDPAssertions.assertThat(actual);
    }

    /** Begin assertions about an event. */
    public static CDPEventAssert then(@Nullable CDPEvent actual) {
        return CDPAssertions.assertThat(actual);
    }

    /** Begin assertions about a message. */
    public static RecordedMessageAssert then(@Nullable RecordedMessage actual) {
        return CDPAssertions.assertThat(actual);
    }

    /** Begin assertions about a request and what came of it. */
    public static ExchangeAssert then(@Nullable Exchange actual) {
        return CDPAssertions.assertThat(actual);
    }

    /** Begin assertions about a console message. */
    public static ConsoleMessageAssert then(@Nullable ConsoleMessage actual) {
        return CDPAssertions.assertThat(actual);
    }

    /** Begin assertions about a frame of a WebSocket, or a message of an EventSource. */
    public static StreamFrameAssert then(@Nullable StreamFrame actual) {
        return CDPAssertions.assertThat(actual);
    }

    /** Begin assertions about a cookie. */
    public static CookieAssert then(@Nullable Cookie actual) {
        return CDPAssertions.assertThat(actual);
    }

    /** Begin assertions about requests and what came of them. */
    public static ExchangesAssert thenExchanges(@Nullable List<? extends Exchange> actual) {
        return CDPAssertions.assertThatExchanges(actual);
    }

    /** Begin assertions about console messages. */
    public static ConsoleMessagesAssert thenConsoleMessages(@Nullable List<? extends ConsoleMessage> actual) {
        return CDPAssertions.assertThatConsoleMessages(actual);
    }

    /** Begin JsonUnit's assertions about JSON, such as the value of an expression. */
    public static ConfigurableJsonAssert then(@Nullable JsonNode actual) {
        return CDPAssertions.assertThat(actual);
    }
}
