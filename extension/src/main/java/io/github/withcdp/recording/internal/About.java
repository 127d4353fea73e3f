package io.github.withcdp.recording.internal;

import java.time.Instant;

/**
 * What a recording knows about the conversation as a whole.
 *
 * @param browser the version of the browser, empty while it is not known
 * @param started when the recording began
 */
public record About(String browser, Instant started) {}
