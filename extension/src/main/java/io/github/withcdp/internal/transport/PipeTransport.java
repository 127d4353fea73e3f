package io.github.withcdp.internal.transport;

import io.github.withcdp.internal.util.Loggers;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Talks to a browser through the two pipes of {@code --remote-debugging-pipe}, a NUL behind each message.
 *
 * <p>Closing ends the output, upon which Chrome exits. The input is closed by its reader alone: closing a file descriptor
 * while another thread is about to read it can make that thread read a stranger's file. So the reader of a frozen
 * browser stays until the process is killed, but tells nothing any more.
 */
public final class PipeTransport implements Transport {

    /** How long Chrome may take to end its side after ours was closed: ten times what it takes when busy. */
    private static final Duration GRACE = Duration.ofSeconds(3);

    /** Up to this size a message and its NUL go out in one piece. */
    private static final int PIECE = 64 * 1024;

    private final InputStream in;
    private final OutputStream out;
    private final String name;
    private final Object writing = new Object();
    private byte[] piece = new byte[4096]; // guarded by writing
    private final AtomicBoolean closing = new AtomicBoolean();
    private final AtomicBoolean outputClosing = new AtomicBoolean();
    private volatile @Nullable Reader reader;
    private volatile @Nullable String closedBecause;

    private record Reader(Thread thread, Delivery delivery) {}

    /**
     * Create a transport over the streams of a browser's process, which it closes in the end.
     *
     * @param in what Chrome says
     * @param out what Chrome is told
     * @param name tells the threads of several browsers apart
     */
    public PipeTransport(InputStream in, OutputStream out, String name) {
        this.in = in;
        this.out = out;
        this.name = name;
    }

    @Override
    public void start(TransportListener listener) {
        if (reader != null) {
            throw new IllegalStateException("The transport " + name + " was started before");
        }
        var delivery = new Delivery(listener);
        var thread = new Thread(() -> read(delivery), "withcdp-reader-" + name);
        thread.setDaemon(true);
        reader = new Reader(thread, delivery);
        thread.start();
    }

    @Override
    public void send(byte[] json, int length) throws IOException {
        CommandLimit.check(length);
        var why = closedBecause;
        if (why != null) {
            throw new IOException("The pipe to the browser is closed: " + why);
        }
        synchronized (writing) {
            // One write, because each is a system call, and the browser wakes up for each.
            if (length < PIECE) {
                if (piece.length <= length) {
                    piece = new byte[PIECE];
                }
                System.arraycopy(json, 0, piece, 0, length);
                piece[length] = 0;
                out.write(piece, 0, length + 1);
            } else {
                out.write(json, 0, length);
                out.write(0);
            }
            out.flush();
        }
    }

    @Override
    public void close() {
        if (closing.compareAndSet(false, true)) {
            markClosed("it was closed by this side");
            closeOutput();
        }
        var started = reader;
        if (started == null) {
            closeQuietly(in); // nobody reads it, and nobody will
        } else if (Thread.currentThread() != started.thread()
                && !started.delivery().awaitEnd(GRACE)
                && !Thread.currentThread().isInterrupted()) {
            started.delivery()
                    .end("closed by this side; the browser did not end its own within 3 s", Duration.ofSeconds(1));
        }
    }

    private void read(Delivery delivery) {
        String why = "the reader ended"; // told if there is not even memory for a better text
        boolean failed = true;
        try {
            why = readAll(delivery);
            failed = false;
        } catch (IOException e) {
            why = "reading failed: " + e.getMessage();
            failed = false;
        } catch (OutOfMemoryError e) {
            why = OutOfMemory.whileReading(e);
        } catch (Throwable e) {
            why = "the reader failed: " + e;
        } finally {
            markClosed(why);
            if (failed) {
                delivery.fail(why);
            } else {
                delivery.end(why);
            }
            closeOutput();
            closeQuietly(in);
        }
    }

    private String readAll(Delivery delivery) throws IOException {
        if (closing.get()) {
            return "closed by this side before anything was read";
        }
        int rest = new NulTerminatedReader(in).readAll(delivery::message);
        var why = closing.get() ? "closed by this side" : "end of stream: the browser closed its pipe";
        return rest == 0 ? why : why + " in the middle of a message, after " + rest + " bytes of it";
    }

    private void markClosed(String why) {
        if (closedBecause == null) {
            closedBecause = why;
        }
    }

    /** Close the output on a thread of its own: it waits for as long as a frozen browser does not take a message. */
    private void closeOutput() {
        if (outputClosing.compareAndSet(false, true)) {
            var thread = new Thread(() -> closeQuietly(out), "withcdp-closer-" + name);
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void closeQuietly(AutoCloseable stream) {
        try {
            stream.close();
        } catch (Exception e) {
            // Broken pipe, as a rule: the browser went first.
            Loggers.of(PipeTransport.class)
                    .log(System.Logger.Level.DEBUG, "A pipe to the browser could not be closed", e);
        }
    }
}
