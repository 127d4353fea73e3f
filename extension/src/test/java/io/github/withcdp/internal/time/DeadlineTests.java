package io.github.withcdp.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeadlineTests {

    @Test
    void can_be_as_far_away_as_one_likes() {
        assertThat(Deadline.nanos(Duration.ofMillis(5))).isEqualTo(5_000_000);
        assertThat(Deadline.in(Duration.ofSeconds(Long.MAX_VALUE)).left()).isPositive();
    }

    @Test
    void leaves_nothing_when_it_is_over_and_a_socket_no_time_without_end() {
        var over = Deadline.in(Duration.ofNanos(-1));

        assertThat(over.isOver()).isTrue();
        assertThat(over.leftNanos()).isZero();
        assertThat(over.left()).isZero();
        assertThat(over.leftMillis()).isEqualTo(1);
    }

    @Test
    void lasts_as_long_as_its_limit() {
        var deadline = Deadline.in(Duration.ofHours(1));

        assertThat(deadline.isOver()).isFalse();
        assertThat(deadline.left()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
        assertThat(deadline.leftMillis()).isBetween(59 * 60_000, 60 * 60_000);
    }
}
