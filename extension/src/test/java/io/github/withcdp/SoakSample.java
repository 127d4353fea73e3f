package io.github.withcdp;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * What a JVM holds while no test runs in it.
 *
 * @param ours threads of WithCDP
 * @param handles files, pipes and sockets that are open
 * @param files those of ours in the directory for temporary ones
 * @param browsers processes of ours, helpers included
 * @param heap what is left of it after a collection, in kB
 */
record SoakSample(int threads, int ours, int handles, int files, int browsers, long heap) {

    /** Look when browsers have ended and threads have, or half a minute later. */
    static SoakSample atRest(int threads) throws IOException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while ((runningBrowsers() > 0 || ourThreads() > threads) && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
        }
        return new SoakSample(
                countThreads(),
                ourThreads(),
                openHandles(),
                LeftoversTests.profiles().size(),
                runningBrowsers(),
                heapInUse());
    }

    /** The JDK keeps its threads that wait for processes for a minute. */
    private static int countThreads() {
        return (int) Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.getName().startsWith("process reaper"))
                .count();
    }

    private static int ourThreads() {
        return LeftoversTests.threads().size();
    }

    private static int openHandles() throws IOException {
        try (var handles = Files.list(Path.of("/proc/self/fd"))) {
            return (int) handles.count();
        }
    }

    /** Count processes whose command line names a profile of ours; those of a browser that was killed are no children of this one any more. */
    private static int runningBrowsers() {
        var ours = "/withcdp-" + ProcessHandle.current().pid() + "-";
        return (int) ProcessHandle.allProcesses()
                .filter(process -> commandLine(process.pid()).contains(ours))
                .count();
    }

    private static String commandLine(long pid) {
        try {
            return Files.readString(Path.of("/proc/" + pid + "/cmdline"), StandardCharsets.ISO_8859_1);
        } catch (IOException ended) {
            return "";
        }
    }

    private static long heapInUse() {
        System.gc();
        System.gc(); // what the first has left to a cleaner
        var runtime = Runtime.getRuntime();
        return (runtime.totalMemory() - runtime.freeMemory()) / 1024;
    }
}
