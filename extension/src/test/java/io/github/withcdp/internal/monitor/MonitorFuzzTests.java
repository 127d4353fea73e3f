package io.github.withcdp.internal.monitor;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.Headers;
import io.github.withcdp.fuzz.Costly;
import io.github.withcdp.fuzz.Hostile;
import io.github.withcdp.fuzz.HostileJson;
import io.github.withcdp.fuzz.Tries;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.redaction.Redaction;
import io.github.withcdp.internal.schema.ProtocolSchema;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tag;
import net.jqwik.api.lifecycle.AddLifecycleHook;
import net.jqwik.api.lifecycle.AfterContainer;

/** Whatever is sent to the monitor, only who has its address is let in, every command is refused that no test is there for, and the next request is answered. */
@Tag("fuzz")
@AddLifecycleHook(Tries.class)
class MonitorFuzzTests {

    private static final MonitorGate GATE = new MonitorGate("a-long-secret", 7000);
    private static final String ORDER =
            "{\"browser\":0,\"session\":\"A1\",\"method\":\"Runtime.evaluate\",\"params\":{\"expression\":\"1\"}}";
    private static final List<String> METHODS = List.of("Page.navigate", "Network.requestWillBeSent");
    private static final int LIMIT_MILLIS = 60_000;

    private static final CommandForms FORMS = new CommandForms(ProtocolSchema.pinned());

    private static final MonitoredRun RUN = new MonitoredRun();
    private static final URI ADDRESS = URI.create(RUN.address());
    private static final CommandDesk DESK = desk();

    /** In a run with a browser, and without a test. */
    private static CommandDesk desk() {
        RUN.attach("A1", "http://a.test/");
        var watched = new WatchedRun();
        watched.watch(RUN.recorder, Redaction.DEFAULT);
        return new CommandDesk(watched);
    }

    @AfterContainer
    static void end() {
        RUN.close();
    }

    @Provide
    Arbitrary<String> paths() {
        return Hostile.texts(List.of("/a-long-secret/", "/a-long-secret/send", "/a-long-secret/method?Page.navigate"));
    }

    @Provide
    Arbitrary<String> hosts() {
        return Hostile.texts(List.of("127.0.0.1:7000"));
    }

    @Provide
    Arbitrary<String> origins() {
        return Hostile.texts(List.of("http://127.0.0.1:7000"));
    }

    @Provide
    Arbitrary<String> orders() {
        return HostileJson.of(List.of(ORDER));
    }

    @Provide
    Arbitrary<String> methods() {
        return Hostile.texts(METHODS);
    }

    @Provide
    Arbitrary<byte[]> requests() {
        var root = ADDRESS.getPath();
        var host = "Host: " + ADDRESS.getAuthority() + "\r\n";
        var origin = "Origin: http://" + ADDRESS.getAuthority() + "\r\n";
        return Hostile.bytes(List.of(
                        "GET " + root + " HTTP/1.1\r\n" + host + "\r\n",
                        "GET " + root + "commands HTTP/1.1\r\n" + host + "Sec-Fetch-Site: same-origin\r\n\r\n",
                        "GET " + root + "method?Page.navigate HTTP/1.1\r\n" + host + "\r\n",
                        "POST " + root + "send HTTP/1.1\r\n" + host + origin + "Content-Length: " + ORDER.length()
                                + "\r\n\r\n" + ORDER,
                        "POST " + root + "send HTTP/1.1\r\n" + host + origin + "Transfer-Encoding: chunked\r\n\r\n"
                                + Integer.toHexString(ORDER.length()) + "\r\n" + ORDER + "\r\n0\r\n\r\n")
                .stream()
                .map(request -> request.getBytes(ISO_8859_1))
                .toList());
    }

    @Property
    void only_who_has_the_address_is_let_in(
            @ForAll("paths") String path, @ForAll("hosts") String host, @ForAll("origins") String origin) {
        for (boolean changes : new boolean[] {false, true}) {
            var headers = new Headers();
            try {
                headers.add("Host", host);
                headers.add("Origin", origin);
            } catch (IllegalArgumentException noHeader) {
                return;
            }
            boolean isRight = path.startsWith("/a-long-secret/")
                    && host.equals("127.0.0.1:7000")
                    && origin.equals("http://127.0.0.1:7000");

            assertThat(GATE.lets(path, headers, changes)).isEqualTo(isRight);
            if (isRight) {
                assertThat("/a-long-secret/" + GATE.resource(path)).isEqualTo(path);
            }
        }
    }

    @Property
    void an_order_is_refused_if_no_test_runs(@ForAll("orders") String order) {
        assertThat(DESK.send(Json.read(order)))
                .containsOnlyKeys("refused")
                .containsAnyOf(
                        Map.entry("refused", "No test that runs has this session. Choose one of a test that runs."),
                        Map.entry(
                                "refused",
                                "A command has a method, as in Page.navigate, and params that are an object."));
    }

    @Property
    @Costly(20)
    void a_form_is_there_or_not(@ForAll("methods") String method) {
        FORMS.form(method).ifPresent(form -> assertThat(METHODS).contains(method));
    }

    @Property
    @Costly(10)
    void a_request_is_answered_or_the_connection_ends(@ForAll("requests") byte[] request) throws IOException {
        var status = status(request);

        assertThat(status).matches("|HTTP/1.1 (200|400|403|404|405|411|413|414|417|501|503) .*");
        if (!new String(request, ISO_8859_1).contains(ADDRESS.getPath())) {
            assertThat(status).doesNotContain(" 200 ");
        }
        assertThat(status("GET %scommands HTTP/1.1\r\nHost: %s\r\n\r\n"
                        .formatted(ADDRESS.getPath(), ADDRESS.getAuthority())
                        .getBytes(ISO_8859_1)))
                .isEqualTo("HTTP/1.1 200 OK");
    }

    /** Return the first line of the answer to all that one says, and no more; nothing if there is none. */
    private static String status(byte[] request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), ADDRESS.getPort())) {
            socket.setSoTimeout(LIMIT_MILLIS);
            socket.getOutputStream().write(request);
            socket.shutdownOutput();
            var line = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1)).readLine();
            return line == null ? "" : line;
        } catch (SocketException ended) {
            return "";
        }
    }
}
