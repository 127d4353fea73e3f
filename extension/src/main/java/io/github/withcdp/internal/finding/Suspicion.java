package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.transcript.MessageLine;
import io.github.withcdp.protocol.SessionId;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Something in a recording that may explain a failure.
 *
 * @param kind what sort of thing
 * @param at when it (first) happened, since the test began
 * @param session where
 * @param sentence what, and in which page, worker or popup if there are several; on one line and safe to print
 * @param times how often the very same was said
 * @param messages the {@link io.github.withcdp.recording.RecordedMessage#sequence()} of each message that shows it (the first time), in
 *     wire order: of a request the one that began it, then what came of it; empty if unknown
 * @param source if it is an exception: the line of the script that threw, behind {@code >}, and those around it; empty if not on record
 */
public record Suspicion(
        Kind kind,
        Duration at,
        SessionId session,
        String sentence,
        long times,
        List<Long> messages,
        List<String> source) {

    /** The sorts of suspicious things, the most telling first. */
    public enum Kind {
        /** Something was otherwise when the test passed; not looked for in a recording alone. */
        DIFFERENT,
        /** A page crashed. */
        CRASH,
        /** A page went away although nobody asked it to. */
        DETACHED,
        /** JavaScript of a page did not come to an end, so that the page did not answer any more. */
        BUSY,
        /** JavaScript threw and nobody caught. */
        EXCEPTION,
        /** A dialog was dismissed because no handler was there, or nobody answered it. */
        DIALOG,
        /** Chrome did not let a page open a popup. */
        POPUP_BLOCKED,
        /** A request was paused by {@code Fetch}, and nobody let it go on. */
        PAUSED,
        /** Chrome never answered a command. */
        UNANSWERED,
        /** A load for which the test waited has not ended. */
        LOAD,
        /** A command was sent as the protocol does not have it, and Chrome ignored what it does not know. */
        MISTAKEN,
        /** Chrome refused a command. */
        COMMAND_FAILED,
        /** A cookie was refused, or held back from a request: often why a later response is not the one that was expected. */
        COOKIE,
        /** A worker does not run, because it got no script. */
        WORKER,
        /** A request got no response. */
        REQUEST_FAILED,
        /** A response had a status of 400 or above. */
        BAD_STATUS,
        /** A Content-Security-Policy forbade something to a page, which no request tells. */
        BLOCKED,
        /** An older request was answered after a newer one that was alike. */
        OVERTAKEN,
        /** An answer came from a cache although the server has, or may have, a newer one. */
        STALE,
        /** The page called {@code console.error}. */
        CONSOLE_ERROR,
        /** The browser logged an error. */
        LOG_ERROR,
        /** A WebSocket was closed, by the page or by the server; or an EventSource by the server, although the page wanted more. */
        SOCKET_CLOSED,
        /** A request took far longer than the others, and the test waited for it when it failed; it never stands alone. */
        SLOW,
        /** A command, a param of it, or an event that was asked for, that a later Chrome may no longer have. */
        DEPRECATED
    }

    /** Copy the lists. */
    public Suspicion {
        messages = List.copyOf(messages);
        source = List.copyOf(source);
    }

    /** Return the same with a source. */
    Suspicion withSource(List<String> lines) {
        return new Suspicion(kind, at, session, sentence, times, messages, lines);
    }

    /** Return the line that threw, {@code > 12: total.add(item)}; empty if it is not on record. */
    public Optional<String> throwingLine() {
        return source.stream().filter(line -> line.startsWith(">")).findFirst();
    }

    /** Return the first message that shows it, -1 if that is unknown. */
    public long sequence() {
        return messages.isEmpty() ? -1 : messages.get(0);
    }

    /** Return it with time, session and evidence: {@code 0.031 s @9F86D081 Page.navigate failed: … (3 times, first message 12)}. */
    public String line() {
        return String.format(
                Locale.ROOT,
                "%.3f s %s %s%s",
                MessageLine.seconds(at),
                MessageLine.session(session),
                sentence,
                evidence());
    }

    /** Return how often, and the numbers by which {@code traffic.jsonl} calls the messages: {@code  (messages 12, 15)}, with a blank in front. */
    public String evidence() {
        var numbers = messages.stream().map(String::valueOf).collect(Collectors.joining(", "));
        var named = numbers.isEmpty() ? "" : (messages.size() == 1 ? "message " : "messages ") + numbers;
        if (times == 1) {
            return named.isEmpty() ? "" : " (" + named + ")";
        }
        return String.format(Locale.ROOT, " (%,d times%s)", times, named.isEmpty() ? "" : ", first " + named);
    }
}
