package io.github.withcdp.internal.recording.store;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
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
 * <p>It has blocks of one size, so that those which are not needed any more can be used again, whatever size they were needed for.
 *
 * <p>One thread, {@code withcdp-spill}, does all reading and writing: an interrupt closes the file under the feet of a thread that reads,
 * and test threads are interrupted. The thread exists only while there is something to do.
 */
final class SpillFile implements AutoCloseable {

    /** Bytes that are read or written at once; more would make the JDK keep large buffers outside the heap. */
    static final int LARGEST_BLOCK = 64 * 1024;

    private static final long READ_SECONDS = 30;
    private static final long CLOSE_SECONDS = 5;

    private final Path directory;
    private final int blockSize;
    private final ThreadPoolExecutor thread;

    private volatile int blocks; // written by the thread alone

    // Both are used by the thread alone.
    private @Nullable FileChannel channel;
    private final ArrayDeque<Integer> free = new ArrayDeque<>();

    /** Create the file when it is needed. */
    SpillFile(Path directory, int blockSize) {
        this.directory = directory;
        this.blockSize = blockSize;
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

    /** Return how many bytes of the disk a page needs. */
    long needed(int textsEnd, int count) {
        return (long) blocksFor(textsEnd, count) * blockSize;
    }

    /** Return how many bytes of the disk are in use. Only called by the thread. */
    long used() {
        return (long) (blocks - free.size()) * blockSize;
    }

    /** Return how many bytes the file has. */
    long size() {
        return (long) blocks * blockSize;
    }

    /** Write the used parts of a page, and return where they are. Only called by the thread. */
    int[] write(PageContent content, int textsEnd, int count) throws IOException {
        var open = open();
        var taken = take(blocksFor(textsEnd, count));
        int slots = count * PageContent.SLOT;
        write(open, taken, 0, content.texts, 0, textsEnd);
        write(open, taken, textsEnd, content.slots, content.slots.length - slots, slots);
        return taken;
    }

    /** Let the blocks of a page be used again. Only called by the thread. */
    void release(int... unused) {
        for (int block : unused) {
            free.add(block);
        }
    }

    private int blocksFor(int textsEnd, int count) {
        long bytes = textsEnd + (long) count * PageContent.SLOT;
        return (int) ((bytes + blockSize - 1) / blockSize);
    }

    private int[] take(int count) {
        var taken = new int[count];
        for (int i = 0; i < count; i++) {
            var unused = free.poll();
            taken[i] = unused == null ? newBlock() : unused;
        }
        return taken;
    }

    private int newBlock() {
        int block = blocks;
        blocks = block + 1;
        return block;
    }

    /**
     * Return the slots of a page, without its texts.
     *
     * @throws IOException if it cannot be read, or is not there any more
     */
    PageContent readSlots(Page page, PageLocation.OnDisk disk) throws IOException {
        var slots = read(page, disk, page.textsEnd(), page.count() * PageContent.SLOT);
        return new PageContent(slots, new byte[0]);
    }

    /**
     * Return a page with its texts.
     *
     * @throws IOException if it cannot be read, or is not there any more
     */
    PageContent readAll(Page page, PageLocation.OnDisk disk) throws IOException {
        return new PageContent(
                read(page, disk, page.textsEnd(), page.count() * PageContent.SLOT),
                read(page, disk, 0, page.textsEnd()));
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

    /** Write bytes to some place in blocks. */
    private void write(FileChannel open, int[] taken, int place, byte[] bytes, int from, int length)
            throws IOException {
        for (int done = 0; done < length; ) {
            int at = place + done;
            var slice = ByteBuffer.wrap(bytes, from + done, Math.min(leftOfBlock(at), length - done));
            done += open.write(slice, position(taken, at));
        }
    }

    private byte[] read(Page page, PageLocation.OnDisk disk, int place, int length) throws IOException {
        Future<byte[]> bytes;
        try {
            bytes = thread.submit(() -> readNow(page, disk, place, length));
        } catch (RejectedExecutionException e) {
            throw new IOException("the temporary file has been closed", e);
        }
        return await(bytes);
    }

    private byte[] readNow(Page page, PageLocation.OnDisk disk, int place, int length) throws IOException {
        if (page.place() != disk) { // blocks are given to another page by this very thread
            throw new IOException("it has been given up");
        }
        var open = open();
        var bytes = new byte[length];
        for (int done = 0; done < length; ) {
            int at = place + done;
            var slice = ByteBuffer.wrap(bytes, done, Math.min(leftOfBlock(at), length - done));
            int read = open.read(slice, position(disk.blocks(), at));
            if (read < 0) {
                throw new EOFException("the temporary file ends at " + position(disk.blocks(), at));
            }
            done += read;
        }
        return bytes;
    }

    private int leftOfBlock(int place) {
        return blockSize - place % blockSize;
    }

    private long position(int[] taken, int place) {
        return (long) taken[place / blockSize] * blockSize + place % blockSize;
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
