package io.github.withcdp.internal.serve;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.withcdp.fuzz.Costly;
import io.github.withcdp.fuzz.Hostile;
import io.github.withcdp.fuzz.Tries;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.Exchange;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever a page says to a WebSocket that is served, it is answered or the connection ends; whatever was recorded of one, it is played to its end. */
@Tag("fuzz")
@AddLifecycleHook(Tries.class)
class LoopbackFuzzTests {

    private static final int LIMIT_MILLIS = 60_000;
    private static final int CLOSE = 8;
    private static final int TEXT = 1;

    private static final List<Exchange.Frame> FRAMES = List.of(
            new RecordedFrame(Direction.RECEIVED, "text", "welcome"),
            new RecordedFrame(Direction.SENT, "text", "hello"),
            new RecordedFrame(Direction.RECEIVED, "binary", "AAEC"),
            new RecordedFrame(Direction.RECEIVED, "text", "bye"));

    private static final LoopbackServer SERVER = LoopbackServer.start();

    @AfterContainer
    static void stop() throws InterruptedException {
        SERVER.close();
        for (var thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().equals("withcdp-serve-socket")) {
                thread.join(LIMIT_MILLIS);
                assertThat(thread.isAlive()).as("%s", thread).isFalse();
            }
        }
    }

    private record RecordedFrame(Direction direction, String kind, String payload) implements Exchange.Frame {

        @Override
        public Duration elapsed() {
            return Duration.ofMillis(20);
        }
    }

    @Provide
    Arbitrary<byte[]> pages() {
        var hello = new String(message("hello"), ISO_8859_1);
        return Hostile.bytes(Stream.of("", hello, hello + hello)
                .map(then -> new String(PageHandshake.of("/room"), ISO_8859_1) + then)
                .map(said -> said.getBytes(ISO_8859_1))
                .toList());
    }

    @Provide
    Arbitrary<List<Exchange.Frame>> frames() {
        var payloads = Hostile.texts(List.of(
                "{\"type\":\"price\",\"value\":17}",
                "AAECAwQFBgcICQ==",
                "‹redacted:token:len=20:hash=12ab›",
                "4oC5cmVkYWN0ZWQ6dG9rZW46bGVuPTIwOmhhc2g9MTJhYuKAug=="));
        var kinds = Arbitraries.of("text", "text", "binary", "binary", "close", "ping", "", "message");
        return Combinators.combine(Arbitraries.of(Direction.values()), kinds.withoutEdgeCases(), payloads)
                .as((direction, kind, payload) -> (Exchange.Frame) new RecordedFrame(direction, kind, payload))
                .list()
                .ofMaxSize(12)
                .withoutEdgeCases();
    }

    @Provide
    Arbitrary<String> protocols() {
        return Hostile.texts(List.of("chat", "graphql-ws, chat"));
    }

    @Property
    @Costly(10)
    void whatever_a_page_says_is_answered_or_the_connection_ends(@ForAll("pages") byte[] said) throws IOException {
        try (var served = serve("/room", "chat", FRAMES);
                var page = connect()) {
            page.getOutputStream().write(said);
            page.shutdownOutput();
            assertThat(new String(page.getInputStream().readAllBytes(), ISO_8859_1))
                    .as("%s", served)
                    .matches("(?s)|HTTP/1\\.1 (101|404|502) .*");
        } catch (SocketException ended) {
            // as it may
        }
        assertPlayed("chat", FRAMES);
    }

    @Property
    @Costly(10)
    void whatever_was_recorded_is_played_to_its_end(
            @ForAll("protocols") String protocol, @ForAll("frames") List<Exchange.Frame> frames) throws IOException {
        assertPlayed(protocol, frames);
    }

    private static void assertPlayed(String protocol, List<Exchange.Frame> frames) throws IOException {
        try (var served = serve("/next", protocol, frames);
                var page = connect()) {
            // In one piece: the server may have said all that it says before a second one comes.
            var said = new ByteArrayOutputStream();
            said.writeBytes(PageHandshake.of("/next"));
            messages(frames, Direction.SENT).forEach(frame -> said.writeBytes(message("hello")));
            page.getOutputStream().write(said.toByteArray());
            var in = new DataInputStream(page.getInputStream());
            var head = head(in);
            assertThat(head.get(0)).as("%s", served).startsWith("HTTP/1.1 101 ");
            assertThat(head).filteredOn(line -> !line.contains(": ")).hasSize(1);
            var opcodes = new ArrayList<Integer>();
            do {
                opcodes.add(opcode(in));
            } while (!opcodes.contains(CLOSE));
            assertThat(opcodes)
                    .hasSize((int) messages(frames, Direction.RECEIVED).count() + 1);
        }
    }

    private static Stream<Exchange.Frame> messages(List<Exchange.Frame> frames, Direction direction) {
        return frames.stream()
                .filter(frame -> frame.direction() == direction)
                .filter(frame -> List.of("text", "binary").contains(frame.kind()));
    }

    /** A recorded WebSocket that the server plays until this is closed. */
    private record Served(ServedSockets sockets) implements AutoCloseable {

        @Override
        public void close() {
            SERVER.remove(sockets);
        }
    }

    private static Served serve(String path, String protocol, List<Exchange.Frame> frames) {
        var plain = Asked.get("ws://chat.test" + path)
                .of("WebSocket")
                .got(101, "", new Exchange.Header("Sec-WebSocket-Protocol", protocol))
                .exchange();
        var recorded = new Exchange(
                plain.id(),
                plain.session(),
                plain.sequence(),
                plain.resourceType(),
                plain.documentUrl(),
                plain.request(),
                plain.response(),
                plain.failure(),
                plain.redirects(),
                plain.timing(),
                plain.initiator(),
                plain.encodedBytes(),
                plain.finished(),
                frames);
        var sockets = new ServedSockets(
                List.of(recorded), new ServedTally("here", "", new AnswerPool(List.of(), false)), true);
        SERVER.add(sockets);
        return new Served(sockets);
    }

    private static Socket connect() throws IOException {
        var rules = SERVER.switches().get(0);
        int port = Integer.parseInt(rules.substring(rules.lastIndexOf(':') + 1));
        var socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(LIMIT_MILLIS);
        return socket;
    }

    /** Return a short text as a page sends it, masked with zeros. */
    private static byte[] message(String text) {
        var frame = new ByteArrayOutputStream();
        frame.write(0x80 | TEXT);
        frame.write(0x80 | text.length());
        frame.writeBytes(new byte[4]);
        frame.writeBytes(text.getBytes(UTF_8));
        return frame.toByteArray();
    }

    private static List<String> head(DataInputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString().lines().filter(line -> !line.isEmpty()).toList();
    }

    /** Read a message, and return of which kind it is. */
    private static int opcode(DataInputStream in) throws IOException {
        int opcode = in.readUnsignedByte() & 15;
        long length = in.readUnsignedByte();
        if (length == 126) {
            length = in.readUnsignedShort();
        } else if (length == 127) {
            length = in.readLong();
        }
        in.skipNBytes(length);
        return opcode;
    }
}
