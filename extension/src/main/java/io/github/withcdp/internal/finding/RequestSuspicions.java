package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.recording.Exchange;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Requests that failed; the browser's own one for its icon does not count, and a preflight is told with the request that it was for. */
final class RequestSuspicions {

    private static final int URL = 120;

    /** Of so many the bodies are looked at: each is read from the recording. */
    private static final int EXCERPTS = 50;

    private final RequestOutcomes outcomes;
    private final CorsParameters corsParameters;
    private final CommandDetector commands;
    private final HandledRequests handled;
    private final WorkerScripts scripts;
    private final PolicyViolations violations;
    private final MixedContent mixed;

    /** Add with the help of those who have seen all messages. */
    RequestSuspicions(
            RequestOutcomes outcomes,
            CorsParameters corsParameters,
            CommandDetector commands,
            HandledRequests handled,
            RecordedTargets targets,
            PolicyViolations violations,
            MixedContent mixed) {
        this.outcomes = outcomes;
        this.corsParameters = corsParameters;
        this.commands = commands;
        this.handled = handled;
        this.violations = violations;
        this.mixed = mixed;
        scripts = new WorkerScripts(targets);
    }

    /**
     * Add what is suspicious about requests.
     *
     * @param exchanges up to the failure
     * @param all the same with what was told later: bodies are asked for after the failure
     * @param failedRequests is given those that failed
     */
    void add(List<Exchange> exchanges, List<Exchange> all, FailedRequests failedRequests, Findings findings) {
        var failed = exchanges.stream()
                .filter(exchange -> (exchange.hasFailed() && !exchange.isFavicon() && !isSocket(exchange))
                        || scripts.isNone(exchange, exchanges))
                .sorted(Comparator.comparing(
                        RequestSuspicions::isPreflight)) // which begins before its request or after it
                .toList();
        var preflights = preflights(exchanges, failed);
        var responses = responses(failed, all);
        var withPreflight = new HashMap<String, Finding>();
        for (var exchange : failed) {
            var before = isPreflight(exchange) ? withPreflight.get(exchange.url()) : null;
            var request = new FailedRequest(
                    exchange,
                    corsParameters.of(exchange.id()),
                    preflights.getOrDefault(exchange.url(), 0),
                    directiveAgainst(exchange),
                    handled.commandFor(exchange.id()));
            var finding = before == null
                    ? add(request, Optional.ofNullable(responses.get(exchange.sequence())), findings)
                    : before;
            if (preflights.containsKey(exchange.url())) {
                withPreflight.put(exchange.url(), finding);
            }
            mixed.tell(exchange);
            failedRequests.add(exchange, finding);
        }
    }

    private String directiveAgainst(Exchange exchange) {
        return exchange.failure()
                .filter(why -> why.blockedReason().equals("csp"))
                .map(why -> violations.directiveAgainst(exchange))
                .orElse("");
    }

    /** Return what the preflights were answered with because of which a request failed, by its URL; 0 if with nothing. */
    private static Map<String, Integer> preflights(List<Exchange> exchanges, List<Exchange> failed) {
        var preflights = new HashMap<String, Integer>();
        failed.stream()
                .filter(exchange -> exchange.failure()
                        .filter(reason -> CorsErrors.isAboutPreflight(reason.corsError()))
                        .isPresent())
                .forEach(exchange -> preflights.put(exchange.url(), 0));
        exchanges.stream()
                .filter(RequestSuspicions::isPreflight)
                .forEach(exchange -> preflights.computeIfPresent(exchange.url(), (url, other) -> exchange.status()));
        return preflights;
    }

    private static Map<Long, Exchange.Response> responses(List<Exchange> failed, List<Exchange> all) {
        var wanted = failed.stream().map(Exchange::sequence).limit(EXCERPTS).collect(Collectors.toSet());
        var responses = new HashMap<Long, Exchange.Response>();
        for (var exchange : wanted.isEmpty() ? List.<Exchange>of() : all) {
            if (wanted.contains(exchange.sequence())) {
                exchange.response().ifPresent(response -> responses.put(exchange.sequence(), response));
            }
        }
        return responses;
    }

    private Finding add(FailedRequest request, Optional<Exchange.Response> withBody, Findings findings) {
        var exchange = request.exchange();
        var navigation = commands.navigation(exchange.id());
        if (navigation.isPresent()) {
            outcomes.of(exchange)
                    .forEach(message ->
                            navigation.get().alsoTold(Suspicion.Kind.REQUEST_FAILED, message, request.meaning()));
            return navigation.get();
        }
        boolean badStatus = exchange.status() >= 400;
        var worker = scripts.workerOf(exchange);
        return findings.addAlike(
                worker.isPresent()
                        ? Suspicion.Kind.WORKER
                        : badStatus ? Suspicion.Kind.BAD_STATUS : Suspicion.Kind.REQUEST_FAILED,
                badStatus
                        ? exchange.timing().responded().orElse(exchange.timing().ended())
                        : exchange.timing().ended(),
                exchange.session(),
                outcomes.of(exchange),
                worker.map(of -> scripts.sentence(of, exchange, request.words()))
                        .orElseGet(() ->
                                name(exchange, "A request whose beginning was not recorded") + " " + request.words()),
                request.details(withBody) + mixed.upgrade(exchange));
    }

    private static boolean isPreflight(Exchange exchange) {
        return exchange.resourceType().equals("Preflight");
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

    /** Return the line of the script or document that asked, to be said behind what came of it; empty if it is not known. */
    static String askedAt(Exchange exchange) {
        var asked = exchange.initiator();
        return asked.url().isEmpty() || asked.line() == 0
                ? ""
                : ", asked for at " + SafeText.line(asked.url(), URL) + ":" + asked.line();
    }
}
