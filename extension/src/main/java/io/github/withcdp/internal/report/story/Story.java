package io.github.withcdp.internal.report.story;

import io.github.withcdp.internal.network.RoundTrips.RoundTrip;
import io.github.withcdp.internal.report.story.StoryStep.Actor;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What happened in a test until it failed: what it asked for, where pages went, what was requested, logged and thrown.
 * What is said over and over is one line, so that it does not hide what came before.
 *
 * @param lines the latest ones, in the order in which they began
 * @param left how many steps came before them
 * @param lastSession the session of the last command that was a step; empty if there was none
 */
public record Story(List<StoryLine> lines, long left, Optional<SessionId> lastSession) {

    /** No step. */
    public static final Story NONE = new Story(List.of(), 0, Optional.empty());

    private static final int LINES = 24;

    /** Copy the list. */
    public Story {
        lines = List.copyOf(lines);
    }

    /**
     * Tell what happened. Looks once at each message, and reads only those that are steps.
     *
     * @param messages in wire order
     * @param trips the requests
     * @param console what was said on it
     * @param byHand the numbers of the commands that the test has not sent
     * @param failedAt when the test failed, in the time of the recording; what came later is no part of it
     */
    public static Story of(
            List<RecordedMessage> messages,
            List<RoundTrip> trips,
            List<ConsoleMessage> console,
            Set<Long> byHand,
            Optional<Duration> failedAt) {
        var steps = stepsOf(messages, byHand, failedAt);
        var lastSession = steps.stream()
                .filter(CommandStep.class::isInstance)
                .map(Step::session)
                .reduce((one, later) -> later);
        trips.stream()
                .map(trip -> new RequestStep(trip, failedAt))
                .filter(RequestStep::isTold)
                .forEach(steps::add);
        trips.stream().map(RoundTrip::exchange).flatMap(FrameStep::of).forEach(steps::add);
        trips.stream()
                .map(RoundTrip::exchange)
                .filter(ClosedSocketStep::isOne)
                .map(ClosedSocketStep::new)
                .forEach(steps::add);
        var requested = trips.stream().map(trip -> trip.exchange().url()).collect(Collectors.toSet());
        console.stream()
                .filter(message -> ConsoleStep.isOne(message, requested))
                .map(ConsoleStep::new)
                .forEach(steps::add);
        // A stable sort of what is nearly in order, for most steps are commands.
        steps.sort(Comparator.comparing(Step::at));
        var folded = new Repetitions<Step>(LINES);
        steps.stream()
                .filter(step -> isBy(failedAt, step.at()))
                .filter(step -> !(step instanceof CommandStep command && command.isBarrier()))
                .forEach(step -> folded.add(step.likeness(), step));
        return new Story(
                folded.lines().stream()
                        .map(line -> new StoryLine(
                                line.first().told(line.last()), line.last().at(), line.times()))
                        .toList(),
                folded.left(),
                lastSession);
    }

    private static List<Step> stepsOf(List<RecordedMessage> messages, Set<Long> byHand, Optional<Duration> failedAt) {
        var steps = new ArrayList<Step>();
        var unanswered = new HashMap<Integer, CommandStep>();
        var targets = new TargetSteps();
        for (var message : messages) {
            if (!isBy(failedAt, message.elapsed())) {
                break;
            }
            targets.look(message).ifPresent(steps::add);
            if (CommandStep.isOne(message)) {
                var step = new CommandStep(message, byHand.contains(message.sequence()) ? Actor.BY_HAND : Actor.TEST);
                message.id().ifPresent(id -> unanswered.put(id, step));
                steps.add(step);
            } else if (message.isAnswer()) {
                var step = unanswered.remove(message.id().orElse(0));
                if (step != null) {
                    step.answered(message);
                }
            } else if (PageStep.isOne(message)) {
                steps.add(new PageStep(message));
            }
        }
        return steps;
    }

    private static boolean isBy(Optional<Duration> moment, Duration time) {
        return moment.isEmpty() || time.compareTo(moment.get()) <= 0;
    }
}
