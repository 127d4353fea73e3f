package io.github.withcdp.assertions.internal.wait;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.assertions.internal.wait.LiveWait.Pause;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PollingPaceTests {

    private final Duration[] now = {Duration.ofHours(1)};
    private final PollingPace pace = new PollingPace(() -> now[0].toNanos());

    private static Pause pause(int shortest, int longest) {
        return new Pause(Duration.ofMillis(shortest), Optional.of(Duration.ofMillis(longest)));
    }

    private void wait(int millis) {
        now[0] = now[0].plusMillis(millis);
    }

    @Test
    void pauses_grow_while_nothing_comes() {
        assertThat(pace.after(false)).isEqualTo(pause(10, 10));
        assertThat(pace.after(false)).isEqualTo(pause(10, 20));
        assertThat(pace.after(false)).isEqualTo(pause(10, 40));
        assertThat(pace.after(false)).isEqualTo(pause(10, 80));
        assertThat(pace.after(false)).isEqualTo(pause(10, 160));
        assertThat(pace.after(false)).isEqualTo(pause(10, 250));
        assertThat(pace.after(false)).isEqualTo(pause(10, 250));
    }

    @Test
    void pauses_are_short_again_when_something_has_come() {
        pace.after(false);
        pace.after(false);
        pace.after(false);

        assertThat(pace.after(true)).isEqualTo(pause(10, 10));
        assertThat(pace.after(false)).isEqualTo(pause(10, 20));
    }

    @Test
    void pauses_are_the_longer_the_longer_is_waited_whatever_comes() {
        wait(1_000);
        assertThat(pace.after(true)).isEqualTo(pause(50, 50));
        assertThat(pace.after(false)).isEqualTo(pause(50, 50));
        assertThat(pace.after(false)).isEqualTo(pause(50, 50));
        assertThat(pace.after(false)).isEqualTo(pause(50, 80));
        wait(60_000);
        assertThat(pace.after(true)).isEqualTo(pause(250, 250));
    }
}
