package io.github.withcdp.internal.report;

import io.github.withcdp.protocol.SessionId;

/**
 * A session of the test and what it talked to.
 *
 * @param targetId Chrome's {@code targetId}
 * @param type {@code page}, {@code iframe}, {@code worker}, …
 * @param url the URL as last reported, may be empty
 */
public record SessionTarget(SessionId session, String targetId, String type, String url) {}
