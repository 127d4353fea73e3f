package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.evidence.FailureCauses;
import io.github.withcdp.assertions.internal.evidence.FoundBody;
import io.github.withcdp.assertions.internal.evidence.Verdict;
import io.github.withcdp.assertions.internal.wait.WaitOutcome;
import io.github.withcdp.assertions.internal.wait.WaitOutcome.Kind;
import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Exchange.Body;
import io.github.withcdp.recording.Exchange.Response;
import io.github.withcdp.session.CDPSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.apiguardian.api.API;

/**
 * A request of a session, of which there may be news, which {@link LiveExchangeAssert} is about.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class LiveExchange {

    private final LiveExchanges list;
    private final Optional<Exchange> found;

    private LiveExchange(LiveExchanges list, Optional<Exchange> found) {
        this.list = list;
        this.found = found;
    }

    /** Return one of those that were found; or none, which soft assertions get to. */
    static LiveExchange of(LiveExchanges list, Optional<Exchange> found) {
        return new LiveExchange(list, found);
    }

    boolean isThere() {
        return found.isPresent();
    }

    List<String> lines() {
        return list.lines();
    }

    /** Return what is known of it by now. */
    Exchange now() {
        var exchange = found.orElseThrow();
        return LiveExchanges.all(list.recording()).stream()
                .filter(other -> other.sequence() == exchange.sequence())
                .findFirst()
                .orElse(exchange);
    }

    /** Wait until it is as it should be, or will not be so any more. */
    Verdict judge(Predicate<Exchange> met, Predicate<Exchange> decided) {
        var news = new News(met, decided);
        var outcome = list.until(news::look);
        return new Verdict(news.exchange, met.test(news.exchange), ending(outcome), outcome.details());
    }

    /** The request as it was looked at last. */
    private final class News {

        private final Predicate<Exchange> met;
        private final Predicate<Exchange> decided;
        private Exchange exchange = now();

        News(Predicate<Exchange> met, Predicate<Exchange> decided) {
            this.met = met;
            this.decided = decided;
        }

        boolean look() {
            exchange = now();
            return met.test(exchange) || decided.test(exchange);
        }
    }

    private String ending(WaitOutcome outcome) {
        return outcome.is(Kind.TIME_IS_UP) ? " within " + Durations.format(list.limit()) : outcome.andClause();
    }

    FoundBody responseBody() {
        var verdict = judge(exchange -> false, Verdict::hasEnded);
        var response = verdict.exchange().response();
        if (response.isEmpty()) {
            return FoundBody.none(FailureCauses.fate(verdict));
        }
        return response.get()
                .body()
                .map(FoundBody::of)
                .orElseGet(() -> fetch(
                        "Network.getResponseBody",
                        exchange -> exchange.response().flatMap(Response::body)));
    }

    FoundBody requestBody() {
        var request = now().request();
        if (!request.hasBody()) {
            return FoundBody.none("it was sent without one");
        }
        var recordedBody = request.body();
        if (recordedBody.isPresent() && recordedBody.get().isComplete()) {
            return FoundBody.of(recordedBody.get());
        }
        var fetchedBody = fetch(
                "Network.getRequestPostData", exchange -> exchange.request().body());
        return fetchedBody.body().isEmpty() && recordedBody.isPresent()
                ? FoundBody.of(recordedBody.get())
                : fetchedBody;
    }

    /** Have Chrome tell a body, so that the record has it. */
    private FoundBody fetch(String command, Function<Exchange, Optional<Body>> body) {
        try {
            var exchange = now();
            sessionOf(exchange).send(command, Map.of("requestId", exchange.id()), list.limit());
        } catch (CDPException refusal) {
            return FoundBody.none("it cannot be fetched: " + refusal.getMessage());
        }
        return body.apply(now()).map(FoundBody::of).orElse(FoundBody.none("Chrome tells none of a redirect"));
    }

    private CDPSession sessionOf(Exchange exchange) {
        return list.waiting().sessions().now().stream()
                .filter(session -> session.id().equals(exchange.session()))
                .findFirst()
                .orElse(list.session());
    }

    @Override
    public String toString() {
        return isThere() ? now().toString() : "no request";
    }
}
