package io.github.withcdp.internal.chrome;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.concurrent.locks.LockSupport;

/**
 * The stream of what Chrome says over the pipe, to its last byte. When a process has ended, a thread of the JDK reads the rest of its output into memory
 * and closes the pipe, maybe in the middle of a read: that one fails, though the rest can be read a moment later.
 */
public final class PipeFromChrome extends FilterInputStream {

    private static final int ATTEMPTS = 1000;
    private static final long PAUSE_NANOS = 1_000_000;

    private volatile boolean closed;

    /**
     * Create the pipe.
     *
     * @param ofProcess what the JDK has of the process
     */
    public PipeFromChrome(InputStream ofProcess) {
        super(ofProcess);
    }

    @Override
    public int read() throws IOException {
        var single = new byte[1];
        return read(single, 0, 1) < 0 ? -1 : single[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return in.read(bytes, offset, length);
            } catch (IOException e) {
                if (closed || attempt == ATTEMPTS) {
                    throw e;
                }
                LockSupport.parkNanos(PAUSE_NANOS); // the JDK is about to put the rest in place of the pipe
            }
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        super.close();
    }
}
