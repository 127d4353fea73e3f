package io.github.withcdp.internal.time;

/** The time that limits are measured by: that of this machine, or one that somebody tells who knows how much of it has passed elsewhere. */
public interface Ticker {

    /** The time of this machine. */
    Ticker SYSTEM = System::nanoTime;

    /** Return the time in nanoseconds, from any beginning. */
    long nanoTime();

    /** Return the time that messages have which pass now. */
    default long messageTime() {
        return nanoTime();
    }

    /** Return whether this is the time of this machine, which passes by itself. */
    default boolean isReal() {
        return true;
    }

    /** Wait until what comes at this moment has come: who begins to wait for something now waits for what comes later. */
    default void settle() {}

    /**
     * Note that a thread begins to wait.
     *
     * @param moment when its time is over
     * @param limit how long that is
     */
    default void beginWait(long moment, long limit) {}

    /** Note that it waits no longer. */
    default void endWait(long moment, long limit) {}

    /** Return whether nothing comes any more before a moment, until which a thread waits. */
    default boolean isSilentUntil(long moment, long limit) {
        return moment - nanoTime() <= 0;
    }

    /**
     * Have a piece of work counted that another thread does, a handler for example: while it goes on, and does not wait itself, something may still come.
     *
     * @return what that thread runs
     */
    default Runnable counted(Runnable work) {
        return work;
    }

    /** Note that nothing has come until that moment, so that it is over. */
    default void pass(long moment, long limit) {}
}
