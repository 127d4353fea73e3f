package io.github.withcdp.recording.internal;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * The temporary file for what does not fit into memory. Only its owner can read it, and it is gone when this JVM is, however it ends:
 * Unix takes its name away as soon as it is open, Windows deletes it with its last handle.
 *
 * <p>One thread, {@code withcdp-spill}, does all reading and writing: an interrupt closes the file under the feet of a thread that reads,
 * and test threads are interrupted. The thread exists only while there is something to do.
 */
final class SpillFile implements AutoCloseable {

    private static final int SLICE = 64 * 1024; // more would make the JDK keep large buffers outside the heap
    private static final long READ_SECONDS = 30;
    private static final long CLOSE_SECONDS = 5;

    private final Path directory;
    private final ThreadPoolExecutor thread;
    private @Nullable FileChannel channel; // used by the thread alone
    private long end; // used by the thread alone

    SpillFile(Path directory) {
        this.directory = directory;
        thread = new ThreadPoolExecutor(1, 1, 1, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), task -> {
            var spill = new Thread(task, "withcdp-spill");
            spill.setDaemon(true);
            return spill;
        });
        thread.allowCoreThreadTimeOut(true);
    }

    /**
     * Let the thread do something, after what it has been given before.
     *
     * @throws RejectedExecutionException if the file has been closed
     */
    void execute(Runnable task) {
        thread.execute(task);
    }

    /** Return whether the thread has been given anything to do; if not, there is no thread and no file. */
    boolean hasWorked() {
        return thread.getTaskCount() > 0;
    }

    /** Append the used parts of a page, and return where they begin. Only called by the thread. */
    long write(Content content, int textsEnd, int count) throws IOException {
        var open = open();
        long position = end;
        write(open, content.texts, 0, textsEnd);
        int slots = count * Content.SLOT;
        write(open, content.slots, content.slots.length - slots, slots);
        return position;
    }

    /** Return the slots of a page, without its texts. */
    Content readSlots(long position, int textsEnd, int count) throws IOException {
        var slots = read(position + textsEnd, count * Content.SLOT);
        return new Content(slots, new byte[0]);
    }

    /** Return a page with its texts. */
    Content readAll(long position, int textsEnd, int count) throws IOException {
        return new Content(read(position + textsEnd, count * Content.SLOT), read(position, textsEnd));
    }

    private FileChannel open() throws IOException {
        var open = channel;
        if (open == null) {
            var file = directory.resolve("withcdp-" + UUID.randomUUID() + ".tmp");
            var options = Set.of(
                    StandardOpenOption.CREATE_NEW,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
            open = FileChannel.open(file, options, ownerOnly());
            channel = open;
        }
        return open;
    }

    /** Windows has no such attribute; there the user's temporary directory is closed to others. */
    private FileAttribute<?>[] ownerOnly() {
        return directory.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }

    private void write(FileChannel open, byte[] bytes, int from, int length) throws IOException {
        for (int done = 0; done < length; ) {
            var slice = ByteBuffer.wrap(bytes, from + done, Math.min(SLICE, length - done));
            int written = open.write(slice, end);
            done += written;
            end += written;
        }
    }

    private byte[] read(long position, int length) throws IOException {
        Future<byte[]> bytes;
        try {
            bytes = thread.submit(() -> readNow(position, length));
        } catch (RejectedExecutionException e) {
            throw new IOException("the temporary file has been closed", e);
        }
        return await(bytes);
    }

    private byte[] readNow(long position, int length) throws IOException {
        var open = open();
        var bytes = new byte[length];
        for (int done = 0; done < length; ) {
            var slice = ByteBuffer.wrap(bytes, done, Math.min(SLICE, length - done));
            int read = open.read(slice, position + done);
            if (read < 0) {
                throw new EOFException("the temporary file ends at " + (position + done));
            }
            done += read;
        }
        return bytes;
    }

    /** Wait without giving up when interrupted: a report is often written by a thread that ran out of time. */
    private static byte[] await(Future<byte[]> bytes) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(READ_SECONDS);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return bytes.get(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
        } catch (TimeoutException e) {
            throw (IOException)
                    new InterruptedIOException("the disk did not answer within " + READ_SECONDS + " seconds")
                            .initCause(e);
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public void close() {
        if (thread.isShutdown()) {
            return;
        }
        if (hasWorked()) {
            thread.execute(this::closeNow);
        }
        thread.shutdown();
        try {
            thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the thread closes the file without us
        }
    }

    private void closeNow() {
        if (channel != null) {
            try {
                channel.close();
            } catch (IOException e) {
                // Nobody will read it again, and it has no name that could be left behind.
                System.getLogger(SpillFile.class.getName())
                        .log(System.Logger.Level.DEBUG, "Could not close the temporary file", e);
            }
        }
    }
}
