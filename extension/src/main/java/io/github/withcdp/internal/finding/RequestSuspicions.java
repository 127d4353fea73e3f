package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.recording.Exchange;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Requests that failed; the browser's own one for its icon does not count. */
final class RequestSuspicions {

    private static final int URL = 200;

    private RequestSuspicions() {}

    /** Add what is suspicious about requests. */
    static void add(
            List<Exchange> exchanges,
            RequestOutcomes outcomes,
            CommandDetector commands,
            FailedRequests failed,
            Findings findings) {
        for (var exchange : exchanges) {
            if (exchange.hasFailed() && !exchange.isFavicon() && !isSocket(exchange)) {
                var navigation = commands.navigation(exchange.id());
                navigation.ifPresent(finding -> outcomes.of(exchange)
                        .forEach(message -> finding.alsoTold(Suspicion.Kind.REQUEST_FAILED, message, "")));
                failed.add(exchange, navigation.orElseGet(() -> addFailed(exchange, outcomes, findings)));
            }
        }
    }

    private static Finding addFailed(Exchange exchange, RequestOutcomes outcomes, Findings findings) {
        var failure = exchange.failure().filter(reason -> !reason.cancelled()).map(RequestSuspicions::why);
        var answer = exchange.response().map(RequestSuspicions::answer);
        boolean badStatus = exchange.status() >= 400;
        return findings.add(
                badStatus ? Suspicion.Kind.BAD_STATUS : Suspicion.Kind.REQUEST_FAILED,
                badStatus
                        ? exchange.timing().responded().orElse(exchange.timing().ended())
                        : exchange.timing().ended(),
                exchange.session(),
                outcomes.of(exchange),
                name(exchange, "A request whose beginning was not recorded") + " "
                        + Stream.concat(answer.stream(), failure.stream()).collect(Collectors.joining(", then ")));
    }

    private static String answer(Exchange.Response response) {
        return ("was answered with " + response.status() + " " + response.statusText()).stripTrailing();
    }

    private static String why(Exchange.Failure failure) {
        var error = failure.errorText().isEmpty() ? "no reason given" : failure.errorText();
        return "failed: " + error
                + (failure.blockedReason().isEmpty() ? "" : ", blocked by " + failure.blockedReason())
                + (failure.corsError().isEmpty() ? "" : ", CORS: " + failure.corsError());
    }

    /** A {@link WebSocketDetector} tells of those. */
    private static boolean isSocket(Exchange exchange) {
        return exchange.resourceType().equals("WebSocket");
    }

    /** Return method and address, as far as they are on record. */
    static String name(Exchange exchange, String otherwise) {
        var name =
                (exchange.method() + " " + SafeText.line(exchange.url(), URL)).strip(); // a data: URL may be megabytes
        return name.isEmpty() ? otherwise : name;
    }
}
