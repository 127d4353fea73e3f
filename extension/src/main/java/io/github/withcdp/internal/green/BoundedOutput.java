package io.github.withcdp.internal.green;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Takes so many bytes and no more. */
final class BoundedOutput extends FilterOutputStream {

    private long left;

    BoundedOutput(OutputStream out, long most) {
        super(out);
        left = most;
    }

    /** That there was more. */
    static final class FullException extends IOException {

        private static final long serialVersionUID = 1;

        FullException() {
            super("it is too large");
        }
    }

    @Override
    public void write(int each) throws IOException {
        take(1);
        out.write(each);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        take(length);
        out.write(bytes, from, length);
    }

    private void take(int length) throws IOException {
        left -= length;
        if (left < 0) {
            throw new FullException();
        }
    }
}
