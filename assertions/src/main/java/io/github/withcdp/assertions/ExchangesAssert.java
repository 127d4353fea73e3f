package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.recording.Exchange;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a list of requests and what came of them: AssertJ's own about lists, with {@link ExchangeAssert} for each of them. They judge at once.
 * {@link RecordingAssert#requests} leads here.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class ExchangesAssert
        extends AbstractFoundListAssert<ExchangesAssert, List<? extends Exchange>, Exchange, ExchangeAssert> {

    /** Create an assertion about requests and what came of them. */
    protected ExchangesAssert(@Nullable List<? extends Exchange> actual) {
        super(actual, ExchangesAssert.class);
    }

    @Override
    final ExchangeAssert elementAssert(@Nullable Exchange element) {
        return new ExchangeAssert(element);
    }

    @Override
    protected ExchangesAssert newAbstractIterableAssert(Iterable<? extends Exchange> iterable) {
        return new ExchangesAssert(
                StreamSupport.stream(iterable.spliterator(), false).toList());
    }
}
