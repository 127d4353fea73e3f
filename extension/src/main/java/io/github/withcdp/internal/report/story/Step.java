package io.github.withcdp.internal.report.story;

import io.github.withcdp.protocol.SessionId;
import java.time.Duration;

/** Something that happened, of which nothing is read before somebody asks. */
interface Step {

    /** Return when it happened, in the time of the recording. */
    Duration at();

    /** Return the session in which it happened. */
    SessionId session();

    /** Return what equals that of another step if both may be told in one line. */
    Object likeness();

    /** Return the step in words. */
    StoryStep told();

    /** Return the step in words, with those that were like it, of which one was the last. */
    default StoryStep told(Step last) {
        return told();
    }
}
