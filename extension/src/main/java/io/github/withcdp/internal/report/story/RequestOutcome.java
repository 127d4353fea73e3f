package io.github.withcdp.internal.report.story;

import io.github.withcdp.internal.network.FailureByStatus;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Failure;
import io.github.withcdp.recording.Exchange.Response;
import io.github.withcdp.recording.Exchange.Source;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What had come of a request at a moment.
 *
 * @param text {@code 200 OK (from disk cache)}, {@code net::ERR_FAILED}, {@code pending}
 * @param at when it was answered; when it ended, or began, if it was not
 * @param failed whether it had gone wrong
 * @param pending whether it had not ended
 */
public record RequestOutcome(String text, Duration at, boolean failed, boolean pending) {

    /** Those without an end are open, not pending. */
    private static final List<String> ENDLESS = List.of("WebSocket", "EventSource");

    /**
     * Return what had come of a request.
     *
     * @param moment when, in the time of the recording; empty for the end of it
     */
    public static RequestOutcome at(Optional<Duration> moment, Exchange exchange) {
        var timing = exchange.timing();
        boolean responded =
                timing.responded().filter(time -> isBy(moment, time)).isPresent();
        boolean ended = exchange.finished() && isBy(moment, timing.ended());
        var response = exchange.response().filter(known -> responded || ended);
        var failure = exchange.failure().filter(known -> ended);
        var words = new ArrayList<String>();
        response.map(RequestOutcome::answer).ifPresent(words::add);
        failure.filter(known -> response.isEmpty() || !FailureByStatus.is(exchange))
                .map(reason -> reason(reason, response.isPresent()))
                .ifPresent(words::add);
        boolean open = response.isPresent() && ENDLESS.contains(exchange.resourceType());
        boolean pending = !ended && failure.isEmpty() && !open;
        if (pending) {
            words.add("pending");
        }
        boolean failed = failure.map(reason -> !reason.cancelled()).orElse(false)
                || response.map(Response::status).orElse(0) >= 400;
        var at = timing.responded().filter(time -> responded).orElse(ended ? timing.ended() : timing.started());
        return new RequestOutcome(words.isEmpty() ? "no response" : String.join(", ", words), at, failed, pending);
    }

    private static boolean isBy(Optional<Duration> moment, Duration time) {
        return moment.isEmpty() || time.compareTo(moment.get()) <= 0;
    }

    private static String answer(Response response) {
        return (response.status() + " " + response.statusText()).strip() + from(response.source());
    }

    private static String from(Source source) {
        return switch (source) {
            case DISK_CACHE -> " (from disk cache)";
            case MEMORY_CACHE -> " (from memory cache)";
            case PREFETCH_CACHE -> " (from prefetch cache)";
            case SERVICE_WORKER -> " (from service worker)";
            case NETWORK, REVALIDATED -> "";
        };
    }

    private static String reason(Failure failure, boolean answered) {
        if (failure.cancelled()) {
            // The server had done what it was asked for, so this is no failure of the request.
            return answered ? "its body was cut off" : "cancelled";
        }
        var text = failure.errorText().isEmpty() ? "failed" : failure.errorText();
        var because = failure.blockedReason().isEmpty() ? failure.corsError() : failure.blockedReason();
        return because.isEmpty() ? text : text + " (" + because + ")";
    }
}
