package io.github.withcdp.internal.report;

import io.github.withcdp.internal.finding.Suspicion;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How to ask {@code traffic.jsonl} for what is in it: commands of a shell, each of which finds something in this report. */
final class TrafficQueries {

    /** What needs no quotes, and means nothing to grep. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9-]{1,80}(\\.[A-Za-z0-9-]{1,80}){0,3}");

    private static final String FILE = " traffic.jsonl";

    private final ReportContent content;
    private final ConcernedExchanges concerned;
    private final List<String> lines = new ArrayList<>();

    private TrafficQueries(ReportContent content) {
        this.content = content;
        concerned = new ConcernedExchanges(content);
    }

    /** Return the commands, each with a comment behind it. */
    static List<String> of(ReportContent content) {
        var queries = new TrafficQueries(content);
        queries.message();
        queries.command();
        queries.request();
        queries.bodies();
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
                        .ifPresent(id -> add(answers(id), "the last command, and its answer if there is one")));
    }

    private Optional<RecordedMessage> lastCommand() {
        var endedAt = content.report().endedAt();
        var messages = content.messages();
        for (int i = messages.size() - 1; i >= 0; i--) {
            var message = messages.get(i);
            if (message.isCommand() && (endedAt.isEmpty() || message.elapsed().compareTo(endedAt.get()) <= 0)) {
                return Optional.of(message);
            }
        }
        return Optional.empty();
    }

    private void request() {
        concerned
                .request()
                .filter(exchange -> PLAIN.matcher(exchange.id()).matches())
                .ifPresent(exchange -> add(
                        "grep '\"requestId\":\"%s\"'".formatted(exchange.id()),
                        "the request of message %d, and what came of it".formatted(exchange.sequence())));
    }

    /** The answers that have bodies do not name their requests. */
    private void bodies() {
        var answers = BodyAnswers.in(content.messages());
        var asked = new HashSet<Integer>();
        var script = concerned.script();
        concerned.request().ifPresent(exchange -> {
            body(asked, answers.ofRequest(exchange.id()), "what was sent with", exchange);
            if (script.filter(found -> found.sequence() == exchange.sequence()).isEmpty()) {
                body(asked, answers.ofResponse(exchange.id()), "the body that answered", exchange);
            }
        });
        Stream.concat(script.stream(), concerned.document().stream())
                .forEach(exchange -> body(
                        asked,
                        answers.ofResponse(exchange.id()),
                        exchange.resourceType().equals("Document")
                                ? "the document as it was served, which answered"
                                : "the script concerned, which answered",
                        exchange));
    }

    private void body(Set<Integer> asked, OptionalInt command, String what, Exchange exchange) {
        command.ifPresent(id -> {
            if (asked.add(id)) {
                add(answers(id), "%s message %d".formatted(what, exchange.sequence()));
            }
        });
    }

    private static String answers(int command) {
        return "grep '\"id\":%d,\"message\"'".formatted(command);
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
