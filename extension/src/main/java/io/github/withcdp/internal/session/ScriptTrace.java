package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.IncomingEvent;
import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.internal.script.CPUSamples;
import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.CDPException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * Finds out what JavaScript a page executes that does not answer: Chrome samples its processes for a moment, which the page cannot hinder, and for
 * which nothing has to be enabled before.
 */
final class ScriptTrace {

    /** How long is sampled; twice as long if there was no sample, on a machine that has much to do, and so on. */
    private static final Duration MOMENT = Duration.ofMillis(100);

    private static final Map<String, Object> SAMPLES = Map.of(
            "transferMode",
            "ReportEvents",
            "traceConfig",
            Map.of(
                    "recordMode",
                    "recordUntilFull",
                    "includedCategories",
                    List.of("disabled-by-default-v8.cpu_profiler"),
                    "excludedCategories",
                    List.of("*")));

    private final List<CDPEvent> dataEvents = new CopyOnWriteArrayList<>();
    private final Promise<Boolean> complete = new Promise<>();

    private ScriptTrace() {}

    /**
     * Have a browser get ready for traces, which it does at its leisure: without this the first one would have to wait for all of its pages, and so
     * for the very one that does not answer.
     */
    static void prepare(SessionCommands browser) {
        var unused = browser.transmitUnrecorded("Tracing.getCategories", new byte[0]);
    }

    /** Return what a page executes, which may be nothing; empty if that cannot be found out. */
    static Optional<CPUSamples> of(SessionCommands commands, Deadline deadline) throws InterruptedException {
        for (var moment = MOMENT; moment.compareTo(deadline.left()) < 0; moment = moment.multipliedBy(2)) {
            var samples = new ScriptTrace().of(commands, moment, deadline);
            if (samples.isEmpty() || !samples.get().isEmpty()) {
                return samples;
            }
        }
        return Optional.of(new CPUSamples());
    }

    private Optional<CPUSamples> of(SessionCommands commands, Duration moment, Deadline deadline)
            throws InterruptedException {
        var use = commands.state().ownUse();
        var start = use.begin(SharedFeature.TRACE, SAMPLES, commands::transmitUnrecorded, this::receive);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        try {
            if (!(start.get().await(deadline.leftNanos()) instanceof Answer.Result)) {
                return Optional.empty(); // another page of the browser is traced at the moment, perhaps
            }
            // Samples are taken by the clock, and nothing tells when there are enough of them.
            LockSupport.parkNanos(Math.min(moment.toNanos(), deadline.leftNanos()));
            use.end(SharedFeature.TRACE);
            complete.await(deadline.leftNanos());
            return Optional.of(samples());
        } catch (TimeoutException late) {
            return Optional.empty();
        } finally {
            use.end(SharedFeature.TRACE);
        }
    }

    private void receive(IncomingEvent event) {
        switch (event.method()) {
            case "Tracing.dataCollected" -> dataEvents.add(event.event());
            case "Tracing.tracingComplete" -> complete.complete(true);
            default -> {} // how full its buffer is
        }
    }

    private CPUSamples samples() {
        var samples = new CPUSamples();
        for (var event : dataEvents) {
            try {
                samples.add(event.params().path("value"));
            } catch (CDPException unreadable) {
                // No browser says such things; the others may do.
            }
        }
        return samples;
    }
}
