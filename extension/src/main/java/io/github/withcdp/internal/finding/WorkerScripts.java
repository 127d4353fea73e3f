package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.recording.Exchange;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Requests for the scripts of workers: Chrome gives them the ids of the workers, and takes the script for the document that asks. Of a dedicated
 * worker it tells nothing else until its script has come.
 */
final class WorkerScripts {

    private static final int URL = 120;

    /** What is not answered after so long is worth a word. */
    private static final Duration LONG = Duration.ofSeconds(1);

    private final RecordedTargets targets;

    WorkerScripts(RecordedTargets targets) {
        this.targets = targets;
    }

    /** Return what the worker is called whose script a request is for. */
    Optional<String> workerOf(Exchange exchange) {
        return targets.worker(exchange.id())
                .map(worker -> worker.fullName(exchange.timing().started()))
                .or(() -> Optional.of("worker " + SafeText.line(exchange.url(), URL))
                        .filter(name -> isForWorkerToCome(exchange)));
    }

    /** Return whether a request is for the script of a dedicated worker; no page waits for that to be loaded. */
    static boolean isForWorkerToCome(Exchange exchange) {
        return exchange.documentUrl().equals(exchange.url())
                && !exchange.initiator().url().isEmpty()
                && (exchange.resourceType().equals("Script")
                        || exchange.resourceType().equals("Other"));
    }

    /** Return whether a worker of a page that is there still does not run, although the request for its script has not failed. */
    boolean isNone(Exchange exchange, List<Exchange> all) {
        return isNoScript(exchange) || (isUnanswered(exchange) && isPageThere(exchange, all));
    }

    private static boolean isPageThere(Exchange script, List<Exchange> all) {
        return all.stream()
                .noneMatch(other -> other.resourceType().equals("Document")
                        && other.session().equals(script.session())
                        && other.timing().started().compareTo(script.timing().started()) > 0);
    }

    /** Return whether it was answered well, but with what Chrome does not take for the script of a service worker. */
    private boolean isNoScript(Exchange exchange) {
        return exchange.response()
                        .filter(response -> response.status() == 200
                                && !response.mimeType().isEmpty()
                                && !response.mimeType().endsWith("javascript")
                                && !response.mimeType().endsWith("ecmascript"))
                        .isPresent()
                && targets.worker(exchange.id())
                        .filter(worker -> worker.type().equals("service_worker"))
                        .isPresent();
    }

    /** Return whether it failed without an answer: Chrome says that it was given up, but says nothing if the page did that. */
    private static boolean isUnanswered(Exchange exchange) {
        return exchange.response().isEmpty()
                && isForWorkerToCome(exchange)
                && exchange.failure()
                        .filter(reason ->
                                reason.cancelled() && !reason.errorText().isEmpty())
                        .isPresent();
    }

    /**
     * Return what came of it, for the worker and the page that wanted it.
     *
     * @param words what came of the request
     */
    String sentence(String worker, Exchange script, String words) {
        return sentence(
                worker,
                script,
                "does not run",
                isNoScript(script)
                        ? "is " + SafeText.line(mimeType(script), 40) + ", and no JavaScript"
                        : isUnanswered(script) ? "got no answer" : words);
    }

    /** Add those whose script had not come when a test failed, and return the requests for them. */
    Set<Exchange> addAwaited(List<Exchange> exchanges, PointInTime end, Findings findings) {
        var awaited = new HashSet<Exchange>();
        for (var script : exchanges) {
            var since = end.since(script.timing().started());
            if (isForWorkerToCome(script)
                    && script.response().isEmpty()
                    && script.failure().isEmpty()
                    && !script.finished()
                    && since.compareTo(LONG) >= 0
                    && isPageThere(script, exchanges)) {
                awaited.add(script);
                findings.add(
                                Suspicion.Kind.WORKER,
                                script.timing().started(),
                                script.session(),
                                script.sequence(),
                                sentence(
                                        workerOf(script).orElse("worker"),
                                        script,
                                        "did not run yet at " + end.name(),
                                        "had been asked for %s before and was not answered"
                                                .formatted(Durations.format(since))))
                        .stillSo();
            }
        }
        return awaited;
    }

    private static String sentence(String worker, Exchange script, String what, String words) {
        var wantedBy = script.initiator().url();
        return "The %s%s %s: its script %s"
                .formatted(
                        worker,
                        wantedBy.isEmpty() ? "" : ", which " + SafeText.line(wantedBy, URL) + " wanted,",
                        what,
                        words);
    }

    private static String mimeType(Exchange exchange) {
        return exchange.response().map(Exchange.Response::mimeType).orElse("");
    }
}
