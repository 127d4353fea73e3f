package comparison;

import java.util.ArrayList;
import java.util.List;

/** When the bodies of tests begin and end. What lies between two is what everybody else has made of the time. */
public final class TestClock {

    private static final List<Double> GAPS = new ArrayList<>();
    private static long ended;

    private TestClock() {}

    /** The first statement of a test. */
    public static void begin() {
        if (ended != 0) {
            GAPS.add((System.nanoTime() - ended) / 1e6);
        }
    }

    /** The last statement of a test. */
    public static void end() {
        ended = System.nanoTime();
    }

    /** The times from the end of a body to the begin of the next, in milliseconds. */
    static List<Double> gaps() {
        return GAPS;
    }

    /** The time since the last body ended, in nanoseconds. */
    static long sinceLast() {
        return ended == 0 ? 0 : System.nanoTime() - ended;
    }
}
