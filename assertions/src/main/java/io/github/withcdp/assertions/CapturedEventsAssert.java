package io.github.withcdp.assertions;

import io.github.withcdp.recording.CapturedEvents;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Assertions about events that are on record, or were put together by hand. */
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
    List<String> suspicions(EventPattern missing) {
        return Suspicion.in(actual, missing);
    }
}
