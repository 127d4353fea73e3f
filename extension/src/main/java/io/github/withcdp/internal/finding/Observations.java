package io.github.withcdp.internal.finding;

import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.List;

/**
 * What the messages of a recording tell one by one, gathered in one pass over them: some detectors add findings by themselves,
 * the others remember what the rules about whole requests and console messages ask for afterwards.
 */
final class Observations {

    final RecordedTargets targets = new RecordedTargets();
    final LastWait lastWait = new LastWait();
    final Relevance relevance;
    final CommandDetector commands;
    final Listened listened = new Listened();
    final WebSocketDetector sockets;
    final CookieDetector cookies = new CookieDetector(targets);
    final AuditedIssues issues = new AuditedIssues();
    final LoggedRequests logged = new LoggedRequests();
    final RequestOutcomes outcomes = new RequestOutcomes();
    final CorsParameters corsParameters = new CorsParameters();
    final HandledRequests handled = new HandledRequests();
    final TestActions actions = new TestActions();
    final ServiceWorkerCaches caches = new ServiceWorkerCaches();
    final UnfinishedLoad load = new UnfinishedLoad();

    private final List<Detector> detectors;

    /**
     * Create for one pass.
     *
     * @param circumstances what no message tells
     * @param scripts of all messages
     * @param failed whether something has failed
     */
    Observations(Circumstances circumstances, ClosingScripts scripts, boolean failed) {
        sockets = new WebSocketDetector(scripts);
        relevance = new Relevance(targets, lastWait, failed);
        commands = new CommandDetector(targets, relevance);
        detectors = List.of(
                targets,
                listened,
                new PausedRequestDetector(),
                new PageFaultDetector(targets),
                new DialogDetector(targets, relevance),
                new DetachmentDetector(targets, relevance, scripts, circumstances.browserEnd()),
                new BlockedPopupDetector(targets),
                new BusyPageDetector(circumstances.busy()),
                commands,
                new MistakenParams(circumstances.names()),
                new DeprecatedEvents(circumstances.names()),
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
    }

    /** Look at all messages, and return when the last one was; the origin if there is none. */
    Duration lookAt(Iterable<RecordedMessage> messages, Duration origin, Findings findings) {
        var last = origin;
        for (var message : messages) {
            var shared = new SharedMessage(message);
            detectors.forEach(detector -> detector.look(shared, findings));
            shared.forget();
            last = message.elapsed();
        }
        return last;
    }

    /** Say what can only be said when all messages were seen. */
    void end(PointInTime end, Findings findings) {
        detectors.forEach(detector -> detector.end(end, findings));
    }
}
