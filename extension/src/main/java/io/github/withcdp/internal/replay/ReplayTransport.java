package io.github.withcdp.internal.replay;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.transport.Transport;
import io.github.withcdp.internal.transport.TransportListener;
import io.github.withcdp.internal.util.Loggers;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Carries commands to a script, and back what the script says. */
public final class ReplayTransport implements Transport {

    private final Script script;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable Thread reader;
    private volatile boolean closed;

    public ReplayTransport(Script script) {
        this.script = script;
    }

    @Override
    public void start(TransportListener listener) {
        var thread = new Thread(() -> read(listener), "withcdp-reader-replay");
        thread.setDaemon(true);
        reader = thread;
        thread.start();
    }

    private void read(TransportListener listener) {
        String why = "the replay was closed";
        boolean failed = false;
        try {
            for (var message = script.take(); message != null; message = script.take()) {
                hand(listener, message);
            }
        } catch (InterruptedException impossible) {
            why = "the reader was interrupted";
        } catch (RuntimeException bug) {
            why = "the recording cannot be played on: " + bug;
            failed = true;
        }
        closed = true;
        var divergence = script.divergence();
        try {
            if (failed) {
                listener.onFailed(why);
            } else if (divergence.isPresent()) {
                listener.onFailed(String.valueOf(divergence.get().getMessage()));
            } else {
                listener.onClosed(why);
            }
        } finally {
            ended.countDown();
        }
    }

    private static void hand(TransportListener listener, byte[] message) {
        try {
            listener.onMessage(message, 0, message.length);
        } catch (RuntimeException error) {
            Loggers.of(ReplayTransport.class)
                    .log(System.Logger.Level.ERROR, "A message could not be processed; the replay goes on", error);
        }
    }

    @Override
    public void send(byte[] json, int length) throws IOException {
        if (closed) {
            throw new IOException("the replay is closed");
        }
        script.receive(Json.read(json, 0, length));
    }

    @Override
    public void close() {
        script.close();
        var started = reader;
        if (started != null && started != Thread.currentThread()) {
            try {
                var unused = ended.await(3, TimeUnit.SECONDS);
            } catch (InterruptedException interrupt) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
