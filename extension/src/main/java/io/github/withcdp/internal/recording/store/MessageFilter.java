package io.github.withcdp.internal.recording.store;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;

/** Which messages of a conversation belong to one test or session. Asked each time a recording is read. */
public interface MessageFilter {

    /** The whole conversation. */
    MessageFilter ALL = session -> true;

    /** Return whether messages of this session may belong to it; decides without a look at the message. */
    boolean includes(SessionId session);

    /** Return the sequence before which no message belongs to it. */
    default long from() {
        return 0;
    }

    /** Return the sequence before which no message of the browser session belongs to it that anybody would miss: nobody had begun to use it. */
    default long browserFrom() {
        return from();
    }

    /** Return whether this message of the browser session belongs to it; only asked if the browser session may. */
    default boolean includesBrowserMessage(RecordedMessage message) {
        return true;
    }
}
