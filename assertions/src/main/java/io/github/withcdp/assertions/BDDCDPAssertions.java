package io.github.withcdp.assertions;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.recording.CapturedEvents;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import org.assertj.core.api.BDDAssertions;
import org.jspecify.annotations.Nullable;

/**
 * The assertions of {@link CDPAssertions} for those who write {@code then}, and all of AssertJ's {@code BDDAssertions} beside them.
 * The conditions are imported from {@link EventConditions}.
 *
 * <pre>{@code
 * then(page).receives("Network.responseReceived", param("/response/status", 404));
 * }</pre>
 */
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
}
