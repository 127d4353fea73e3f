package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.evidence.FailureCauses;
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
 * Assertions about a request and what came of it, as a recording has them. They judge at once.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class ExchangeAssert extends AbstractExchangeAssert<ExchangeAssert, Exchange> {

    private static final String NOT_CAPTURED =
            "it was not captured: assertions about a session fetch bodies, a recording has those that were fetched";

    /** Create an assertion about a request and what came of it. */
    protected ExchangeAssert(@Nullable Exchange actual) {
        super(actual, ExchangeAssert.class);
    }

    @Override
    final Verdict judge(Predicate<Exchange> met, Predicate<Exchange> decided) {
        isNotNull();
        return Verdict.atOnce(actual, met.test(actual));
    }

    @Override
    final Optional<ErrorMessageFactory> absence() {
        return actual == null ? Optional.of(ShouldNotBeNull.shouldNotBeNull()) : Optional.empty();
    }

    @Override
    final FoundBody responseBody() {
        isNotNull();
        if (actual.response().isEmpty()) {
            return FoundBody.none(FailureCauses.fate(Verdict.atOnce(actual, false)));
        }
        return actual.response().get().body().map(FoundBody::of).orElse(FoundBody.none(NOT_CAPTURED));
    }

    @Override
    final FoundBody requestBody() {
        isNotNull();
        var request = actual.request();
        return request.body()
                .map(FoundBody::of)
                .orElse(FoundBody.none(request.hasBody() ? NOT_CAPTURED : "it was sent without one"));
    }
}
