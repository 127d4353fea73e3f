package io.github.withcdp.internal.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Keeps what it is told, and waits for it. */
class CollectingListener implements TransportListener {

    private static final int LIMIT_SECONDS = 60;

    final List<String> closed = new CopyOnWriteArrayList<>();
    final List<String> threads = new CopyOnWriteArrayList<>();
    private final BlockingQueue<String> messages = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> reasons = new LinkedBlockingQueue<>();

    @Override
    public void onMessage(byte[] buffer, int from, int length) {
        threads.add(Thread.currentThread().getName());
        messages.add(new String(buffer, from, length, StandardCharsets.UTF_8));
    }

    @Override
    public void onClosed(String why) {
        closed.add(why);
        reasons.add(why);
    }

    /** Return a listener that does something with the length of each message before this one is told of it. */
    private TransportListener after(IntConsumer action) {
        return new TransportListener() {
            @Override
            public void onMessage(byte[] buffer, int from, int length) {
                action.accept(length);
                CollectingListener.this.onMessage(buffer, from, length);
            }

            @Override
            public void onClosed(String why) {
                CollectingListener.this.onClosed(why);
            }
        };
    }

    /** Return a listener that fails with an error for each message of a length, and tells this one of the others. */
    TransportListener failingFor(int refused) {
        return after(length -> {
            if (length == refused) {
                throw new AssertionError("as wanted by the test");
            }
        });
    }

    /** Return a listener for whose messages there is no memory. */
    TransportListener withoutMemory() {
        return after(length -> {
            throw new OutOfMemoryError("as wanted by the test");
        });
    }

    /** Return a listener for whose messages a class is missing. */
    TransportListener withoutClass() {
        return after(length -> {
            throw new NoClassDefFoundError("as wanted by the test");
        });
    }

    /** Return a listener that closes the transport, and closes it again, when a message comes. */
    TransportListener closing(Transport transport) {
        return after(length -> {
            transport.close();
            transport.close();
        });
    }

    String nextMessage() throws InterruptedException {
        var message = messages.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertThat(message)
                .as("a message, when the connection closed with %s", closed)
                .isNotNull();
        return String.valueOf(message);
    }

    String awaitClosed() throws InterruptedException {
        var why = reasons.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
        assertThat(why).as("the reason of the end").isNotNull();
        return String.valueOf(why);
    }

    boolean hasMessages() {
        return !messages.isEmpty();
    }
}
