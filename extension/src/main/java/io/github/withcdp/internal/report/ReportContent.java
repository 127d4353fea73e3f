package io.github.withcdp.internal.report;

import io.github.withcdp.internal.finding.Circumstances;
import io.github.withcdp.internal.finding.Suspicions;
import io.github.withcdp.internal.finding.SuspiciousMessages;
import io.github.withcdp.internal.network.RoundTrips;
import io.github.withcdp.internal.network.RoundTrips.RoundTrip;
import io.github.withcdp.internal.report.story.Story;
import io.github.withcdp.internal.report.story.StoryStep;
import io.github.withcdp.internal.report.story.TargetNames;
import io.github.withcdp.internal.schema.KnowsNames;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
    private final List<RoundTrip> trips;
    private final Story story;
    private final TargetNames names;

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
                () -> GreenFinding.first(
                        SuspiciousMessages.in(
                                report.get(ReportField.SENT_BY_HAND).leaveOut(messages),
                                exchanges,
                                console,
                                report.origin(),
                                report.failedAt(),
                                new Circumstances(
                                        report.busyPages(),
                                        report.get(ReportField.BROWSER_END),
                                        report.failure().map(Failure::message).orElse(""),
                                        KnowsNames.of(report.recording()))),
                        report.green().flatMap(GreenComparison::diff),
                        messages,
                        report.origin()));
        trips = RoundTrips.of(exchanges);
        var byHand = Set.copyOf(report.get(ReportField.SENT_BY_HAND).sequences());
        story = read("story", Story.NONE, () -> Story.of(messages, trips, console, byHand, report.endedAt()));
        names = read("targets", TargetNames.of(List.of(), List.of()), () -> TargetNames.of(messages, targets(report)));
    }

    private static List<TargetNames.Known> targets(FailureReport report) {
        return report.sessions().stream()
                .map(target -> new TargetNames.Known(target.session(), target.type(), target.url()))
                .toList();
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

    /** Return the requests, each redirect on the way as one of its own. */
    List<RoundTrip> trips() {
        return trips;
    }

    Story story() {
        return story;
    }

    TargetNames names() {
        return names;
    }

    /** Return what could not be written or had, a sentence each; whoever finds more adds it. */
    List<String> problems() {
        return problems;
    }

    /** Return the name of the page, frame or worker of a step, if the steps of the story are not all of one. */
    String pageOf(StoryStep step) {
        long pages = story.lines().stream()
                .map(line -> names.of(line.step().session()))
                .distinct()
                .limit(2)
                .count();
        return pages > 1 ? names.of(step.session()) : "";
    }

    /** Return the session in which a picture was taken; empty if the recording does not tell. */
    Optional<SessionId> sessionOf(Screenshot screenshot) {
        if (screenshot.command() == 0) {
            return Optional.empty();
        }
        for (int i = messages.size() - 1; i >= 0; i--) { // from the end, where they are
            var message = messages.get(i);
            if (message.isCommand()
                    && message.id().orElse(0) == screenshot.command()
                    && message.method().equals("Page.captureScreenshot")) {
                return Optional.of(message.session());
            }
        }
        return Optional.empty();
    }

    /** Return whether a picture is of the page that the last command was for, where that has to be said. */
    boolean isOfLastCommand(Screenshot screenshot) {
        return report.screenshots().size() > 1
                && story.lastSession().isPresent()
                && sessionOf(screenshot).equals(story.lastSession());
    }
}
