package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.recording.Exchange;
import java.util.Optional;

/** Requests for the scripts of workers: Chrome gives them the ids of the workers. */
final class WorkerScripts {

    private static final int URL = 120;

    private final RecordedTargets targets;

    WorkerScripts(RecordedTargets targets) {
        this.targets = targets;
    }

    /** Return the worker whose script a request is for. */
    Optional<RecordedTarget> workerOf(Exchange exchange) {
        return targets.worker(exchange.id());
    }

    /** Return whether it was answered well, but with what Chrome does not take for the script of a service worker. */
    boolean isNoScript(Exchange exchange) {
        return exchange.response()
                        .filter(response -> response.status() == 200
                                && !response.mimeType().isEmpty()
                                && !response.mimeType().endsWith("javascript")
                                && !response.mimeType().endsWith("ecmascript"))
                        .isPresent()
                && workerOf(exchange)
                        .filter(worker -> worker.type().equals("service_worker"))
                        .isPresent();
    }

    /**
     * Return what came of it, for the worker and the page that wanted it.
     *
     * @param words what came of the request
     */
    String sentence(RecordedTarget worker, Exchange script, String words) {
        var wantedBy = script.initiator().url();
        return "The %s%s does not run: its script %s"
                .formatted(
                        worker.fullName(script.timing().started()),
                        wantedBy.isEmpty() ? "" : ", which " + SafeText.line(wantedBy, URL) + " wanted,",
                        isNoScript(script)
                                ? "is " + SafeText.line(mimeType(script), 40) + ", and no JavaScript"
                                : words);
    }

    private static String mimeType(Exchange exchange) {
        return exchange.response().map(Exchange.Response::mimeType).orElse("");
    }
}
