package io.github.withcdp.internal.download;

import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Tells how far a download is: after each tenth, if a second has passed since it last did, or after ten seconds. */
final class Progress {

    private static final long SHORTEST = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(10);

    private final String what;
    private final LongSupplier nanos;
    private final Consumer<String> listener;
    private long total = -1;
    private long toldAt;
    private long toldBytes;

    Progress(String what, LongSupplier nanos, Consumer<String> listener) {
        this.what = what;
        this.nanos = nanos;
        this.listener = listener;
        this.toldAt = nanos.getAsLong();
    }

    /** Begin; a total of -1 is an unknown one. */
    void begin(long all) {
        total = all;
        toldAt = nanos.getAsLong();
        listener.accept("Downloading " + what + (all < 0 ? "" : ", " + DownloadMessages.size(all)));
    }

    /** Take in how many bytes are there now. */
    void at(long bytes) {
        long now = nanos.getAsLong();
        long passed = now - toldAt;
        boolean tenth = total > 0 && tenths(bytes) > tenths(toldBytes);
        if (bytes != total && (passed >= LONGEST || (tenth && passed >= SHORTEST))) {
            toldAt = now;
            toldBytes = bytes;
            listener.accept("Downloading " + what + ": " + DownloadMessages.size(bytes)
                    + (total > 0 ? " of " + DownloadMessages.size(total) + " (" + bytes * 100 / total + " %)" : ""));
        }
    }

    private long tenths(long bytes) {
        return bytes * 10 / total;
    }
}
