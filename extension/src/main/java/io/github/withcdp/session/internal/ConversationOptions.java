package io.github.withcdp.session.internal;

import java.time.Duration;
import java.util.List;

/**
 * How a conversation is held.
 *
 * @param timeout for one command or wait that has none of its own
 * @param domains what is enabled on every session before its page runs
 * @param autoAttach whether children get sessions by themselves
 * @param ownsBrowser whether the browser is ours: then everything in it is on record, and it needs no tidying up
 * @param downloads what becomes of downloads
 * @param pausing what a pause needs
 */
public record ConversationOptions(
        Duration timeout,
        List<String> domains,
        boolean autoAttach,
        boolean ownsBrowser,
        Downloads downloads,
        Pausing pausing) {}
