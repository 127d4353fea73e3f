package io.github.withcdp.internal.util;

/** The loggers of classes, got when there is something to log: the first one takes 10 ms in a fresh JVM, and most runs log nothing. */
public final class Loggers {

    private Loggers() {}

    /** Return the logger of a class. Not to be kept in a constant. */
    public static System.Logger of(Class<?> type) {
        return System.getLogger(type.getName());
    }
}
