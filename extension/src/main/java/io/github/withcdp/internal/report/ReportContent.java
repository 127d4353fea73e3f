package io.github.withcdp.internal.report;

import io.github.withcdp.internal.finding.Suspicions;
import io.github.withcdp.internal.finding.SuspiciousMessages;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What the recording of a report tells, read once for all of its files. What cannot be read is missing, and told. */
final class ReportContent {

    private final FailureReport report;
    private final List<String> problems;
    private final List<RecordedMessage> messages;
    private final RecordingNumbers numbers;
    private final Suspicions suspicions;
    private final List<Exchange> exchanges;
    private final List<ConsoleMessage> console;

    ReportContent(FailureReport report) {
        this.report = report;
        problems = new ArrayList<>(report.problems());
        messages = read("messages", List.of(), () -> report.recording().messages());
        numbers = read("numbers", RecordingNumbers.NONE, () -> RecordingNumbers.of(messages));
        exchanges = read("requests", List.of(), () -> report.recording().exchanges());
        console = read("console", List.of(), () -> report.recording().console());
        suspicions = read(
                "suspicious messages",
                Suspicions.UNKNOWN,
                () -> SuspiciousMessages.in(messages, exchanges, console, report.origin(), report.failedAt()));
    }

    private <T> T read(String what, T otherwise, Supplier<T> reader) {
        try {
            return reader.get();
        } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
            problems.add("the " + what + ": " + FailureText.line(e, 400));
            return otherwise;
        }
    }

    FailureReport report() {
        return report;
    }

    /** Return the messages in wire order; their texts are read when asked for. */
    List<RecordedMessage> messages() {
        return messages;
    }

    RecordingNumbers numbers() {
        return numbers;
    }

    Suspicions suspicions() {
        return suspicions;
    }

    List<Exchange> exchanges() {
        return exchanges;
    }

    List<ConsoleMessage> console() {
        return console;
    }

    /** Return what could not be written or had, a sentence each; whoever finds more adds it. */
    List<String> problems() {
        return problems;
    }
}
