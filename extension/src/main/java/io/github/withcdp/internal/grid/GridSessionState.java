package io.github.withcdp.internal.grid;

/**
 * What has become of a session.
 *
 * @param over whether the Grid says that it has ended, or that its node is out of reach
 * @param words a clause to be read by people: "the Grid says: …"
 */
public record GridSessionState(boolean over, String words) {}
