package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.evidence.FoundList;
import io.github.withcdp.recording.Exchange;
import java.util.List;
import org.apiguardian.api.API;
import org.assertj.core.api.InstanceOfAssertFactory;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about the requests of a session; {@link CDPSessionAssert#requests} leads here. They wait.
 * Each hop of a redirect is a request of its own.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class LiveExchangesAssert
        extends AbstractLiveListAssert<
                LiveExchangesAssert, LiveExchanges, Exchange, LiveExchangeAssert, ExchangesAssert> {

    /** Create an assertion about the requests of a session. */
    protected LiveExchangesAssert(@Nullable LiveExchanges actual) {
        super(actual, LiveExchangesAssert.class);
    }

    @Override
    final LiveExchangeAssert elementAssert(List<Exchange> found, int index) {
        var exchange = found.stream().skip(Math.max(0, index)).findFirst();
        return asInstanceOf(new InstanceOfAssertFactory<>(
                LiveExchanges.class, list -> new LiveExchangeAssert(LiveExchange.of(list, exchange))));
    }

    /** {@inheritDoc} */
    @Override
    public ExchangesAssert now() {
        isNotNull();
        return asInstanceOf(new InstanceOfAssertFactory<>(
                LiveExchanges.class,
                list -> new ExchangesAssert(new FoundList<>(
                        list.session(), list.words(), list.lines(), list.now(), list.instead(), List.of()))));
    }
}
