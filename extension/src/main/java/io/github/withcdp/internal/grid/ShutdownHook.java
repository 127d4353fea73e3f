package io.github.withcdp.internal.grid;

import java.util.Optional;

/** Something that is done when the JVM ends, unless it was called off. All hooks of a JVM run at the same time. */
final class ShutdownHook {

    private final Thread thread;

    private ShutdownHook(Runnable task) {
        thread = new Thread(task, "withcdp-grid-exit");
    }

    /**
     * Register it; empty if the JVM is ending already.
     *
     * @param task must be done within seconds: the JVM waits for it
     */
    static Optional<ShutdownHook> register(Runnable task) {
        var hook = new ShutdownHook(task);
        try {
            Runtime.getRuntime().addShutdownHook(hook.thread);
            return Optional.of(hook);
        } catch (IllegalStateException ending) {
            return Optional.empty();
        }
    }

    void callOff() {
        try {
            Runtime.getRuntime().removeShutdownHook(thread);
        } catch (IllegalStateException ending) {
            // It runs.
        }
    }
}
