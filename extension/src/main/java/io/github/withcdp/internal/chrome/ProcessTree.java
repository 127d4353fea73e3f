package io.github.withcdp.internal.chrome;

import io.github.withcdp.internal.time.Deadline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * A process and all below it. Debian's headless shell, for one, is a script that has the browser as a child: ending the
 * script alone would leave the browser.
 *
 * <p>Not safe for use by several threads.
 */
final class ProcessTree {

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
    private static final long REFRESH_NANOS = TimeUnit.MILLISECONDS.toNanos(20);

    private final Process process;
    private final Set<ProcessHandle> descendants = new LinkedHashSet<>();

    ProcessTree(Process process) {
        this.process = process;
        refresh();
    }

    /** Ask all of them to end. */
    void terminate() {
        refresh();
        // By handle: Process.destroy would also close the streams, and so lose the last output or wait for a writer.
        process.toHandle().destroy();
        descendants.forEach(ProcessHandle::destroy);
    }

    /** End all of them. */
    void kill() {
        refresh();
        process.toHandle().destroyForcibly();
        descendants.forEach(ProcessHandle::destroyForcibly);
    }

    /**
     * Wait until none of them runs.
     *
     * @return whether that is so
     */
    boolean awaitEnd(Duration limit) throws InterruptedException {
        var deadline = Deadline.in(limit);
        while (!process.waitFor(REFRESH_NANOS, TimeUnit.NANOSECONDS)) {
            refresh(); // a browser that is ended while it starts still gets children, which write to its profile
            if (deadline.isOver()) {
                return false;
            }
        }
        while (descendants.stream().anyMatch(ProcessTree::isRunning)) {
            if (deadline.isOver()) {
                return false;
            }
            LockSupport.parkNanos(PAUSE_NANOS);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
        return true;
    }

    /** Look for further processes before each step: children are known only while their parent lives. */
    private void refresh() {
        process.descendants().forEach(descendants::add);
    }

    private static boolean isRunning(ProcessHandle handle) {
        return handle.isAlive() && !isZombie(handle.pid());
    }

    /** Return whether a process has ended, though it is still there: an orphan that has ended counts as alive until process 1 has taken note, which may take it seconds. */
    private static boolean isZombie(long pid) {
        try {
            var stat = Files.readString(Path.of("/proc/" + pid + "/stat"), StandardCharsets.ISO_8859_1);
            char state = stat.charAt(stat.lastIndexOf(')') + 2); // the name before it may hold anything
            return state == 'Z' || state == 'X';
        } catch (IOException | StringIndexOutOfBoundsException e) {
            return false; // it is gone, or the system has no such file
        }
    }
}
