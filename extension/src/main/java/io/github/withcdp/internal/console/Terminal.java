package io.github.withcdp.internal.console;

import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Two streams with a person at the other end. */
final class Terminal implements AutoCloseable {

    private final InputStream in;
    private final OutputStream out;

    Terminal(InputStream in, OutputStream out) {
        this.in = in;
        this.out = out;
    }

    /**
     * Return the terminal that a device is.
     *
     * @throws IOException if it is not there, or this process has no terminal
     */
    static Terminal open(Path device) throws IOException {
        var in = new FileInputStream(device.toFile());
        try {
            return new Terminal(in, new FileOutputStream(device.toFile(), true));
        } catch (IOException failure) {
            in.close();
            throw failure;
        }
    }

    /** Return the standard streams, which are not ours to close. */
    static Terminal standard() {
        return new Terminal(
                new FilterInputStream(System.in) {
                    @Override
                    public void close() {}
                },
                new FilterOutputStream(System.out) {
                    @Override
                    public void write(byte[] bytes, int from, int length) throws IOException {
                        out.write(bytes, from, length); // the inherited one writes each byte by itself
                    }

                    @Override
                    public void close() {}
                });
    }

    /** Take in what has been typed, without waiting for more, and return whether there was an Enter in it. */
    boolean entered() throws IOException {
        for (int remaining = in.available(); remaining > 0; remaining--) {
            int key = in.read();
            if (key == '\n' || key == '\r') {
                return true;
            }
        }
        return false;
    }

    /** Forget what has been typed. */
    void forget() throws IOException {
        in.skipNBytes(in.available());
    }

    void println(String line) throws IOException {
        out.write((line + System.lineSeparator()).getBytes(charset()));
        out.flush();
    }

    private static Charset charset() {
        var name = System.getProperty("native.encoding", "");
        return !name.isEmpty() && Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
    }

    @Override
    public void close() throws IOException {
        try (in;
                out) {
            // both, whatever becomes of the first
        }
    }
}
