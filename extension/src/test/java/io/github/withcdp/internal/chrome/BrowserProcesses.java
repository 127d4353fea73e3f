package io.github.withcdp.internal.chrome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** The processes of this machine whose command line names a directory, without those that have ended already. */
final class BrowserProcesses {

    private BrowserProcesses() {}

    /** Return the numbers of those that run; a zombie, which has no command line any more, does not. */
    static List<Long> naming(Path directory) {
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::pid)
                .filter(pid -> commandLine(pid).contains(directory.toString()))
                .toList();
    }

    /** Wait until none runs. */
    static void awaitNoneNaming(Path directory) {
        assertThat(leftNaming(directory))
                .as("processes of the browser in %s", directory)
                .isEmpty();
    }

    /** Return the numbers of those that run on for half a minute. */
    static List<Long> leftNaming(Path directory) {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        var left = naming(directory);
        while (!left.isEmpty() && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
            left = naming(directory);
        }
        return left;
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // it has ended meanwhile
        }
    }
}
