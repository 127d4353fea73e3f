package io.github.withcdp.internal.report.story;

import io.github.withcdp.protocol.SessionId;
import java.time.Duration;

/**
 * A step of a story. Its texts are as their authors wrote them, cut where they are long, so whoever shows them escapes them.
 *
 * @param at when, in the time of the recording
 * @param who did it
 * @param session where
 * @param name the method of a command; empty if it is none
 * @param what was asked, came or was said: {@code GET http://shop.test/}
 * @param outcome what came of it, {@code 200 OK (from disk cache)}; may be empty
 * @param bad whether it went wrong
 * @param sequence of the message that began it
 */
public record StoryStep(
        Duration at,
        Actor who,
        SessionId session,
        String name,
        String what,
        String outcome,
        boolean bad,
        long sequence) {

    private static final int LONGEST = 300;

    /** Who did it. */
    public enum Actor {
        TEST("Test"),
        /** Whoever watched in the monitor. */
        BY_HAND("By hand"),
        WITHCDP("WithCDP"),
        PAGE("Page"),
        NETWORK("Network"),
        CONSOLE("Console");

        private final String title;

        Actor(String title) {
            this.title = title;
        }

        public String title() {
            return title;
        }
    }

    /** Cut the texts. */
    public StoryStep {
        name = head(name);
        what = head(what);
        outcome = head(outcome);
    }

    private static String head(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    /** Return all of it but when, where and who. */
    public String sentence() {
        return String.join(" ", name, what, outcome).strip().replaceAll(" {2,}", " ");
    }
}
