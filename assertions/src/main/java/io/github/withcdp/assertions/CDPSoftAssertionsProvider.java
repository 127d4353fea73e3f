package io.github.withcdp.assertions;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.recording.CapturedEvents;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import org.assertj.core.api.SoftAssertionsProvider;
import org.jspecify.annotations.Nullable;

/** Soft assertions about a browser, to be mixed into soft assertions of one's own. {@link CDPSoftAssertions} has them ready. */
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
}
