package io.github.withcdp.fuzz;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import net.jqwik.api.lifecycle.AroundPropertyHook;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.PropertyExecutionResult;
import net.jqwik.api.lifecycle.PropertyExecutor;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;

/**
 * Has a property tried as often as {@code fuzz.tries} says, with the inputs that {@code fuzz.seed} makes, which are other ones each time if it is empty: the
 * seed of a failure makes the same ones again.
 *
 * <p>Ends the JVM if something has no end, having said where that is and with which input: nothing else ends it, and a build would never end.
 */
public final class Tries implements AroundPropertyHook, AroundTryHook {

    private static final int USUAL = 2_000;

    /** Each build makes the same inputs, so that it is green or red for what was changed; the profile makes others each time. */
    private static final String SEED_OF_THE_BUILD = "20261130";

    private static final int LIMIT_IN_SECONDS = 120;
    private static final long NEVER = Long.MAX_VALUE;

    private volatile List<Object> input = List.of();
    private volatile long since = NEVER;
    private volatile Thread tester = Thread.currentThread();

    /** Begin to watch. */
    public Tries() {
        var clock = Executors.newSingleThreadScheduledExecutor(task -> {
            var thread = new Thread(task, "fuzz-limit");
            thread.setDaemon(true);
            return thread;
        });
        var unused = clock.scheduleWithFixedDelay(this::look, LIMIT_IN_SECONDS, LIMIT_IN_SECONDS, TimeUnit.SECONDS);
    }

    private void look() {
        if (since != NEVER && System.nanoTime() - since > TimeUnit.SECONDS.toNanos(LIMIT_IN_SECONDS)) {
            System.err.println("No end after " + LIMIT_IN_SECONDS + " seconds, with the input " + shown() + "\n"
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

    /** From the class that names this to its properties. */
    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }

    @Override
    public PropertyExecutionResult aroundProperty(PropertyLifecycleContext context, PropertyExecutor property) {
        int cost = context.findAnnotation(Costly.class).map(Costly::value).orElse(1);
        context.attributes().setTries(Math.max(1, Integer.getInteger("fuzz.tries", USUAL) / cost));
        var seed = System.getProperty("fuzz.seed", SEED_OF_THE_BUILD);
        if (!seed.isEmpty()) {
            context.attributes().setSeed(seed);
        }
        tester = Thread.currentThread();
        return property.execute();
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
