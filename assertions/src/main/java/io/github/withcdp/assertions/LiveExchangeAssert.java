package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.error.ShouldBeThere;
import io.github.withcdp.recording.Exchange;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a request of a session. They wait for the response, or the end, if that is what they are about,
 * as long as those about its session do, and they fetch bodies.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class LiveExchangeAssert extends AbstractExchangeAssert<LiveExchangeAssert, LiveExchange> {

    private static final FoundBody NOT_THERE = FoundBody.none("there is no such request");

    /** Create an assertion about a request of a session. */
    protected LiveExchangeAssert(@Nullable LiveExchange actual) {
        super(actual, LiveExchangeAssert.class);
    }

    @Override
    final Judged judge(Predicate<Exchange> met, Predicate<Exchange> decided) {
        return there().judge(met, decided);
    }

    private LiveExchange there() {
        isNotNull();
        if (!actual.isThere()) {
            throwAssertionError(ShouldBeThere.shouldBeThere(actual.lines()));
        }
        return actual;
    }

    @Override
    final FoundBody responseBody() {
        isNotNull();
        return actual.isThere() ? actual.responseBody() : NOT_THERE;
    }

    @Override
    final FoundBody requestBody() {
        isNotNull();
        return actual.isThere() ? actual.requestBody() : NOT_THERE;
    }
}
