package io.github.withcdp.internal.report.story;

import java.time.Duration;

/**
 * A step of a story, and those that were like it.
 *
 * @param step the first of them
 * @param until when the last of them was, in the time of the recording
 * @param times how many there were
 */
public record StoryLine(StoryStep step, Duration until, long times) {}
