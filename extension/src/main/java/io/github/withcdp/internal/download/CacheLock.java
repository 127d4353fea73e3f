package io.github.withcdp.internal.download;

import io.github.withcdp.internal.time.Deadline;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Held by the one thread of the one process that adds to a cache; the system drops it if the process is killed. */
final class CacheLock {

    private static final String FILE = "lock";

    /** Beside the lock, because on Windows nobody can read a locked file. */
    private static final String HOLDER = "lock.holder";

    private static final long PAUSE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    /** Locks of files belong to the whole process, and closing one of two channels drops the lock of both. */
    private static final Map<Path, ReentrantLock> WITHIN = new ConcurrentHashMap<>();

    private CacheLock() {}

    /** What is done while the lock is held. */
    interface Work<T> {
        T run() throws IOException, InterruptedException;
    }

    /**
     * Do something while nobody else does, after waiting until that is so.
     *
     * @param purpose what the lock is wanted for, which others are told while they wait
     * @param onWait called once if it has to be waited for, with who holds it
     * @throws LockFailure if it cannot be had
     */
    static <T> T holding(Path directory, String purpose, Deadline deadline, Consumer<String> onWait, Work<T> work)
            throws IOException, InterruptedException {
        PrivateDirectory.create(directory);
        var real = directory.toRealPath();
        var within = WITHIN.computeIfAbsent(real, path -> new ReentrantLock());
        if (!within.tryLock()) {
            onWait.accept(holder(real));
            if (!within.tryLock(deadline.left().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new LockFailure(deadline, real);
            }
        }
        try (var file = FileChannel.open(real.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            await(file, real, deadline, onWait);
            Files.writeString(
                    real.resolve(HOLDER), "process " + ProcessHandle.current().pid() + ", which downloads " + purpose);
            return work.run();
        } finally {
            within.unlock();
        }
    }

    private static void await(FileChannel file, Path directory, Deadline deadline, Consumer<String> onWait)
            throws IOException, InterruptedException {
        boolean isAnnounced = false;
        while (!tryLock(file)) {
            if (!isAnnounced) {
                onWait.accept(holder(directory));
                isAnnounced = true;
            }
            if (deadline.isOver()) {
                throw new LockFailure(deadline, directory);
            }
            LockSupport.parkNanos(PAUSE_NANOS); // a lock that is waited for in the system cannot be given up
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private static boolean tryLock(FileChannel file) throws IOException {
        try {
            var lock = file.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // held by this class in another class loader
        }
    }

    private static String holder(Path directory) {
        try {
            return DownloadMessages.text(Files.readString(directory.resolve(HOLDER)));
        } catch (IOException e) {
            return "another process, which downloads something";
        }
    }

    /** Somebody else is at work, and does not come to an end. */
    static final class LockFailure extends IOException {

        private static final long serialVersionUID = 1L;

        LockFailure(Deadline deadline, Path directory) {
            super("waited " + deadline.limitText() + " for " + holder(directory) + " to " + directory);
        }
    }
}
