package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.network.Exchanges;
import io.github.withcdp.internal.script.ConsoleMessages;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Finds the messages that may explain a failure. */
public final class SuspiciousMessages {

    private SuspiciousMessages() {}

    /** Return what is suspicious in the whole of a recording, of which it is not known when something failed. */
    public static Suspicions in(Iterable<RecordedMessage> messages, Duration origin) {
        return in(messages, origin, Optional.empty());
    }

    /**
     * Return what is suspicious in a recording, what most likely explains the failure first.
     *
     * @param messages the messages in wire order, read one by one, more than once
     * @param origin what counts as second 0
     * @param failedAt when something failed, in the time of the recording: what was said later cannot explain it, and does not count
     */
    public static Suspicions in(Iterable<RecordedMessage> messages, Duration origin, Optional<Duration> failedAt) {
        return in(
                messages,
                Exchanges.in(messages),
                ConsoleMessages.in(messages),
                origin,
                failedAt,
                Circumstances.UNKNOWN);
    }

    /**
     * The same, for those who have made something of the messages already.
     *
     * @param exchanges of all messages
     * @param console of all messages
     * @param circumstances what else is known of the failure
     */
    public static Suspicions in(
            Iterable<RecordedMessage> messages,
            List<Exchange> exchanges,
            List<ConsoleMessage> console,
            Duration origin,
            Optional<Duration> failedAt,
            Circumstances circumstances) {
        var findings = new Findings();
        var observed = new Observations(circumstances, new ClosingScripts(exchanges), failedAt.isPresent());
        var last = observed.lookAt(until(failedAt, messages), origin, findings);
        var end = failedAt.map(moment -> new PointInTime(moment, "the failure"))
                .orElse(new PointInTime(last, "the last message"));
        observed.end(end, findings);
        var exchangesBefore = until(failedAt, exchanges, messages);
        var consoleBefore =
                console.stream().filter(each -> isBy(failedAt, each.elapsed())).toList();
        var mixed = new MixedContent(consoleBefore);
        addRequestsAndConsole(observed, exchangesBefore, exchanges, consoleBefore, mixed, findings);
        if (failedAt.isPresent()) {
            addSlowness(observed, exchangesBefore, mixed, end, circumstances.failure(), findings);
        }
        return findings.ranked(
                        observed.relevance.mostRelevantFirst(),
                        finding -> finding.suspicion(
                                origin, observed.targets.nameIfSeveral(finding.session(), finding.elapsed())),
                        observed.listened.whatWasFine(exchangesBefore, consoleBefore))
                .withSource(new ExceptionSource(messages, exchanges));
    }

    /** The order counts: what came of a request is told with it, and what others have told is left out of the console. */
    private static void addRequestsAndConsole(
            Observations observed,
            List<Exchange> exchangesBefore,
            List<Exchange> exchanges,
            List<ConsoleMessage> consoleBefore,
            MixedContent mixed,
            Findings findings) {
        var violations = new PolicyViolations(consoleBefore);
        var failed = new FailedRequests(observed.targets);
        new RequestSuspicions(
                        observed.outcomes,
                        observed.corsParameters,
                        observed.commands,
                        observed.handled,
                        observed.targets,
                        violations,
                        mixed)
                .add(exchangesBefore, exchanges, failed, findings);
        observed.commands.rejections().stream()
                .filter(rejection -> !failed.absorb(rejection))
                .forEach(
                        rejection -> findings.add(Suspicion.Kind.EXCEPTION, rejection.message(), rejection.sentence()));
        new EventSourceSuspicions(exchangesBefore).add(failed, findings);
        new OvertakingAnswers(observed.actions, exchangesBefore, exchanges).add(findings);
        new StaleAnswers(exchangesBefore, observed.caches, observed.targets).add(findings);
        var untold = consoleBefore.stream()
                .filter(each -> !observed.sockets.hasTold(each.sequence())
                        && !violations.haveTold(each)
                        && !mixed.haveTold(each))
                .toList();
        ConsoleSuspicions.add(untold, observed.logged, failed, findings);
        observed.issues.add(failed, observed.cookies, violations, findings);
    }

    private static void addSlowness(
            Observations observed,
            List<Exchange> exchangesBefore,
            MixedContent mixed,
            PointInTime end,
            String failure,
            Findings findings) {
        var explained = new HashSet<>(observed.load.add(exchangesBefore, mixed, end, failure, findings));
        explained.addAll(new WorkerScripts(observed.targets).addAwaited(exchangesBefore, end, findings));
        var others = exchangesBefore.stream()
                .filter(exchange -> !explained.contains(exchange))
                .toList();
        observed.lastWait.since().ifPresent(since -> new SlowRequests(others, since, end).add(findings));
    }

    private static boolean isBy(Optional<Duration> moment, Duration time) {
        return moment.isEmpty() || time.compareTo(moment.get()) <= 0;
    }

    private static Iterable<RecordedMessage> until(Optional<Duration> moment, Iterable<RecordedMessage> messages) {
        return () -> StreamSupport.stream(messages.spliterator(), false)
                .takeWhile(message -> isBy(moment, message.elapsed()))
                .iterator();
    }

    /** Put together anew, and without what came later, if there is any of that: it takes as long as all the rest. */
    private static List<Exchange> until(
            Optional<Duration> moment, List<Exchange> exchanges, Iterable<RecordedMessage> messages) {
        boolean same = exchanges.stream()
                .allMatch(exchange -> isBy(moment, exchange.timing().ended()));
        return same ? exchanges : Exchanges.in(until(moment, messages));
    }
}
