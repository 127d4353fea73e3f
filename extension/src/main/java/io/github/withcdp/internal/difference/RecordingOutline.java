package io.github.withcdp.internal.difference;

import io.github.withcdp.internal.likeness.UrlForm;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Recording;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What was said in a run, in a few lines that are equal for two runs that are alike: commands in their order, everything else sorted. No value is in it, of params,
 * queries, headers, bodies or texts, so that it can be kept beside the test, and no secret with it.
 */
public final class RecordingOutline {

    private static final int LONGEST = 400;

    private RecordingOutline() {}

    /** Return the outline of a recording, line by line. */
    public static String of(Recording recording) {
        var run = ComparedRun.of(recording, Optional.empty());
        var out = new StringBuilder();
        append(
                out,
                "Commands",
                run.backbone().steps().stream().map(RecordingOutline::line).toList());
        append(out, "Requests", counted(run.exchanges().stream().map(RecordingOutline::line)));
        append(
                out,
                "Console",
                counted(run.console().stream()
                        .map(message ->
                                message.level() + " " + message.type() + " " + UrlForm.withoutQuery(message.url()))));
        append(
                out,
                "Targets",
                run.roles().stream().map(Object::toString).collect(Collectors.toCollection(TreeSet::new)));
        return out.toString();
    }

    private static String line(BackboneStep step) {
        return step.method().equals("Page.navigate")
                ? step.method() + " "
                        + UrlForm.withoutQuery(
                                step.subject().substring(step.method().length()).strip())
                : step.method();
    }

    private static String line(Exchange exchange) {
        var asked = exchange.method() + " " + UrlForm.withoutQuery(exchange.url()) + query(exchange.url());
        var answered = exchange.response()
                .map(response -> asked + " → " + response.status() + " " + response.mimeType())
                .orElse(asked);
        return exchange.failure()
                .map(failure -> answered + (failure.cancelled() ? " cancelled" : " failed " + failure.errorText()))
                .orElse(answered)
                .strip();
    }

    /** Return the names of a query: {@code ?page&sort}. */
    private static String query(String url) {
        int from = url.startsWith("data:") ? -1 : url.indexOf('?');
        if (from < 0) {
            return "";
        }
        var names = new TreeSet<String>();
        for (var pair : url.substring(from + 1).split("#", 2)[0].split("&", -1)) {
            names.add(pair.split("=", 2)[0]);
        }
        return "?" + String.join("&", names);
    }

    private static Collection<String> counted(Stream<String> lines) {
        Map<String, Integer> counts = new TreeMap<>();
        lines.forEach(line -> counts.merge(line, 1, Integer::sum));
        return counts.entrySet().stream()
                .map(line -> line.getKey().strip() + (line.getValue() > 1 ? " (" + line.getValue() + " times)" : ""))
                .toList();
    }

    private static void append(StringBuilder out, String title, Collection<String> lines) {
        if (!lines.isEmpty()) {
            out.append(title).append('\n');
            lines.forEach(line ->
                    out.append("  ").append(SafeText.line(line, LONGEST)).append('\n'));
        }
    }
}
