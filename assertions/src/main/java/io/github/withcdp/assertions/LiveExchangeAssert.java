package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.error.ShouldBeThere;
import io.github.withcdp.assertions.internal.evidence.FoundBody;
import io.github.withcdp.assertions.internal.evidence.Verdict;
import io.github.withcdp.recording.Exchange;
import java.util.Optional;
import java.util.function.Predicate;
import org.apiguardian.api.API;
import org.assertj.core.error.ErrorMessageFactory;
import org.assertj.core.error.ShouldNotBeNull;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about a request of a session. They wait for the response, or the end, if that is what they are about,
 * as long as those about its session do, and they fetch bodies.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class LiveExchangeAssert extends AbstractExchangeAssert<LiveExchangeAssert, LiveExchange> {

    /** Create an assertion about a request of a session. */
    protected LiveExchangeAssert(@Nullable LiveExchange actual) {
        super(actual, LiveExchangeAssert.class);
    }

    @Override
    final Optional<ErrorMessageFactory> absence() {
        if (actual == null) {
            return Optional.of(ShouldNotBeNull.shouldNotBeNull());
        }
        return actual.isThere() ? Optional.empty() : Optional.of(ShouldBeThere.shouldBeThere(actual.lines()));
    }

    private LiveExchange there() {
        absence().ifPresent(why -> throwAssertionError(why));
        return actual;
    }

    @Override
    final Verdict judge(Predicate<Exchange> met, Predicate<Exchange> decided) {
        return there().judge(met, decided);
    }

    @Override
    final FoundBody responseBody() {
        return there().responseBody();
    }

    @Override
    final FoundBody requestBody() {
        return there().requestBody();
    }
}
