package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.evidence.ClosestMatches;
import io.github.withcdp.assertions.internal.evidence.ListWording;
import io.github.withcdp.assertions.internal.evidence.RedirectChains;
import io.github.withcdp.assertions.internal.text.ShownExchange;
import io.github.withcdp.assertions.internal.wait.WaitSettings;
import io.github.withcdp.internal.spi.Demands;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.Recording;
import java.util.List;
import java.util.Set;
import org.apiguardian.api.API;

/**
 * The requests of a session that are like what is demanded, which {@link LiveExchangesAssert} is about.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class LiveExchanges extends LiveList<Exchange> {

    /** What tells of one more part of a request, or of a stream that has no end. */
    private static final Set<String> PARTS = Set.of(
            "Network.dataReceived",
            "Network.eventSourceMessageReceived",
            "Network.webSocketFrameReceived",
            "Network.webSocketFrameSent");

    private static final RequestCondition ANY = RequestConditions.request("**");

    private final RequestCondition condition;
    private final List<String> lines;

    LiveExchanges(WaitSettings waiting, RequestCondition condition) {
        this(waiting, ListWording.REQUESTS, condition, condition.lines());
    }

    private LiveExchanges(WaitSettings waiting, ListWording words, RequestCondition condition, List<String> lines) {
        super(waiting, words);
        this.condition = condition;
        this.lines = lines;
    }

    /** Return those that are not like any of some, which are demanded. */
    static LiveExchanges otherThan(WaitSettings waiting, List<RequestCondition> conditions) {
        return new LiveExchanges(
                waiting,
                ListWording.OTHER_REQUESTS,
                RequestConditions.otherThan(conditions),
                RequestCondition.lines(conditions));
    }

    RequestCondition condition() {
        return condition;
    }

    @Override
    List<Exchange> in(Recording recording) {
        return all(recording).stream().filter(condition::counts).toList();
    }

    static List<Exchange> all(Recording recording) {
        return RedirectChains.of(recording.exchanges());
    }

    @Override
    boolean isInteresting(String method) {
        return (method.startsWith("Network.") && !PARTS.contains(method))
                || method.startsWith("Target.") // other sessions end with news of requests
                || method.equals("Page.frameNavigated"); // which ends requests
    }

    @Override
    boolean isSelective() {
        return !condition.lines().equals(ANY.lines());
    }

    @Override
    void note(Exchange one, Demands demands) {
        demands.request(one.id());
    }

    @Override
    List<String> lines() {
        return lines;
    }

    @Override
    ClosestMatches<Exchange> instead() {
        return new ClosestMatches<>(
                all(recording()), condition::checks, ShownExchange::line, words().noun(), "was made");
    }
}
