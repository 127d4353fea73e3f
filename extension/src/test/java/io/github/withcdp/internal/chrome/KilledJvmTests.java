package io.github.withcdp.internal.chrome;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a browser whose JVM ends without having closed it; {@link EndedJvmFigures} has all ways over both transports, and often. */
@Tag("faults")
class KilledJvmTests {

    @TempDir(factory = ShortTempDir.class)
    Path temporary;

    @ParameterizedTest
    @CsvSource({
        "KILL, NEW, false",
        "KILL, SHELL, true",
        "HALT, NEW, true",
        "OUT_OF_MEMORY, SHELL, false",
        "TERM, SHELL, false",
        "HUP, SHELL, true",
        "INT_TWICE, NEW, false",
    })
    void the_browser_ends_by_itself_and_its_profile_is_swept(EndedJvm.Way way, HeadlessMode headless, boolean webSocket)
            throws Exception {
        try (var other = EndedJvm.start(temporary, headless, webSocket)) {
            EndedJvm.sweep(temporary);
            assertThat(other.profile()).as("the profile of a JVM that lives").exists();

            other.end(way);
        }

        BrowserProcesses.awaitNoneNaming(temporary);
        EndedJvm.sweep(temporary);
        // Folders may be there: made again by a last helper of the browser, and too young for the sweep.
        assertThat(EndedJvm.files(temporary)).isEmpty();
    }

    @Test
    void exit_leaves_no_files_for_the_sweep() throws Exception {
        try (var other = EndedJvm.start(temporary, HeadlessMode.SHELL, true)) {
            other.end(EndedJvm.Way.EXIT);
        }

        BrowserProcesses.awaitNoneNaming(temporary);
        assertThat(EndedJvm.files(temporary)).isEmpty();
    }

    @Test
    void the_next_start_sweeps_what_was_left() throws Exception {
        Path left;
        try (var other = EndedJvm.start(temporary, HeadlessMode.SHELL, false)) {
            other.end(EndedJvm.Way.KILL);
            left = requireNonNull(other.profile().getParent());
        }
        assertThat(left).exists();
        BrowserProcesses.awaitNoneNaming(left);

        try (var next = EndedJvm.start(temporary, HeadlessMode.SHELL, false)) {
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (Files.exists(left) && System.nanoTime() - end < 0) {
                LockSupport.parkNanos(Duration.ofMillis(10).toNanos()); // the sweep is in the background
            }
            assertThat(left).doesNotExist();
            assertThat(next.profile()).exists();
            next.end(EndedJvm.Way.EXIT);
        }
    }
}
