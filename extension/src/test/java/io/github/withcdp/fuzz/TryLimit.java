package io.github.withcdp.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/**
 * Ends the JVM if something has no end, having said where that is and with which input: nothing else ends it, and a build would never end.
 * It is no measure of speed.
 */
public final class TryLimit implements AroundTryHook {

    private static final int SECONDS = 120;

    private static final long NEVER = Long.MAX_VALUE;

    private volatile List<Object> input = List.of();
    private volatile long since = NEVER;
    private final Thread tester = Thread.currentThread();

    /** Watch the thread on which this is created. */
    public TryLimit() {
        var clock = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "fuzz-limit");
            thread.setDaemon(true);
            return thread;
        });
        var unused = clock.scheduleWithFixedDelay(this::look, SECONDS, SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        if (since != NEVER && System.nanoTime() - since > TimeUnit.SECONDS.toNanos(SECONDS)) {
            System.err.println("No end after " + SECONDS + " seconds, with the input " + shown() + "\n"
                    + Arrays.stream(tester.getStackTrace())
                            .map(frame -> "    at " + frame)
                            .collect(Collectors.joining("\n")));
            Runtime.getRuntime().halt(1);
        }
    }

    private String shown() {
        return input.stream()
                .map(each -> each instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(each))
                .collect(Collectors.joining(", "));
    }

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext context, TryExecutor tried, List<Object> parameters) {
        input = parameters;
        since = System.nanoTime();
        try {
            return tried.execute(parameters);
        } finally {
            since = NEVER;
        }
    }
}
