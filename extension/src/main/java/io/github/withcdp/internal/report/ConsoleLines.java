package io.github.withcdp.internal.report;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.internal.transcript.MessageLine;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.ConsoleMessage.Level;
import io.github.withcdp.recording.ConsoleMessage.Source;
import io.github.withcdp.recording.Exchange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Errors and warnings that consoles had shown when a test failed, each once, with how often it came; without those that are findings. */
final class ConsoleLines {

    private static final int DIFFERENT = 50;
    private static final int LINE = 240;

    private ConsoleLines() {}

    private record Said(Level level, String text) {}

    private record Times(ConsoleMessage first, long count) {

        Times oneMore() {
            return new Times(first, count + 1);
        }
    }

    static List<String> of(ReportContent content) {
        var report = content.report();
        var requested = content.exchanges().stream().map(Exchange::url).collect(Collectors.toSet());
        var timesByLine = new LinkedHashMap<Said, Times>();
        for (var message : content.console()) {
            boolean isBefore = report.failedAt().isEmpty()
                    || message.elapsed().compareTo(report.failedAt().get()) <= 0;
            // The requests that failed are told elsewhere, with more than the log says of them.
            boolean isOfRequest = message.source() == Source.LOG
                    && message.type().equals("network")
                    && requested.contains(message.url());
            boolean isGrave = message.level() == Level.ERROR || message.level() == Level.WARNING;
            if (isBefore && isGrave && !isOfRequest && !message.isAboutFavicon()) {
                var key = new Said(message.level(), message.text());
                var before = timesByLine.get(key);
                if (before != null) {
                    timesByLine.put(key, before.oneMore());
                } else if (timesByLine.size() < DIFFERENT) {
                    timesByLine.put(key, new Times(message, 1));
                }
            }
        }
        var found = content.suspicions().top().stream()
                .flatMap(suspicion -> suspicion.messages().stream())
                .collect(Collectors.toSet());
        return timesByLine.values().stream()
                .filter(times -> !found.contains(times.first().sequence()))
                .map(times -> line(times, report))
                .toList();
    }

    private static String line(Times times, FailureReport report) {
        var message = times.first();
        return String.format(
                Locale.ROOT,
                "%.3f %s%s",
                MessageLine.seconds(message.elapsed().minus(report.origin())),
                SafeText.line(message.toString(), LINE),
                times.count() == 1 ? "" : String.format(Locale.ROOT, " (%,d times)", times.count()));
    }
}
