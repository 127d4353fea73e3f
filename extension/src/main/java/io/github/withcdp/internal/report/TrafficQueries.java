package io.github.withcdp.internal.report;

import io.github.withcdp.internal.finding.Suspicion;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** How to ask {@code traffic.jsonl} for what is in it: commands of a shell, each of which finds something in this report. */
final class TrafficQueries {

    /** What needs no quotes, and means nothing to grep. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9-]{1,80}(\\.[A-Za-z0-9-]{1,80}){0,3}");

    private static final String FILE = " traffic.jsonl";

    private final ReportContent content;
    private final List<String> lines = new ArrayList<>();

    private TrafficQueries(ReportContent content) {
        this.content = content;
    }

    /** Return the commands, each with a comment behind it. */
    static List<String> of(ReportContent content) {
        var queries = new TrafficQueries(content);
        queries.message();
        queries.command();
        queries.request();
        queries.method("Runtime.exceptionThrown", "what was thrown");
        queries.method("Runtime.consoleAPICalled", "the console");
        queries.method("Page.frameNavigated", "where pages went");
        return List.copyOf(queries.lines);
    }

    private void message() {
        content.suspicions().top().stream()
                .map(Suspicion::sequence)
                .filter(sequence -> sequence >= 0)
                .findFirst()
                .or(() -> content.messages().stream()
                        .map(RecordedMessage::sequence)
                        .findFirst())
                .ifPresent(sequence -> add("grep '^{\"sequence\":%d,'".formatted(sequence), "message " + sequence));
    }

    private void command() {
        lastCommand()
                .ifPresent(command -> command.id()
                        .ifPresent(id -> add(
                                "grep '\"id\":%d,\"message\"'".formatted(id),
                                "the last command, and its answer if there is one")));
    }

    private Optional<RecordedMessage> lastCommand() {
        var failedAt = content.report().failedAt();
        var messages = content.messages();
        for (int i = messages.size() - 1; i >= 0; i--) {
            var message = messages.get(i);
            if (message.isCommand() && (failedAt.isEmpty() || message.elapsed().compareTo(failedAt.get()) <= 0)) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    private void request() {
        content.exchanges().stream()
                .sorted(Comparator.comparing(exchange -> !exchange.hasFailed()))
                .map(Exchange::id)
                .filter(id -> PLAIN.matcher(id).matches())
                .findFirst()
                .ifPresent(id -> add("grep '\"requestId\":\"%s\"'".formatted(id), "all about a request, its body too"));
    }

    private void method(String method, String comment) {
        if (content.messages().stream().anyMatch(message -> message.method().equals(method))) {
            add("grep '\"method\":\"%s\"'".formatted(method), comment);
        }
    }

    private void add(String command, String comment) {
        lines.add(String.format(Locale.ROOT, "%s%s  # %s", command, FILE, comment));
    }
}
