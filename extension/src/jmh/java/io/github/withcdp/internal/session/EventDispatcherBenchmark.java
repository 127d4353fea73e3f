package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.HandlerThreads;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/** How an event gets from the reader thread to a handler. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class EventDispatcherBenchmark {

    private static final int FLOOD = 1000;

    private final HandlerThreads threads = new HandlerThreads("benchmark");
    private final EventDispatcher dispatcher = new EventDispatcher(threads);
    private int handled;

    /** End the threads. */
    @TearDown
    public void end() {
        threads.close();
    }

    /** One event, and wait until it has been handled: two changes of the thread. */
    @Benchmark
    public boolean one() throws InterruptedException {
        dispatcher.put(() -> handled++);
        return dispatcher.awaitDone(dispatcher.putCount(), TimeUnit.SECONDS.toNanos(10));
    }

    /** Many events, each. */
    @Benchmark
    @OperationsPerInvocation(FLOOD)
    public boolean flood() throws InterruptedException {
        for (int i = 0; i < FLOOD; i++) {
            dispatcher.put(() -> handled++);
        }
        return dispatcher.awaitDone(dispatcher.putCount(), TimeUnit.SECONDS.toNanos(10));
    }
}
