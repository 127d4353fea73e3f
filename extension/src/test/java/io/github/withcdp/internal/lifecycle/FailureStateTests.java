package io.github.withcdp.internal.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.internal.lifecycle.FailureState.Point;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FailureStateTests {

    private static final Duration EARLY = Duration.ofSeconds(1);
    private static final Duration LATE = Duration.ofSeconds(2);

    private static final FailureState FAILED = FailureState.NONE.failed("@BeforeEach", EARLY);

    @Test
    void has_the_point_of_what_failed_first() {
        assertThat(FailureState.NONE.point()).isEmpty();
        assertThat(FAILED.point()).contains(new Point("@BeforeEach", EARLY));
        assertThat(FAILED.failed("", LATE)).isEqualTo(FAILED);
    }

    @Test
    void forgets_what_somebody_has_dealt_with_and_keeps_what_was_done() {
        assertThat(FAILED.dismissed()).isEqualTo(FailureState.NONE);
        assertThat(FAILED.paused().callbacksOver().dismissed())
                .isEqualTo(FailureState.NONE.paused().callbacksOver());
        assertThat(FAILED.dismissed().failed("", LATE).point()).contains(new Point("", LATE));
    }

    @Test
    void pauses_once_for_each_failure() {
        var reported = new AssertionError();

        assertThat(FAILED.isPaused()).isFalse();
        assertThat(FAILED.paused().isPaused()).isTrue();
        assertThat(FAILED.paused().point()).isEqualTo(FAILED.point());
        assertThat(FAILED.paused().reported(reported).isPaused()).isFalse();
    }

    @Test
    void knows_the_failure_that_was_reported_last_by_identity() {
        var first = new IllegalStateException("same");
        var second = new IllegalStateException("same");
        var state = FAILED.reported(first);

        assertThat(FAILED.isReported(first)).isFalse();
        assertThat(state.isReported(first)).isTrue();
        assertThat(state.isReported(second)).isFalse();
        assertThat(state.reported(second).isReported(first)).isFalse();
        assertThat(state.dismissed().isReported(first)).isTrue();
    }

    @Test
    void begins_anew_after_a_report() {
        var state = FAILED.paused().reported(new AssertionError());

        assertThat(state.point()).isEmpty();
        assertThat(state.failed("@AfterEach", LATE).point()).contains(new Point("@AfterEach", LATE));
    }

    @Test
    void stays_past_the_callbacks() {
        assertThat(FAILED.areCallbacksOver()).isFalse();
        assertThat(FAILED.callbacksOver().point()).isEqualTo(FAILED.point());
        assertThat(FAILED.callbacksOver().reported(new AssertionError()).areCallbacksOver())
                .isTrue();
    }
}
