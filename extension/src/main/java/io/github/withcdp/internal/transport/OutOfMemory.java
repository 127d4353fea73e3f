package io.github.withcdp.internal.transport;

/** Says that the heap of this JVM was too small for what the browser sent, and what to do. */
public final class OutOfMemory {

    private OutOfMemory() {}

    /** Return what is said when reading has failed. */
    static String whileReading(OutOfMemoryError error) {
        return "out of memory while reading (%s): %s"
                .formatted(error.getMessage(), tooSmallFor("what the browser sent"));
    }

    /** Return the sentence about something: {@code an answer of 120,000,000 bytes}. */
    public static String tooSmallFor(String what) {
        return "the heap of this JVM, %d MiB, is too small for %s; a larger one is set with -Xmx (in Maven's Surefire <argLine>-Xmx1g</argLine>, in Gradle maxHeapSize)"
                .formatted(Runtime.getRuntime().maxMemory() >> 20, what);
    }
}
