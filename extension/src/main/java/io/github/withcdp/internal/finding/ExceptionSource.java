package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.script.ThrownException;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Finds the lines that threw among what is on record: the bodies of scripts and documents, and what the debugger was asked for. */
final class ExceptionSource {

    private final Iterable<RecordedMessage> messages;
    private final List<Exchange> exchanges;

    /**
     * Look for sources.
     *
     * @param messages all of them, also those of later on: bodies are asked for when a test has failed
     * @param exchanges of all messages
     */
    ExceptionSource(Iterable<RecordedMessage> messages, List<Exchange> exchanges) {
        this.messages = messages;
        this.exchanges = exchanges;
    }

    /** Return the lines around the one that threw; empty if none of the messages that show a finding tells of an exception, or the source is not on record. */
    List<String> of(Suspicion suspicion) {
        for (var message : messages) {
            if (suspicion.messages().contains(message.sequence()) && mayTellOfException(message)) {
                var details = Detector.read(message, message.isEvent() ? "params" : "result")
                        .path("exceptionDetails");
                if (details.isObject()) {
                    return lines(message, details);
                }
            }
        }
        return List.of();
    }

    private static boolean mayTellOfException(RecordedMessage message) {
        return message.method().equals("Runtime.exceptionThrown")
                || (message.isAnswer() && message.method().startsWith("Runtime."));
    }

    private List<String> lines(RecordedMessage message, JsonNode details) {
        var thrown = ThrownException.of(details);
        var script = ThrownException.script(details);
        return debugged(message, script)
                .map(text -> around(text, thrown, firstLine(message, script)))
                .filter(lines -> !lines.isEmpty())
                .or(() -> body(thrown.url(), message).map(text -> around(text, thrown, 0)))
                .filter(lines -> !lines.isEmpty())
                .or(() -> thrown.url().isEmpty()
                        ? expression(message).map(text -> around(text, thrown, 0))
                        : Optional.empty())
                .orElse(List.of());
    }

    private static List<String> around(String source, ThrownException thrown, int linesBefore) {
        var callers = Callers.of(thrown.url(), thrown.line(), thrown.stack()).places().stream()
                .filter(place -> place.url().equals(thrown.url()))
                .map(Callers.Place::line)
                .toList();
        return SourceLines.around("\n".repeat(linesBefore) + source, thrown.line(), thrown.column(), callers);
    }

    /** What a document or script with this URL was when it threw. */
    private Optional<String> body(String url, RecordedMessage thrown) {
        return exchanges.stream()
                .filter(exchange ->
                        !url.isEmpty() && withoutFragment(exchange.url()).equals(withoutFragment(url)))
                .filter(exchange -> exchange.timing().started().compareTo(thrown.elapsed()) <= 0)
                .flatMap(exchange -> exchange.response().flatMap(Exchange.Response::body).stream())
                .reduce((earlier, later) -> later)
                .map(Exchange.Body::text);
    }

    private static String withoutFragment(String url) {
        int fragment = url.indexOf('#');
        return fragment < 0 ? url : url.substring(0, fragment);
    }

    /** What {@code Debugger.getScriptSource} said about a script. */
    private Optional<String> debugged(RecordedMessage thrown, String script) {
        Map<Integer, String> asked = new HashMap<>();
        var found = Optional.<String>empty();
        for (var message : messages) {
            if (message.method().equals("Debugger.getScriptSource")
                    && message.session().equals(thrown.session())) {
                int id = message.id().orElse(0);
                if (message.isCommand()) {
                    asked.put(
                            id,
                            Detector.read(message, "params").path("scriptId").asString(""));
                } else if (script.equals(asked.get(id))) {
                    var source = Detector.read(message, "result").path("scriptSource");
                    found = source.isString() ? Optional.of(source.stringValue()) : found;
                }
            }
        }
        return found;
    }

    /** A script within a document counts its lines from the begin of that. */
    private int firstLine(RecordedMessage thrown, String script) {
        for (var message : messages) {
            if (message.method().equals("Debugger.scriptParsed")
                    && message.session().equals(thrown.session())) {
                var params = Detector.read(message, "params");
                if (params.path("scriptId").asString("").equals(script)) {
                    return Math.max(
                            0, Math.min(1_000_000, params.path("startLine").asInt(0)));
                }
            }
        }
        return 0;
    }

    /** What a command asked the page to evaluate. */
    private Optional<String> expression(RecordedMessage answer) {
        for (var message : messages) {
            if (message.isCommand()
                    && message.id().equals(answer.id())
                    && message.method().equals("Runtime.evaluate")) {
                return Optional.of(
                        Detector.read(message, "params").path("expression").asString(""));
            }
        }
        return Optional.empty();
    }
}
