package io.github.withcdp.internal.failure;

import org.opentest4j.TestAbortedException;

/** Tells a test that was given up because something it assumes is not so from one that has failed. */
public final class Aborted {

    /** The exception of JUnit 4, which Jupiter respects, and which AssertJ throws where JUnit 4 is there. */
    private static final String OF_JUNIT_4 = "org.junit.internal.AssumptionViolatedException";

    private Aborted() {}

    /** Return whether what was thrown gives a test up. */
    public static boolean is(Throwable thrown) {
        if (thrown instanceof TestAbortedException) {
            return true;
        }
        for (Class<?> type = thrown.getClass(); type != Throwable.class; type = type.getSuperclass()) {
            if (type.getName().equals(OF_JUNIT_4)) {
                return true;
            }
        }
        return false;
    }
}
