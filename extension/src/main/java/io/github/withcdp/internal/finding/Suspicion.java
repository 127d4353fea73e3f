package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.transcript.MessageLine;
import io.github.withcdp.protocol.SessionId;
import java.time.Duration;
import java.util.Locale;

/**
 * Something in a recording that may explain a failure.
 *
 * @param kind what sort of thing
 * @param at when it (first) happened, since the test began
 * @param session where
 * @param sentence what, on one line and safe to print
 * @param times how often the very same was said
 * @param sequence the {@link io.github.withcdp.recording.RecordedMessage#sequence()} of the (first) message that it is about, of a
 *     request the one that began it; -1 if unknown
 */
public record Suspicion(Kind kind, Duration at, SessionId session, String sentence, long times, long sequence) {

    /** The sorts of suspicious things, the most telling first. */
    public enum Kind {
        /** A page crashed. */
        CRASH,
        /** A page went away although nobody asked it to. */
        DETACHED,
        /** JavaScript threw and nobody caught. */
        EXCEPTION,
        /** A dialog was dismissed because no handler was there, or nobody answered it. */
        DIALOG,
        /** A request was paused by {@code Fetch}, and nobody let it go on. */
        PAUSED,
        /** Chrome never answered a command. */
        UNANSWERED,
        /** Chrome refused a command. */
        COMMAND_FAILED,
        /** A cookie was refused, or held back from a request: often why a later response is not the one that was expected. */
        COOKIE,
        /** A request got no response. */
        REQUEST_FAILED,
        /** A response had a status of 400 or above. */
        BAD_STATUS,
        /** The page called {@code console.error}. */
        CONSOLE_ERROR,
        /** The browser logged an error. */
        LOG_ERROR,
        /** A request took far longer than the others, and the test waited for it when it failed; it never stands alone. */
        SLOW
    }

    /** Return it with time and session: {@code 0.031 s @9F86D081 Page.navigate failed: … (3 times)}. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "%.3f s %s %s%s",
                MessageLine.seconds(at),
                MessageLine.session(session),
                sentence,
                timesSuffix());
    }

    public String timesSuffix() {
        return times == 1 ? "" : String.format(Locale.ROOT, " (%,d times)", times);
    }
}
