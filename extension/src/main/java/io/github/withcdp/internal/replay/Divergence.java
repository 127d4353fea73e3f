package io.github.withcdp.internal.replay;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.replay.ParamsComparison.Difference;
import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.text.SafeText;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Says in words where a test and its recording differ. */
final class Divergence {

    private static final int PARAMS = 300;
    private static final int MOST_DIFFERENCES = 5;
    private static final int MOST_UNUSED = 5;
    private static final int SESSION = 8;

    private static final String ADVICE =
            "A replay shows what the test and WithCDP do, with what a browser said before; it cannot show what a changed application or a changed test would bring about. If the change is meant, run the test with a browser to record it anew.";

    private final RecordedTest test;
    private final List<ScriptEntry> entries;
    private final int cursor;

    Divergence(RecordedTest test, List<ScriptEntry> entries, int cursor) {
        this.test = test;
        this.entries = entries;
        this.cursor = cursor;
    }

    /** A recorded command, with what differs. */
    private record Nearest(ScriptEntry entry, List<Difference> differences) {}

    /** Return the text for a command that matches none of the recording. */
    String unknown(String session, String method, JsonNode params, CommandMatcher matcher) {
        var text = new StringBuilder(begin())
                .append("\nThe test says what is not in it:\n  ")
                .append(line(session, method, params));
        nearest(session, method, params, matcher.ports())
                .ifPresentOrElse(
                        nearest -> append(text, nearest),
                        () -> text.append("\nNo command of this method in this session is left in it."));
        return end(text);
    }

    /** Return the text for a command that has come though one before it has not. */
    String leftOut(ScriptEntry later, long nanos) {
        return end(new StringBuilder(begin())
                .append("\nThe test says\n  ")
                .append(line(later))
                .append("\nwhich is message ")
                .append(number(later))
                .append(", but what is recorded before it has not come within ")
                .append(Durations.format(Duration.ofNanos(nanos)))
                .append('.'));
    }

    private String begin() {
        return "The replay of %s has left its recording %s (%s)."
                .formatted(
                        test.name(),
                        cursor < entries.size() ? "at message " + number(entries.get(cursor)) : "at its end",
                        test.file());
    }

    private String end(StringBuilder text) {
        appendPosition(text);
        return text.append('\n').append(ADVICE).toString();
    }

    private Optional<Nearest> nearest(String session, String method, JsonNode params, LocalPorts ports) {
        return entries.stream()
                .filter(entry ->
                        entry.isCommand() && !entry.hasCome() && entry.method().equals(method))
                .filter(entry -> entry.session().equals(session))
                .map(entry ->
                        new Nearest(entry, new ParamsComparison(ports.copy()).differences(entry.params(), params)))
                .min(Comparator.comparingInt(nearest -> nearest.differences().size()));
    }

    private static void append(StringBuilder text, Nearest nearest) {
        text.append("\nThe recorded command that is most like it, of those that are left, is message ")
                .append(number(nearest.entry()))
                .append(":\n  ")
                .append(line(nearest.entry()));
        nearest.differences().stream()
                .limit(MOST_DIFFERENCES)
                .forEach(difference -> text.append("\n  differs in ").append(line(difference)));
        if (nearest.differences().size() > MOST_DIFFERENCES) {
            text.append("\n  and in ")
                    .append(nearest.differences().size() - MOST_DIFFERENCES)
                    .append(" more");
        }
    }

    private void appendPosition(StringBuilder text) {
        var commands = entries.stream().filter(ScriptEntry::isCommand).toList();
        long come = commands.stream().filter(ScriptEntry::hasCome).count();
        text.append(
                "\nSo far %d of %d recorded commands have come, and %d of %d recorded messages of the browser were said."
                        .formatted(
                                come,
                                commands.size(),
                                entries.stream().filter(ScriptEntry::isSaid).count(),
                                entries.size() - commands.size()));
        if (cursor >= entries.size()) {
            text.append(" The recording ends here.");
        } else if (entries.get(cursor).isCommand()) {
            text.append(" It goes on with message ")
                    .append(number(entries.get(cursor)))
                    .append(":\n  ")
                    .append(line(entries.get(cursor)));
        }
    }

    private static String line(Difference difference) {
        return "%s: recorded %s, now %s"
                .formatted(
                        difference.path().isEmpty()
                                ? "params"
                                : difference.path().substring(1),
                        difference.recorded(),
                        difference.actual());
    }

    /** Return a recorded command as a line. */
    static String line(ScriptEntry entry) {
        return line(entry.session(), entry.method(), entry.params());
    }

    private static String line(String session, String method, JsonNode params) {
        return SafeText.line(method, 100)
                + (params.isEmpty() ? "" : " " + SafeText.line(Json.text(params), PARAMS))
                + (session.isEmpty()
                        ? " (browser)"
                        : " (session "
                                + SafeText.line(session.substring(0, Math.min(SESSION, session.length())), SESSION)
                                + ")");
    }

    /** Return the number of a message, as reports and {@code traffic.jsonl} have it. */
    private static long number(ScriptEntry entry) {
        return entry.message().sequence();
    }

    /** Return lines about commands that never came. */
    static String unused(List<ScriptEntry> commands) {
        return neverCame(commands) + "\n  " + String.join("\n  ", shown(commands));
    }

    /** Return the same as a sentence. */
    static String remarkOfUnused(List<ScriptEntry> commands) {
        return neverCame(commands) + " " + String.join("; ", shown(commands));
    }

    private static String neverCame(List<ScriptEntry> commands) {
        return "%d recorded %s never came:".formatted(commands.size(), commands.size() == 1 ? "command" : "commands");
    }

    private static List<String> shown(List<ScriptEntry> commands) {
        var each = commands.stream().map(entry -> "message %d: %s".formatted(number(entry), line(entry)));
        return commands.size() > MOST_UNUSED
                ? Stream.concat(
                                each.limit(MOST_UNUSED),
                                Stream.of("and %d more".formatted(commands.size() - MOST_UNUSED)))
                        .toList()
                : each.toList();
    }

    /** Return a sentence about a question that was asked more often. */
    static String repetition(ScriptEntry entry, int times) {
        return "%s was asked %d more %s than was recorded, and answered with what the page said last: %s"
                .formatted(entry.method(), times, times == 1 ? "time" : "times", line(entry));
    }

    /** Return a sentence about a command that was taken for a recorded one. */
    static String remark(CommandMatcher.Approximation approximation) {
        return "%s was taken for message %d of the recording, from which it differs in %s"
                .formatted(
                        approximation.entry().method(),
                        number(approximation.entry()),
                        approximation.differences().stream()
                                .map(Divergence::line)
                                .collect(Collectors.joining("; ")));
    }
}
