package io.github.withcdp.assertions.internal.wait;

import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.protocol.DetachReason;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How a wait ended.
 *
 * @param kind in which way
 * @param words for "within 5 s, but …": {@code it did not}, {@code its target was closed}
 */
public record WaitOutcome(Kind kind, String words) {

    private static final int LINES = 12;

    public enum Kind {
        /** What was waited for is there. */
        REACHED,
        /** The time is up. */
        TIME_IS_UP,
        /** The session has ended as sessions do, and nothing will come any more. */
        ENDED,
        /** The session was lost, and with it what it would still have said. */
        LOST
    }

    public static final WaitOutcome REACHED = new WaitOutcome(Kind.REACHED, "it did");
    public static final WaitOutcome TIME_IS_UP = new WaitOutcome(Kind.TIME_IS_UP, "it did not");

    public static WaitOutcome lost(String words) {
        return new WaitOutcome(Kind.LOST, words);
    }

    /**
     * Return how a wait ends when a page has crashed.
     *
     * @param whose which one it was, for the beginning of a sentence; empty if it is the one that was waited for
     */
    static WaitOutcome crashed(String whose) {
        return lost(whose + DetachReason.TARGET_CRASHED.sentence() + " (Page.navigate or Page.reload brings it back)");
    }

    public boolean is(Kind other) {
        return kind == other;
    }

    /** Return whether nothing more can come. */
    public boolean isEnd() {
        return kind == Kind.ENDED || kind == Kind.LOST;
    }

    /** Return the words up to the first line break, without the full stop that the sentence around them has. */
    public String clause() {
        var first = words.lines().findFirst().orElse("");
        return first.endsWith(".") ? first.substring(0, first.length() - 1) : first;
    }

    /** Return what is said after "it came twice": why nothing more can come; nothing if more could have. */
    public String andClause() {
        return isEnd() ? ", and " + clause() : "";
    }

    /** Return the words after the first line break: how the browser took its leave. */
    public List<String> details() {
        return ShownText.lines(words.lines().skip(1).collect(Collectors.joining("\n")), LINES, ShownText.VALUE);
    }
}
