package io.github.withcdp.internal.grid;

/** Threads that no JVM waits for. */
final class DaemonThreads {

    private DaemonThreads() {}

    static Thread start(String name, Runnable task) {
        var thread = new Thread(task, "withcdp-grid-" + name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
