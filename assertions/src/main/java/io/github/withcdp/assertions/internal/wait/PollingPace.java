package io.github.withcdp.assertions.internal.wait;

import io.github.withcdp.assertions.internal.wait.LiveWait.Pace;
import io.github.withcdp.assertions.internal.wait.LiveWait.Pause;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How often something is asked for: with growing pauses, because what is asked stands in the record. When something has come, the pauses begin
 * to grow anew, for what it brings about follows soon. However much comes, it is not asked more often than so many times in the time that has
 * been waited.
 */
final class PollingPace implements Pace {

    private static final Duration SHORTEST = Duration.ofMillis(10);
    private static final Duration LONGEST = Duration.ofMillis(250);

    /** What a pause is of the time that has been waited. */
    private static final int PART = 20;

    private final LongSupplier nanoTime;
    private final long start;
    private Duration next = SHORTEST;

    /** Create for somebody who begins to wait now. */
    PollingPace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.start = nanoTime.getAsLong();
    }

    @Override
    public Pause after(boolean came) {
        var shortest = within(Duration.ofNanos((nanoTime.getAsLong() - start) / PART));
        var longest = came ? SHORTEST : next;
        next = within(longest.multipliedBy(2));
        return new Pause(shortest, Optional.of(longest.compareTo(shortest) < 0 ? shortest : longest));
    }

    private static Duration within(Duration pause) {
        var atLeast = pause.compareTo(SHORTEST) < 0 ? SHORTEST : pause;
        return atLeast.compareTo(LONGEST) > 0 ? LONGEST : atLeast;
    }
}
