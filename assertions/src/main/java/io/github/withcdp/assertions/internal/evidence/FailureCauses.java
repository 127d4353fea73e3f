package io.github.withcdp.assertions.internal.evidence;

import io.github.withcdp.assertions.internal.text.ShownExchange;
import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Failure;
import io.github.withcdp.recording.Exchange.Response;
import io.github.withcdp.recording.Exchange.Source;
import java.util.ArrayList;
import java.util.List;

/** What explains that a request did not fare as it should. */
public final class FailureCauses {

    private static final int HOPS = 5;

    private FailureCauses() {}

    /** Return what happened to a request, for "but …". */
    public static String fate(Verdict verdict) {
        var exchange = verdict.exchange();
        return exchange.failure()
                .filter(failure -> exchange.response().isEmpty())
                .map(failure -> "it " + ShownExchange.failure(failure))
                .or(() -> exchange.response().map(response -> "it was answered with " + ShownExchange.status(response)))
                .orElse("it was not answered" + verdict.ending());
    }

    /** Return what else there is to know. */
    public static List<String> of(Verdict verdict) {
        var exchange = verdict.exchange();
        var lines = new ArrayList<String>(verdict.details());
        lines.addAll(redirects(exchange));
        exchange.response()
                .map(Response::source)
                .filter(source -> source != Source.NETWORK)
                .ifPresent(source -> lines.add("It came from %s.".formatted(ShownExchange.source(source))));
        exchange.failure()
                .filter(failure -> exchange.response().isPresent())
                .ifPresent(failure -> lines.add("Then it %s.".formatted(ShownExchange.failure(failure))));
        exchange.failure()
                .filter(Failure::cancelled)
                .ifPresent(failure -> lines.add("The page gave it up, or navigated away."));
        exchange.response()
                .filter(response -> response.status() >= 400)
                .flatMap(ShownExchange::excerpt)
                .ifPresent(body -> lines.add("Its body: " + body));
        return lines;
    }

    /** Return the redirects that led to a request, a line each. */
    public static List<String> redirects(Exchange exchange) {
        var all = exchange.redirects();
        var lines = new ArrayList<String>();
        all.stream()
                .limit(HOPS)
                .map(hop -> "It was redirected from " + ShownExchange.line(hop))
                .forEach(lines::add);
        if (all.size() > HOPS) {
            lines.add("…(%d more redirects)…".formatted(all.size() - HOPS));
        }
        return lines;
    }

    /** Return where the time of a request went, on one line; none if that is not known. */
    public static List<String> phases(Exchange exchange) {
        var timing = exchange.timing();
        var phases = new ArrayList<String>();
        timing.blocked().ifPresent(time -> phases.add("queued " + Durations.format(time)));
        timing.dns().ifPresent(time -> phases.add("name " + Durations.format(time)));
        timing.connect().ifPresent(time -> phases.add("connecting " + Durations.format(time)));
        timing.send().ifPresent(time -> phases.add("sending " + Durations.format(time)));
        timing.waiting().ifPresent(time -> phases.add("waiting " + Durations.format(time)));
        timing.receive().ifPresent(time -> phases.add("receiving " + Durations.format(time)));
        return phases.isEmpty() ? List.of() : List.of("Where the time went: " + String.join(", ", phases));
    }
}
