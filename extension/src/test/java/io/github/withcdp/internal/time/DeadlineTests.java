package io.github.withcdp.internal.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
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

    // --- A time that somebody tells

    private static final class ToldTime implements Ticker {

        private long now;
        private boolean silent;
        private int waiting;

        @Override
        public long nanoTime() {
            return now;
        }

        @Override
        public boolean isReal() {
            return false;
        }

        @Override
        public void beginWait(long moment, long limit) {
            waiting++;
        }

        @Override
        public void endWait(long moment, long limit) {
            waiting--;
        }

        @Override
        public boolean isSilentUntil(long moment, long limit) {
            return silent || now >= moment;
        }

        @Override
        public void pass(long moment, long limit) {
            now = Math.max(now, moment);
        }
    }

    @Test
    void is_over_as_soon_as_it_is_told_that_nothing_comes() throws InterruptedException {
        var time = new ToldTime();
        time.silent = true;
        var deadline = Deadline.in(Duration.ofHours(1), time);

        var came = deadline.await(nanos -> null);

        assertThat(came).isNull();
        assertThat(deadline.isOver()).isTrue();
        assertThat(time.waiting).isZero();
    }

    @Test
    void waits_for_what_may_come_though_no_time_passes() throws InterruptedException {
        var time = new ToldTime();
        var deadline = Deadline.in(Duration.ofHours(1), time);
        var attempts = new AtomicInteger();

        var came = deadline.await(nanos -> attempts.incrementAndGet() == 3 ? "it" : null);

        assertThat(came).isEqualTo("it");
        assertThat(deadline.left()).isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
    }

    @Test
    void takes_what_came_in_the_last_moment() throws InterruptedException {
        var time = new ToldTime();
        time.silent = true;
        var deadline = Deadline.in(Duration.ofHours(1), time);

        var came = deadline.await(nanos -> nanos == 0 ? "it" : null);

        assertThat(came).isEqualTo("it");
        assertThat(deadline.isOver()).as("the time has not passed").isFalse();
    }

    @Test
    void is_over_after_its_real_time_whatever_it_is_told() throws InterruptedException {
        var deadline = Deadline.in(Duration.ofMillis(20), new ToldTime());

        var came = deadline.await(nanos -> {
            LockSupport.parkNanos(nanos);
            return null;
        });

        assertThat(came).isNull();
        assertThat(deadline.isOver()).isTrue();
    }

    @Test
    void of_two_the_sooner_counts() {
        var time = new ToldTime();
        var deadline = Deadline.in(Duration.ofSeconds(5), time);

        assertThat(deadline.sooner(Optional.of(Duration.ofSeconds(2))).end())
                .isEqualTo(Duration.ofSeconds(2).toNanos());
        assertThat(deadline.sooner(Optional.of(Duration.ofSeconds(9)))).isSameAs(deadline);
        assertThat(deadline.sooner(Optional.empty())).isSameAs(deadline);
    }
}
