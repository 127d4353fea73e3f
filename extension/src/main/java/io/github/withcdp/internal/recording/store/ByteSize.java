package io.github.withcdp.internal.recording.store;

import java.util.Locale;

/** How messages print sizes: {@code 512 bytes}, {@code 64 MiB}, {@code 1.5 GiB}. */
public final class ByteSize {

    private ByteSize() {}

    /** Return a size with the unit in which it reads best. */
    public static String format(long bytes) {
        var units = new String[] {"bytes", "KiB", "MiB", "GiB", "TiB"};
        int unit = 0;
        double number = bytes;
        while (number >= 1024 && unit < units.length - 1) {
            number /= 1024;
            unit++;
        }
        return number == Math.rint(number)
                ? "%d %s".formatted((long) number, units[unit])
                : String.format(Locale.ROOT, "%.1f %s", number, units[unit]);
    }
}
