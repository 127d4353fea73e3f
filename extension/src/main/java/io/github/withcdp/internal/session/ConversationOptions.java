package io.github.withcdp.internal.session;

import io.github.withcdp.internal.schema.Strictness;
import java.time.Duration;
import java.util.List;

/**
 * How a conversation is held.
 *
 * @param timeout for one command or wait that has none of its own
 * @param assertionTimeout for an assertion about a session that has none of its own
 * @param domains what is enabled on every session before its page runs
 * @param autoAttach whether children get sessions by themselves
 * @param ownsBrowser whether the browser is ours: then everything in it is on record, and it needs no tidying up
 * @param downloads what becomes of downloads
 * @param pausing what a pause needs
 * @param film whether pages are filmed
 * @param strictness how strictly what is said is compared with the protocol
 */
public record ConversationOptions(
        Duration timeout,
        Duration assertionTimeout,
        List<String> domains,
        boolean autoAttach,
        boolean ownsBrowser,
        Downloads downloads,
        Pausing pausing,
        boolean film,
        Strictness strictness) {

    /** What making a page may take at least, however impatient a test is: a busy machine needs its time for it. */
    private static final Duration SHORTEST_SETUP = Duration.ofSeconds(10);

    /** Return the limit for what we say to a browser to have a page there, and to take it away again. */
    Duration setupLimit() {
        return timeout.compareTo(SHORTEST_SETUP) < 0 ? SHORTEST_SETUP : timeout;
    }
}
