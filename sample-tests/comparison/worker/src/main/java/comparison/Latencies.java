package comparison;

import java.util.Arrays;

/** How long each of many calls took. */
final class Latencies {

    private final long[] nanos;

    Latencies(int count) {
        nanos = new long[count];
    }

    void set(int index, long time) {
        nanos[index] = time;
    }

    /** Return the calls per second, and how long they took in what unit. */
    Result result(long total, String unit, double nanosOfUnit) {
        Arrays.sort(nanos);
        int count = nanos.length;
        return new Result()
                .with("ops", count * 1e9 / total)
                .with("p50" + unit, nanos[count / 2] / nanosOfUnit)
                .with("p99" + unit, nanos[(int) (count * 0.99)] / nanosOfUnit);
    }
}
