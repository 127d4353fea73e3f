package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.ShownExchange;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.session.CDPSession;
import java.time.Duration;
import java.util.List;
import org.apiguardian.api.API;

/**
 * The requests of a session that are like what is demanded, which {@link LiveExchangesAssert} is about.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class LiveExchanges extends LiveList<Exchange> {

    private final RequestCondition condition;

    LiveExchanges(CDPSession session, Duration limit, RequestCondition condition) {
        super(session, limit, Words.REQUESTS);
        this.condition = condition;
    }

    RequestCondition condition() {
        return condition;
    }

    @Override
    List<Exchange> in(CDPSession session) {
        return all(session).stream().filter(condition::counts).toList();
    }

    static List<Exchange> all(CDPSession session) {
        return Hops.of(session.recording().exchanges());
    }

    @Override
    boolean isInteresting(String method) {
        return method.startsWith("Network.")
                || method.startsWith("Target.") // other sessions end with news of requests
                || method.equals("Page.frameNavigated"); // which ends requests
    }

    @Override
    List<String> lines() {
        return condition.lines();
    }

    @Override
    Instead<Exchange> instead() {
        return new Instead<>(all(session()), condition::checks, ShownExchange::line, words().noun(), "was made");
    }
}
