package io.github.withcdp.internal.transport;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PipeTransportTests {

    private final CollectingListener listener = new CollectingListener();

    @Test
    void delivers_many_messages_of_one_read_in_order() throws Exception {
        var transport = reading("{\"id\":1}\0{\"id\":2}\0\0{\"id\":3}\0".getBytes(US_ASCII), "many");

        assertThat(listener.nextMessage()).isEqualTo("{\"id\":1}");
        assertThat(listener.nextMessage()).isEqualTo("{\"id\":2}");
        assertThat(listener.nextMessage()).isEmpty();
        assertThat(listener.nextMessage()).isEqualTo("{\"id\":3}");
        assertThat(listener.awaitClosed()).contains("end of stream");
        assertThat(listener.threads).containsOnly("withcdp-reader-many");
        transport.close();
        assertThat(listener.closed).hasSize(1);
        Threads.awaitNone("-many");
    }

    @Test
    void puts_together_what_comes_in_pieces() throws Exception {
        var chrome = new PipedOutputStream();
        try (var transport =
                new PipeTransport(new PipedInputStream(chrome), OutputStream.nullOutputStream(), "pieces")) {
            transport.start(listener);
            for (byte one : "{\"id\":1}\0{\"id\"".getBytes(US_ASCII)) {
                chrome.write(one);
                chrome.flush();
            }
            assertThat(listener.nextMessage()).isEqualTo("{\"id\":1}");
            chrome.write(":2}\0".getBytes(US_ASCII));
            chrome.flush();
            assertThat(listener.nextMessage()).isEqualTo("{\"id\":2}");
            chrome.close();
            assertThat(listener.awaitClosed()).contains("end of stream");
        }
    }

    @Test
    void delivers_20_megabytes_between_small_messages() throws Exception {
        var big = "x".repeat(20_000_000);
        reading(("small\0" + big + "\0after\0").getBytes(US_ASCII), "big");

        assertThat(listener.nextMessage()).isEqualTo("small");
        assertThat(listener.nextMessage().equals(big)).isTrue();
        assertThat(listener.nextMessage()).isEqualTo("after");
    }

    @Test
    void gives_the_memory_of_a_huge_message_back() throws Exception {
        var stream = "x".repeat(5_000_000) + "\0" + ("y".repeat(1000) + "\0").repeat(500);
        var sizes = new AtomicInteger[] {new AtomicInteger(), new AtomicInteger()};
        var reader = new NulTerminatedReader(new ByteArrayInputStream(stream.getBytes(US_ASCII)));

        int rest = reader.readAll((buffer, from, length, owned) -> {
            sizes[length == 1000 ? 1 : 0].set(buffer.length);
            assertThat(length).isIn(1000, 5_000_000);
            assertThat(owned).isEqualTo(length == 5_000_000);
        });

        assertThat(rest).isZero();
        assertThat(sizes[0].get()).isEqualTo(5_000_000);
        assertThat(sizes[1].get()).isLessThanOrEqualTo(NulTerminatedReader.LARGEST_BUFFER);
        assertThat(reader.capacity()).isLessThanOrEqualTo(NulTerminatedReader.LARGEST_BUFFER);
    }

    @Test
    void puts_together_messages_as_long_as_a_piece_or_two_or_a_little_less_or_more() throws Exception {
        for (int before : new int[] {0, 1, 70_000, NulTerminatedReader.LARGEST_BUFFER - 2}) {
            for (int pieces = 1; pieces <= 3; pieces++) {
                for (int more = -1; more <= 1; more++) {
                    assertDelivered(before, pieces * NulTerminatedReader.LARGEST_BUFFER + more);
                }
            }
        }
    }

    private static void assertDelivered(int before, int length) throws IOException {
        var huge = new byte[length];
        for (int i = 0; i < length; i++) {
            huge[i] = (byte) (1 + i % 101);
        }
        var stream = new ByteArrayOutputStream();
        stream.write("x".repeat(before).getBytes(US_ASCII));
        stream.write(0);
        stream.write(huge);
        stream.write("\0after\0rest".getBytes(US_ASCII));
        var messages = new ArrayList<byte[]>();

        int rest = new NulTerminatedReader(new ByteArrayInputStream(stream.toByteArray()))
                .readAll((buffer, from, size, owned) -> messages.add(Arrays.copyOfRange(buffer, from, from + size)));

        assertThat(rest).isEqualTo(4);
        assertThat(messages).hasSize(3);
        assertThat(messages.get(0)).hasSize(before);
        assertThat(Arrays.equals(messages.get(1), huge))
                .as("%d behind %d", length, before)
                .isTrue();
        assertThat(messages.get(2)).asString(US_ASCII).isEqualTo("after");
    }

    @Test
    void says_how_much_of_a_huge_message_was_left() throws Exception {
        var reader = new NulTerminatedReader(
                new ByteArrayInputStream("x".repeat(5_000_000).getBytes(US_ASCII)));

        assertThat(reader.readAll((buffer, from, length, owned) -> {})).isEqualTo(5_000_000);
    }

    /** Of one thread, which allocates the same whatever else the machine does. */
    @Test
    void takes_twice_the_bytes_of_a_huge_message() throws Exception {
        var threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        var reader =
                new NulTerminatedReader(new ByteArrayInputStream(("x".repeat(20_000_000) + "\0").getBytes(US_ASCII)));
        long before = threads.getCurrentThreadAllocatedBytes();

        reader.readAll((buffer, from, length, owned) -> {});

        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(2 * 20_000_000 + 4_000_000);
    }

    @Test
    void finds_the_first_NUL_wherever_it_is() {
        for (int length = 0; length < 40; length++) {
            for (int at = 0; at < length; at++) {
                var bytes = new byte[length];
                Arrays.fill(bytes, (byte) (at % 2 == 0 ? 1 : 0x80));
                bytes[at] = 0;
                bytes[length - 1] = 0;
                for (int from = 0; from <= at; from++) {
                    assertThat(NulTerminatedReader.indexOfNul(bytes, from, length))
                            .isEqualTo(at);
                    assertThat(NulTerminatedReader.indexOfNul(bytes, from, at)).isEqualTo(at);
                }
            }
        }
    }

    @Test
    @Tag("faults")
    void goes_on_after_an_error_of_the_listener() throws Exception {
        var transport = new PipeTransport(stream("bad\0good\0"), OutputStream.nullOutputStream(), "error");
        transport.start(listener.failingFor(3));

        assertThat(listener.nextMessage()).isEqualTo("good");
    }

    @Test
    @Tag("faults")
    void ends_with_the_reason_when_memory_is_out() throws Exception {
        var output = new ClosedFlag();
        var transport = new PipeTransport(new Endless(), output, "memory");
        transport.start(listener.withoutMemory());

        assertThat(listener.awaitClosed()).contains("out of memory", "as wanted by the test", "-Xmx");
        output.closed.get(20, TimeUnit.SECONDS);
        assertThatThrownBy(() -> transport.send(new byte[] {'1'}, 1))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("out of memory");
    }

    @Test
    @Tag("faults")
    void ends_with_the_reason_when_a_class_is_missing() throws Exception {
        var transport = new PipeTransport(stream("heavy\0"), OutputStream.nullOutputStream(), "class");
        transport.start(listener.withoutClass());

        assertThat(listener.awaitClosed())
                .isEqualTo("the reader failed: java.lang.NoClassDefFoundError: as wanted by the test");
    }

    @Test
    void tells_of_the_end_even_if_the_stream_throws_an_error() throws Exception {
        var transport = new PipeTransport(
                new InputStream() {
                    @Override
                    public int read() {
                        throw new StackOverflowError("as wanted by the test");
                    }

                    @Override
                    public int read(byte[] buffer, int from, int length) {
                        return read();
                    }
                },
                OutputStream.nullOutputStream(),
                "overflow");
        transport.start(listener);

        assertThat(listener.awaitClosed()).contains("StackOverflowError");
    }

    @Test
    void says_how_much_of_a_message_was_left_when_the_browser_went() throws Exception {
        reading("{\"id\":1}\0{\"id".getBytes(US_ASCII), "rest");

        assertThat(listener.awaitClosed()).contains("in the middle of a message, after 4 bytes");
    }

    @Test
    void ends_each_message_with_NUL_and_writes_it_in_one_piece() throws Exception {
        var writes = new AtomicInteger();
        var bytes = new ByteArrayOutputStream();
        var output = new OutputStream() {
            @Override
            public void write(int b) {
                writes.incrementAndGet();
                bytes.write(b);
            }

            @Override
            public void write(byte[] b, int from, int length) {
                writes.incrementAndGet();
                bytes.write(b, from, length);
            }
        };
        var transport = new PipeTransport(InputStream.nullInputStream(), output, "pieces");
        var large = new byte[60_000];
        Arrays.fill(large, (byte) 'z');
        var json = "{\"id\":1}and what is left from before".getBytes(US_ASCII);

        transport.send(json, 8);
        transport.send(large, large.length);

        assertThat(writes).hasValue(2);
        assertThat(bytes.toString(US_ASCII)).isEqualTo("{\"id\":1}\0" + "z".repeat(60_000) + "\0");
        assertThat(new String(json, US_ASCII)).endsWith("from before");
        transport.close();
    }

    @Test
    @Tag("faults")
    void refuses_a_command_that_Chrome_would_hang_up_on() {
        var bytes = new ByteArrayOutputStream();
        var transport = new PipeTransport(InputStream.nullInputStream(), bytes, "limit");

        assertThatThrownBy(() -> transport.send(new byte[0], Transport.MAX_COMMAND_BYTES + 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("104857601 bytes")
                .hasMessageContaining("100 MiB");
        assertThat(bytes.size()).isZero();
        transport.close();
    }

    @Test
    void does_not_mix_the_messages_of_several_threads() throws Exception {
        var cat = new ProcessBuilder("cat").start();
        try {
            var transport = new PipeTransport(cat.getInputStream(), cat.getOutputStream(), "cat");
            transport.start(listener);
            var senders = new CompletableFuture<?>[4];
            for (int sender = 0; sender < senders.length; sender++) {
                var message = String.valueOf(sender).repeat(20_000).getBytes(US_ASCII);
                senders[sender] = CompletableFuture.runAsync(() -> {
                    for (int i = 0; i < 50; i++) {
                        sendUnchecked(transport, message);
                    }
                });
            }
            for (int i = 0; i < 200; i++) {
                assertThat(listener.nextMessage()).hasSize(20_000).matches("(0+|1+|2+|3+)");
            }
            CompletableFuture.allOf(senders).get(20, TimeUnit.SECONDS);

            transport.close();

            assertThat(listener.awaitClosed()).contains("closed by this side");
            assertThat(cat.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> transport.send(new byte[] {'1'}, 1)).isInstanceOf(IOException.class);
        } finally {
            cat.destroyForcibly();
        }
    }

    @Test
    @Tag("faults")
    void closes_in_time_although_the_process_neither_reads_nor_ends() throws Exception {
        var sleep = new ProcessBuilder("sh", "-c", "printf 'awake\\0'; exec sleep 600").start();
        try {
            var transport = new PipeTransport(sleep.getInputStream(), sleep.getOutputStream(), "frozen");
            transport.start(listener);
            assertThat(listener.nextMessage()).isEqualTo("awake"); // so its reader is at work
            // More than a pipe holds, so that this thread is stuck in its write.
            var stuck = new Thread(() -> sendUnchecked(transport, new byte[300_000]), "stuck-sender");
            stuck.setDaemon(true);
            stuck.start();

            transport.close();

            assertThat(listener.awaitClosed()).contains("closed by this side", "did not end its own");
            sleep.destroyForcibly();
            Threads.awaitNone("-frozen");
            Threads.awaitNone("stuck-sender");
            assertThat(listener.closed).hasSize(1);
        } finally {
            sleep.destroyForcibly();
        }
    }

    @Test
    void can_be_closed_by_its_own_listener_and_twice() throws Exception {
        var cat = new ProcessBuilder("cat").start();
        try {
            var transport = new PipeTransport(cat.getInputStream(), cat.getOutputStream(), "own");
            transport.start(listener.closing(transport));
            transport.send("{}".getBytes(US_ASCII), 2);

            assertThat(listener.awaitClosed()).contains("closed by this side");
        } finally {
            cat.destroyForcibly();
        }
    }

    @Test
    void tells_of_the_end_if_it_was_closed_before_it_was_started() throws Exception {
        var transport = new PipeTransport(stream("lost\0"), OutputStream.nullOutputStream(), "early");
        transport.close();
        transport.start(listener);

        assertThat(listener.awaitClosed()).contains("before anything was read");
        assertThat(listener.hasMessages()).isFalse();
        assertThatThrownBy(() -> transport.start(listener)).isInstanceOf(IllegalStateException.class);
    }

    private PipeTransport reading(byte[] bytes, String name) {
        var transport = new PipeTransport(new ByteArrayInputStream(bytes), OutputStream.nullOutputStream(), name);
        transport.start(listener);
        return transport;
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(US_ASCII));
    }

    private static void sendUnchecked(Transport transport, byte[] message) {
        try {
            transport.send(message, message.length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Says the same for ever. */
    private static final class Endless extends InputStream {
        @Override
        public int read() {
            return 0;
        }

        @Override
        public int read(byte[] buffer, int from, int length) {
            Arrays.fill(buffer, from, from + length, (byte) 0);
            return length;
        }
    }

    private static final class ClosedFlag extends OutputStream {
        final CompletableFuture<Boolean> closed = new CompletableFuture<>();

        @Override
        public void write(int b) {}

        @Override
        public void close() {
            closed.complete(true);
        }
    }
}
