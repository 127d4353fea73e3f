package io.github.withcdp.assertions;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.assertions.internal.evidence.MissingEventHint;
import io.github.withcdp.assertions.internal.match.EventPattern;
import io.github.withcdp.recording.CapturedEvents;
import java.util.List;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;

/**
 * Assertions about events that are on record, or were put together by hand.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public class CapturedEventsAssert extends AbstractEventsAssert<CapturedEventsAssert, CapturedEvents> {

    /** Create an assertion about events. */
    protected CapturedEventsAssert(@Nullable CapturedEvents actual) {
        super(actual, CapturedEventsAssert.class);
    }

    @Override
    CapturedEvents capturedEvents() {
        return actual;
    }

    @Override
    String incompleteBecause() {
        return actual.incompleteBecause();
    }

    @Override
    List<String> suspicions(EventPattern missing) {
        return MissingEventHint.in(actual, missing);
    }
}
