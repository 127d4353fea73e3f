package io.github.withcdp.internal.transcript;

import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.Map;

/**
 * Writes a message as one line of a dialogue.
 *
 * <pre>
 *    0.012  → #4 @9F86D081 Page.navigate {"url":"about:blank"}
 *    0.031  ← #4 @9F86D081 Page.navigate (19 ms) failed: Cannot navigate to invalid URL [code -32000]
 *    0.044  •    @9F86D081 Page.loadEventFired {}
 * </pre>
 *
 * Whatever pages put into messages, the line stays one line and does nothing in a terminal.
 * It remembers when commands were sent, to say how long their answers took; so feed it messages in wire order.
 * Safe for use by many threads.
 */
public final class MessageLine {

    /** How many characters of a payload a transcript shows. */
    public static final int PAYLOAD = 200;

    private static final int METHOD = 100;
    private static final int SECONDS = 4; // before the point
    private static final int SESSION = 9;
    private static final int UNANSWERED = 10_000;

    private final Duration origin;
    private final int payload;
    private final int idWidth;
    private final Map<Integer, Duration> sent = new BoundedMap<>(UNANSWERED); // guarded by itself

    /**
     * Create a formatter.
     *
     * @param origin what counts as second 0
     * @param payload how many characters of a payload are shown
     * @param idWidth the width of the column of ids, {@code #} included
     */
    public MessageLine(Duration origin, int payload, int idWidth) {
        this.origin = origin;
        this.payload = payload;
        this.idWidth = idWidth;
    }

    /** Return the message as a line, without a line break at its end. */
    public String line(RecordedMessage message) {
        var out = new StringBuilder(320);
        appendSeconds(out, message.elapsed().minus(origin));
        out.append("  ").append(arrow(message)).append(' ');
        appendPadded(out, message.id().isPresent() ? "#" + message.id().getAsInt() : "", idWidth);
        appendPadded(out.append(' '), session(message.session()), SESSION);
        if (!message.method().isEmpty()) {
            out.append(' ').append(SafeText.line(message.method(), METHOD));
        }
        if (message.isCommand()) {
            message.id().ifPresent(id -> remember(id, message.elapsed()));
            appendMember(out, message.json(), message.method(), "params");
        } else if (message.isEvent()) {
            appendMember(out, message.json(), message.method(), "params");
        } else {
            message.id().ifPresent(id -> appendTook(out, id, message.elapsed()));
            appendOutcome(out, message);
        }
        return out.toString();
    }

    /** Return a session as lines name it: {@code @} and eight characters, safe to print. */
    public static String session(SessionId session) {
        return "@" + SafeText.line(session.shortened(), 8);
    }

    public static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static String arrow(RecordedMessage message) {
        if (message.isCommand()) {
            return "→";
        }
        return message.isEvent() ? "•" : "←";
    }

    /** Append seconds with three decimals, right in their column; by hand because a formatter takes longer than all the rest of the line. */
    private static void appendSeconds(StringBuilder out, Duration duration) {
        long millis = Math.floorDiv(Math.abs(duration.toNanos()) + 500_000, 1_000_000);
        var seconds = (duration.isNegative() ? "-" : "") + millis / 1000;
        out.append(" ".repeat(Math.max(0, SECONDS - seconds.length())))
                .append(seconds)
                .append('.')
                .append(String.valueOf(1000 + millis % 1000), 1, 4);
    }

    private static void appendPadded(StringBuilder out, String text, int width) {
        out.append(text).append(" ".repeat(Math.max(0, width - text.length())));
    }

    private void remember(int id, Duration elapsed) {
        synchronized (sent) {
            sent.put(id, elapsed);
        }
    }

    private void appendTook(StringBuilder out, int id, Duration answered) {
        synchronized (sent) {
            var asked = sent.remove(id);
            if (asked != null) {
                out.append(" (").append(Durations.format(answered.minus(asked))).append(')');
            }
        }
    }

    private void appendOutcome(StringBuilder out, RecordedMessage message) {
        var json = message.json();
        var error = ProtocolError.of(json);
        if (error.isPresent()) {
            out.append(" failed: ").append(error.get().text());
        } else if (!appendMember(out, json, message.method(), "result")) {
            // Neither answer nor event, so nobody knows what part of it matters.
            out.append(' ').append(SafeText.line(json, payload));
        }
    }

    private boolean appendMember(StringBuilder out, String json, String method, String name) {
        var member = Payload.of(json, name);
        member.ifPresent(found -> {
            int from = out.append(' ').length();
            found.appendTo(out, payload);
            if (found.length() > payload) {
                Reasons.append(out, method, found, from);
            }
        });
        return member.isPresent();
    }
}
