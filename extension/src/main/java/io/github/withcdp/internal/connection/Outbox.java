package io.github.withcdp.internal.connection;

import io.github.withcdp.internal.transport.Transport;
import io.github.withcdp.protocol.CDPException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The queue in front of the transport, which takes commands so that no sender ever waits for a browser that does not read.
 * What certainly fits into the pipe is written at once by its sender, which is quickest; the rest queues for a thread that may wait.
 * An answer shows that everything up to its command has been read, and so how much of the pipe is free.
 */
final class Outbox {

    /** How much fits into the pipe for certain: less than the 64 KiB that it holds. */
    static final int FITS = 48 * 1024;

    /** How many bytes may wait: more than the largest command, so that one always finds room. */
    static final long MOST_WAITING = Transport.MAX_COMMAND_BYTES + 32L * 1024 * 1024;

    private final Transport transport;
    private final Executor threads;

    private final ArrayDeque<byte[]> queue = new ArrayDeque<>(); // guarded by this
    private long queuedBytes; // guarded by this
    private boolean draining; // guarded by this
    private long sentBytes; // guarded by the lock of the senders
    private volatile long readBytes; // written by the reader thread

    Outbox(Transport transport, Executor threads) {
        this.transport = transport;
        this.threads = threads;
    }

    /**
     * Check that there is room for a command.
     *
     * @throws CDPException if too much is waiting to be read
     */
    synchronized void check(int length) {
        if (queuedBytes + length > MOST_WAITING) {
            throw new CDPException(String.format(
                    Locale.ROOT,
                    "the browser does not read what it is sent: %,d bytes are waiting already. It may be stopped, or much too busy",
                    queuedBytes));
        }
    }

    /**
     * Send a command, or queue it. Called by one sender after another.
     *
     * @return how many bytes have been sent or queued in all, this command included; to be given back to {@link #read}
     * @throws IOException if the connection is closed
     */
    long send(byte[] buffer, int length) throws IOException {
        boolean fits;
        synchronized (this) {
            fits = !draining && sentBytes + length - readBytes <= FITS;
            if (!fits) {
                queue(buffer, length);
            }
        }
        sentBytes += length;
        if (fits) {
            transport.send(buffer, length);
        }
        return sentBytes;
    }

    /** Note that the browser has read the first {@code position} bytes. */
    void read(long position) {
        if (position > readBytes) {
            readBytes = position;
        }
    }

    private void queue(byte[] buffer, int length) {
        queue.add(Arrays.copyOf(buffer, length));
        queuedBytes += length;
        if (!draining) {
            draining = true;
            threads.execute(this::drain);
        }
    }

    private void drain() {
        try {
            for (var next = next(); next != null; next = next()) {
                transport.send(next, next.length);
            }
        } catch (IOException closed) {
            transport.close(); // which makes the reader find out why, and fail everything
        }
    }

    private synchronized byte @Nullable [] next() {
        var next = queue.poll();
        if (next == null) {
            draining = false;
        } else {
            queuedBytes -= next.length;
        }
        return next;
    }
}
