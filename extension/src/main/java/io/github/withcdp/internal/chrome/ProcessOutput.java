package io.github.withcdp.internal.chrome;

import io.github.withcdp.internal.util.Loggers;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * The last lines that a process printed, bounded in number and size.
 *
 * <p>They are read at all times, because a Chrome whose output nobody takes stops as soon as 64 KiB are waiting.
 */
public final class ProcessOutput {

    private static final int MAX_LINES = 1000;
    private static final int MAX_BYTES = 256 * 1024;
    private static final int MAX_LINE_BYTES = 16 * 1024; // a console line of a page may have a megabyte

    private final Deque<String> lines = new ArrayDeque<>(); // guarded by lines
    private int bytes; // guarded by lines
    private long droppedLines; // guarded by lines

    private final Consumer<String> onLine;
    private final Thread thread;

    private ProcessOutput(InputStream stream, Consumer<String> onLine) {
        this.onLine = onLine;
        this.thread = new Thread(() -> drain(stream), "withcdp-chrome-output");
        this.thread.setDaemon(true);
    }

    /** Return the output of a process, read from a stream until it ends, on a thread of its own, on which {@code onLine} is called as well. */
    static ProcessOutput of(InputStream stream, Consumer<String> onLine) {
        var output = new ProcessOutput(stream, onLine);
        output.thread.start();
        return output;
    }

    /** Return what is kept, oldest first; if older lines were dropped, the first line says how many. */
    public List<String> lines() {
        return lastOutput(MAX_LINES);
    }

    /** Return at most the last {@code count} lines, oldest first; a line before them says how many are left out. */
    public List<String> lastOutput(int count) {
        synchronized (lines) {
            int skipped = Math.max(0, lines.size() - count);
            long leftOut = droppedLines + skipped;
            var last = new ArrayList<String>();
            if (leftOut > 0) {
                last.add(String.format(Locale.ROOT, "… (%d earlier lines left out)", leftOut));
            }
            lines.stream().skip(skipped).forEach(last::add);
            return List.copyOf(last);
        }
    }

    /** Wait until the process has nothing more to say, at most so long; return whether that is so. */
    boolean awaitEnd(Duration limit) throws InterruptedException {
        thread.join(Math.max(1, limit.toMillis()));
        return !thread.isAlive();
    }

    private void drain(InputStream stream) {
        var line = new Line();
        var buffer = new byte[8192];
        try {
            for (int count = stream.read(buffer); count >= 0; count = stream.read(buffer)) {
                for (int i = 0; i < count; i++) {
                    if (buffer[i] == '\n') {
                        add(line.take());
                    } else {
                        line.append(buffer[i]);
                    }
                }
            }
        } catch (IOException e) {
            Loggers.of(ProcessOutput.class)
                    .log(System.Logger.Level.DEBUG, "Chrome's output ended", e); // the JDK closes it with the process
        }
        if (!line.isEmpty()) {
            add(line.take());
        }
    }

    private void add(String line) {
        synchronized (lines) {
            lines.addLast(line);
            bytes += line.length();
            while (lines.size() > MAX_LINES || bytes > MAX_BYTES) {
                bytes -= lines.removeFirst().length();
                droppedLines++;
            }
        }
        try {
            onLine.accept(line);
        } catch (RuntimeException e) {
            Loggers.of(ProcessOutput.class)
                    .log(System.Logger.Level.DEBUG, "A listener of Chrome's output failed", e); // reading must go on
        }
    }

    /** The line that is being read; what is too much of it is counted but not kept. */
    private static final class Line {

        private final byte[] start = new byte[MAX_LINE_BYTES];
        private long length;

        void append(byte b) {
            if (length < start.length) {
                start[(int) length] = b;
            }
            length++;
        }

        boolean isEmpty() {
            return length == 0;
        }

        String take() {
            int size = (int) Math.min(length, start.length);
            long omittedBytes = length - size;
            length = 0;
            var text = new String(start, 0, size, StandardCharsets.UTF_8);
            if (omittedBytes > 0) {
                return text + String.format(Locale.ROOT, "… (%d bytes cut)", omittedBytes);
            }
            return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
        }
    }
}
