package io.github.withcdp.internal.lifecycle;

/** Keeps an interrupt, such as a {@code @Timeout} that came late, from cutting the report and the tidying up short. */
final class Uninterrupted {

    /** Some work. */
    @FunctionalInterface
    interface Work<X extends Exception> {

        /** Do the work. */
        void run() throws X;
    }

    private Uninterrupted() {}

    /** Do some work, and hand an interrupt that came before it on to what comes after. */
    static <X extends Exception> void run(Work<X> work) throws X {
        boolean interrupted = Thread.interrupted();
        try {
            work.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
