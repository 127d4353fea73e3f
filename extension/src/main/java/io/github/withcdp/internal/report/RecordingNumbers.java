package io.github.withcdp.internal.report;

import io.github.withcdp.internal.transcript.MessageLine;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A recording in numbers.
 *
 * @param commands how many commands were sent
 * @param answers how many of them were answered
 * @param others how many messages were neither command, answer nor event
 * @param eventsByDomain how many events came, the busiest domain first
 * @param duration from the first message to the last
 * @param sessions in how many sessions
 * @param highestId the highest id of a command or answer, 0 if there is none
 */
public record RecordingNumbers(
        long commands,
        long answers,
        long others,
        Map<String, Long> eventsByDomain,
        Duration duration,
        int sessions,
        int highestId) {

    /** Nothing was said. */
    static final RecordingNumbers NONE = of(List.of());

    /** Count the messages, without reading their texts. */
    static RecordingNumbers of(Iterable<RecordedMessage> messages) {
        long commands = 0;
        long answers = 0;
        long others = 0;
        int highestId = 0;
        var events = new TreeMap<String, Long>();
        var sessions = new HashSet<SessionId>();
        var first = Duration.ZERO;
        var last = Duration.ZERO;
        boolean any = false;
        for (var message : messages) {
            if (message.isCommand()) {
                commands++;
            } else if (message.isAnswer()) {
                answers++;
            } else if (message.isEvent()) {
                events.merge(domain(message.method()), 1L, Long::sum);
            } else {
                others++;
            }
            highestId = Math.max(highestId, orZero(message.id()));
            sessions.add(message.session());
            first = any ? first : message.elapsed();
            last = message.elapsed();
            any = true;
        }
        return new RecordingNumbers(
                commands, answers, others, busiestFirst(events), last.minus(first), sessions.size(), highestId);
    }

    /** Return how many events came. */
    long events() {
        return eventsByDomain.values().stream().mapToLong(Long::longValue).sum();
    }

    /** Return how many messages there are. */
    long messages() {
        return commands + answers + others + events();
    }

    /** Return the numbers as a clause: {@code 12 in 0.300 s: 4 commands, 4 answers, 4 events}. */
    String line() {
        return String.format(
                Locale.ROOT,
                "%,d in %.3f s: %s, %s, %s%s",
                messages(),
                MessageLine.seconds(duration),
                count(commands, "command"),
                count(answers, "answer"),
                count(events(), "event"),
                others == 0 ? "" : ", " + count(others, "other"));
    }

    public static String count(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    private static int orZero(OptionalInt id) {
        return id.orElse(0);
    }

    private static String domain(String method) {
        int dot = method.indexOf('.');
        return dot < 0 ? method : method.substring(0, dot);
    }

    private static Map<String, Long> busiestFirst(Map<String, Long> events) {
        return events.entrySet().stream()
                .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, Map.Entry::getValue, (one, other) -> one, LinkedHashMap::new));
    }
}
