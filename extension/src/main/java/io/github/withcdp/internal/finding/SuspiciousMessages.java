package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.network.Exchanges;
import io.github.withcdp.internal.script.BusyPage;
import io.github.withcdp.internal.script.ConsoleMessages;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
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
        return in(messages, Exchanges.in(messages), ConsoleMessages.in(messages), List.of(), origin, failedAt);
    }

    /**
     * The same, for those who have made something of the messages already.
     *
     * @param exchanges of all messages
     * @param console of all messages
     * @param busy the pages that did not answer when the test had failed
     */
    public static Suspicions in(
            Iterable<RecordedMessage> messages,
            List<Exchange> exchanges,
            List<ConsoleMessage> console,
            List<BusyPage> busy,
            Duration origin,
            Optional<Duration> failedAt) {
        var findings = new Findings();
        var targets = new RecordedTargets();
        var listened = new Listened();
        var logged = new LoggedRequests();
        var outcomes = new RequestOutcomes();
        var sockets = new WebSocketDetector();
        var load = new UnfinishedLoad();
        var lastWait = new LastWait();
        var relevance = new Relevance(targets, lastWait, failedAt.isPresent());
        var commands = new CommandDetector(targets, relevance);
        var cookies = new CookieDetector(targets);
        var issues = new AuditedIssues();
        var corsParameters = new CorsParameters();
        var handled = new HandledRequests();
        var actions = new TestActions();
        var caches = new ServiceWorkerCaches();
        var detectors = List.<Detector>of(
                targets,
                listened,
                new PausedRequestDetector(),
                new PageFaultDetector(targets),
                new DialogDetector(targets, relevance),
                new DetachmentDetector(targets, relevance),
                new BlockedPopupDetector(targets),
                new BusyPageDetector(busy),
                commands,
                sockets,
                cookies,
                issues,
                logged,
                outcomes,
                corsParameters,
                handled,
                actions,
                caches,
                load,
                lastWait);
        var last = origin;
        for (var message : until(failedAt, messages)) {
            var shared = new SharedMessage(message);
            detectors.forEach(detector -> detector.look(shared, findings));
            shared.forget();
            last = message.elapsed();
        }
        var end = failedAt.map(moment -> new PointInTime(moment, "the failure"))
                .orElse(new PointInTime(last, "the last message"));
        detectors.forEach(detector -> detector.end(end, findings));
        var exchangesBefore = until(failedAt, exchanges, messages);
        var consoleBefore =
                console.stream().filter(each -> isBy(failedAt, each.elapsed())).toList();
        var violations = new PolicyViolations(consoleBefore);
        var failed = new FailedRequests(targets);
        new RequestSuspicions(outcomes, corsParameters, commands, handled, targets, violations)
                .add(exchangesBefore, exchanges, failed, findings);
        commands.rejections().stream()
                .filter(rejection -> !failed.absorb(rejection))
                .forEach(
                        rejection -> findings.add(Suspicion.Kind.EXCEPTION, rejection.message(), rejection.sentence()));
        new EventSourceSuspicions(exchangesBefore).add(failed, findings);
        new OvertakingAnswers(actions, exchangesBefore, exchanges).add(findings);
        new StaleAnswers(exchangesBefore, caches, targets).add(findings);
        var untold = consoleBefore.stream()
                .filter(each -> !sockets.hasTold(each.sequence()) && !violations.haveTold(each))
                .toList();
        ConsoleSuspicions.add(untold, logged, failed, findings);
        issues.add(failed, cookies, violations, findings);
        if (failedAt.isPresent()) {
            var told = load.add(exchangesBefore, end, findings);
            var others = exchangesBefore.stream()
                    .filter(exchange -> !told.contains(exchange))
                    .toList();
            lastWait.since().ifPresent(since -> new SlowRequests(others, since, end).add(findings));
        }
        return findings.ranked(
                        relevance.mostRelevantFirst(),
                        finding ->
                                finding.suspicion(origin, targets.nameIfSeveral(finding.session(), finding.elapsed())),
                        listened.whatWasFine(exchangesBefore, consoleBefore))
                .withSource(new ExceptionSource(messages, exchanges));
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
