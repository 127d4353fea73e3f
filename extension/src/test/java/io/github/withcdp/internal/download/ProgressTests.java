package io.github.withcdp.internal.download;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ProgressTests {

    private final AtomicLong nanos = new AtomicLong();
    private final List<String> told = new ArrayList<>();
    private final Progress progress = new Progress("x", nanos::get, told::add);

    @Test
    void a_download_of_a_moment_is_one_line() {
        progress.begin(100_000_000);
        for (int i = 1; i <= 100; i++) {
            progress.at(i * 1_000_000L);
        }

        assertThat(told).containsExactly("Downloading x, 100 MB");
    }

    @Test
    void a_download_of_a_minute_is_a_line_for_each_tenth() {
        progress.begin(100_000_000);
        for (int i = 1; i <= 100; i++) {
            pass(600);
            progress.at(i * 1_000_000L);
        }

        assertThat(told)
                .hasSize(10)
                .startsWith("Downloading x, 100 MB", "Downloading x: 10 MB of 100 MB (10 %)")
                .endsWith("Downloading x: 90 MB of 100 MB (90 %)");
    }

    @Test
    void a_slow_download_is_a_line_every_ten_seconds() {
        progress.begin(100_000_000);
        for (int i = 1; i <= 100; i++) {
            pass(1000);
            progress.at(50_000_000 + i * 10_000L);
        }

        assertThat(told).hasSize(11).startsWith("Downloading x, 100 MB", "Downloading x: 50 MB of 100 MB (50 %)");
    }

    @Test
    void what_has_no_known_end_has_no_tenths() {
        progress.begin(-1);
        pass(10_000);
        progress.at(3_000_000);

        assertThat(told).containsExactly("Downloading x", "Downloading x: 3 MB");
    }

    private void pass(int millis) {
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
