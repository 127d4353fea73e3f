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
    private final List<String> lines;

    LiveExchanges(CDPSession session, Duration limit, RequestCondition condition) {
        this(session, limit, Words.REQUESTS, condition, condition.lines());
    }

    private LiveExchanges(
            CDPSession session, Duration limit, Words words, RequestCondition condition, List<String> lines) {
        super(session, limit, words);
        this.condition = condition;
        this.lines = lines;
    }

    /** Return those that are not like any of some, which are demanded. */
    static LiveExchanges otherThan(CDPSession session, Duration limit, List<RequestCondition> conditions) {
        return new LiveExchanges(
                session,
                limit,
                Words.OTHER_REQUESTS,
                RequestConditions.otherThan(conditions),
                RequestCondition.lines(conditions));
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
        return lines;
    }

    @Override
    Instead<Exchange> instead() {
        return new Instead<>(all(session()), condition::checks, ShownExchange::line, words().noun(), "was made");
    }
}
