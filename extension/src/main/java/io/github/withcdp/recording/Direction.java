package io.github.withcdp.recording;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import org.apiguardian.api.API;

/**
 * Which way a message went.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public enum Direction {
    /** From us to Chrome: a command. */
    SENT,
    /** From Chrome to us: an answer or an event. */
    RECEIVED
}
