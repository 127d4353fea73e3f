package io.github.withcdp.internal.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.withcdp.internal.transport.Transport;
import io.github.withcdp.internal.transport.TransportListener;
import io.github.withcdp.protocol.CDPException;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutboxTests {

    private final ArrayDeque<Runnable> work = new ArrayDeque<>();
    private final RecordingTransport transport = new RecordingTransport();
    private final Outbox outbox = new Outbox(transport, work::add);

    @Test
    void writes_at_once_what_fits_into_the_pipe() throws IOException {
        send("a", 100);
        send("b", Outbox.FITS - 100);

        assertThat(transport.written).containsExactly("a", "b");
        assertThat(work).isEmpty();
    }

    @Test
    void queues_what_might_not_fit_and_all_that_follows() throws IOException {
        send("a", Outbox.FITS);
        send("b", 1);
        send("c", 1);

        assertThat(transport.written).containsExactly("a");

        work.remove().run();

        assertThat(transport.written).containsExactly("a", "b", "c");
        assertThat(work).isEmpty();
    }

    @Test
    void writes_at_once_again_when_an_answer_shows_that_the_pipe_is_empty() throws IOException {
        long first = send("a", Outbox.FITS);
        outbox.read(first);

        send("b", Outbox.FITS);

        assertThat(transport.written).containsExactly("a", "b");
    }

    @Test
    void keeps_the_order_when_an_answer_comes_while_something_waits() throws IOException {
        long first = send("a", Outbox.FITS);
        send("b", 1);
        outbox.read(first);
        send("c", 1);

        work.remove().run();

        assertThat(transport.written).containsExactly("a", "b", "c");
    }

    @Test
    void refuses_when_too_much_waits() throws IOException {
        send("a", (int) Outbox.MOST_WAITING - 10);

        assertThatExceptionOfType(CDPException.class)
                .isThrownBy(() -> outbox.check(11))
                .withMessage("the browser does not read what it is sent: 138,412,022 bytes are waiting already."
                        + " It may be stopped, or much too busy");
        outbox.check(10);
    }

    @Test
    void closes_a_transport_that_breaks_while_it_drains() throws IOException {
        send("a", Outbox.FITS + 1);
        transport.broken = true;

        work.remove().run();

        assertThat(transport.closed).isTrue();
    }

    private long send(String name, int length) throws IOException {
        var message = new byte[length];
        message[0] = (byte) name.charAt(0);
        return outbox.send(message, length);
    }

    private static final class RecordingTransport implements Transport {

        private final List<String> written = new ArrayList<>();
        private boolean broken;
        private boolean closed;

        @Override
        public void start(TransportListener listener) {}

        @Override
        public void send(byte[] json, int length) throws IOException {
            if (broken) {
                throw new IOException("broken on purpose");
            }
            written.add(String.valueOf((char) json[0]));
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
