package io.github.withcdp.recording;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.protocol.SessionId;
import java.time.Duration;
import java.util.OptionalInt;
import org.apiguardian.api.API;
import tools.jackson.databind.JsonNode;

/**
 * One message as it went over the wire, with when, which way and in which session. Immutable.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface RecordedMessage {

    /** Return the place of the message in the conversation with its browser: 0, 1, 2, … without a gap. */
    long sequence();

    /** Return the time since the recording of this browser began, from a monotonic clock. */
    Duration elapsed();

    /** Return which way it went. */
    Direction direction();

    /** Return the session it belongs to; an answer has that of its command, even where Chrome leaves it out. */
    SessionId session();

    /** Return the method of a command or event; of an answer that of its command; empty if Chrome sent no readable message. */
    String method();

    /** Return the id that joins a command and its answer; empty for an event. */
    OptionalInt id();

    /** Return whether this is an event: received, and no answer. */
    default boolean isEvent() {
        return direction() == Direction.RECEIVED && id().isEmpty() && !method().isEmpty();
    }

    /** Return whether this is a command. */
    default boolean isCommand() {
        return direction() == Direction.SENT;
    }

    /** Return whether this answers a command. */
    default boolean isAnswer() {
        return direction() == Direction.RECEIVED && id().isPresent();
    }

    /**
     * Return the raw text, exactly as it was sent or received.
     * It is read from memory or disk when asked for, and empty if it is no longer there, of which the recording tells the reason.
     */
    String json();

    /** Return the text as a tree, parsed at each call; a missing node if it is not JSON. */
    JsonNode tree();
}
