package io.github.withcdp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.concurrent.TimeUnit;

/** Signals, of which Java itself knows only two. */
public final class ProcessSignal {

    private ProcessSignal() {}

    /**
     * Send a signal to a process, and wait until that was done.
     *
     * @param name such as {@code HUP}
     * @param pid if negative, a group of processes
     */
    public static void send(String name, long pid) {
        try {
            var kill = new ProcessBuilder("kill", "-s", name, "--", Long.toString(pid))
                    .inheritIO()
                    .start();
            assertThat(kill.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(kill.exitValue()).as("kill -%s %s", name, pid).isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
