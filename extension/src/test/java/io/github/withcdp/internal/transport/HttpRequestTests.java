package io.github.withcdp.internal.transport;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Authenticator;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.PasswordAuthentication;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
@ResourceLock(Resources.SYSTEM_PROPERTIES)
class HttpRequestTests {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final ProxyProperties jvm = new ProxyProperties();
    private ScriptedServer server;

    @BeforeEach
    void listen() throws IOException {
        server = ScriptedServer.answering(200, "{}");
    }

    @AfterEach
    void stop() throws IOException {
        jvm.restore();
        server.close();
    }

    @Test
    void asks_with_the_method_of_the_question() throws Exception {
        HttpRequest.get(url("/a?b=c")).ask(LIMIT);
        HttpRequest.put(url("/a")).ask(LIMIT);
        HttpRequest.delete(url("/a")).ask(LIMIT);

        assertThat(server.heads)
                .extracting(head -> head.lines().findFirst().orElse(""))
                .containsExactly("GET /a?b=c HTTP/1.1", "PUT /a HTTP/1.1", "DELETE /a HTTP/1.1");
        assertThat(ScriptedServer.header(server.heads.get(1), "Content-Length")).isEqualTo("0");
    }

    @Test
    void hands_over_JSON() throws Exception {
        server.play((head, in, out) -> {
            int length = Integer.parseInt(ScriptedServer.header(head, "Content-Length"));
            ScriptedServer.respond(out, 200, "", "got " + new String(in.readNBytes(length), UTF_8));
        });

        var answer = HttpRequest.post(url("/session"), "{\"name\":\"Zoë\"}").ask(LIMIT);

        assertThat(answer.body()).isEqualTo("got {\"name\":\"Zoë\"}");
        assertThat(server.heads.get(0)).startsWith("POST /session HTTP/1.1");
        assertThat(ScriptedServer.header(server.heads.get(0), "Content-Type"))
                .isEqualTo("application/json; charset=utf-8");
    }

    @Test
    void sends_headers_along() throws Exception {
        HttpRequest.get(url("/")).withHeaders(Map.of("X-Api-Key", "a;b=c")).ask(LIMIT);

        assertThat(ScriptedServer.header(server.heads.get(0), "X-Api-Key")).isEqualTo("a;b=c");
    }

    @Test
    void authorises_with_the_decoded_user_information() throws Exception {
        HttpRequest.get(URI.create("http://ada:p%40ss%3Aword@" + server.address() + "/"))
                .ask(LIMIT);

        assertThat(ScriptedServer.header(server.heads.get(0), "Authorization"))
                .isEqualTo("Basic YWRhOnBAc3M6d29yZA=="); // ada:p@ss:word
    }

    @Test
    void a_header_that_was_given_counts_more_than_the_user_information() throws Exception {
        HttpRequest.get(URI.create("http://ada:x@" + server.address() + "/"))
                .withHeaders(Map.of("Authorization", "Bearer 4711"))
                .ask(LIMIT);

        assertThat(ScriptedServer.header(server.heads.get(0), "Authorization")).isEqualTo("Bearer 4711");
    }

    @Test
    void shows_itself_without_secrets() {
        var question = HttpRequest.put(URI.create("http://ada:x@chrome/json/new?secret"))
                .withHeaders(Map.of("X-Key", "secret"));

        assertThat(question).hasToString("PUT http://…@chrome/json/new?…");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "POST"})
    void what_changes_something_is_asked_once_even_if_the_server_hangs_up(String method) {
        server.play((head, in, out) -> {});
        var question = method.equals("PUT") ? HttpRequest.put(url("/")) : HttpRequest.post(url("/"), "{}");

        assertThatThrownBy(() -> question.ask(LIMIT)).isInstanceOf(IOException.class);
        assertThat(server.heads).hasSize(1);
    }

    @Test
    void tells_where_a_redirect_leads_and_does_not_go_there() throws Exception {
        server.play((head, in, out) ->
                ScriptedServer.respond(out, 302, "Location: http://" + server.address() + "/else\r\n", ""));

        var answer = HttpRequest.get(url("/")).ask(LIMIT);

        assertThat(answer.isRedirect()).isTrue();
        assertThat(answer.location()).endsWith("/else");
        assertThat(server.heads).hasSize(1);
    }

    @Test
    void has_no_location_without_a_redirect() throws Exception {
        assertThat(HttpRequest.get(url("/")).ask(LIMIT)).isEqualTo(new HttpResponse(200, "Scripted", "", "{}"));
    }

    @Test
    void takes_an_answer_of_the_largest_size() throws Exception {
        server.play((head, in, out) -> ScriptedServer.respond(out, 200, "", "x".repeat(1000)));

        assertThat(HttpRequest.get(url("/")).withLargestAnswer(1000).ask(LIMIT).body())
                .hasSize(1000);
    }

    @Test
    void refuses_an_answer_without_end_and_says_how_much_is_too_much() throws Exception {
        server.play((head, in, out) -> {
            out.write("HTTP/1.1 200 OK\r\n\r\n".getBytes(UTF_8));
            while (true) {
                out.write(new byte[8192]);
            }
        });

        assertThatThrownBy(() -> HttpRequest.get(url("/")).ask(LIMIT))
                .isInstanceOf(IOException.class)
                .hasMessage("the answer has more than the 4.0 MiB that are read of one");
        Threads.awaitNone("withcdp-http");
    }

    @Test
    void reads_the_beginning_of_a_long_excuse() throws Exception {
        server.play((head, in, out) -> ScriptedServer.respond(out, 404, "", "No. " + "x".repeat(1000)));

        var answer = HttpRequest.get(url("/")).withLargestAnswer(10).ask(LIMIT);

        assertThat(answer).isEqualTo(new HttpResponse(404, "Scripted", "", "No. xxxxxx"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n", "HTTP/1.1 200 OK\r\nX-Long: "})
    void gives_up_on_an_answer_that_trickles(String beginning) throws Exception {
        server.play((head, in, out) -> {
            out.write(beginning.getBytes(UTF_8));
            trickle(out);
        });

        assertThatThrownBy(() -> HttpRequest.get(url("/")).ask(Duration.ofMillis(300)))
                .isInstanceOf(TimeoutException.class);
        Threads.awaitNone("withcdp-http");
    }

    @Test
    void gives_up_when_it_is_interrupted_though_nothing_is_connected_yet() throws Exception {
        server.play((head, in, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes(UTF_8));
            trickle(out);
        });

        jvm.http(server.port()); // which leaves no name to look up before
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> HttpRequest.get(named("/")).ask(LIMIT)).hasStackTraceContaining("interrupted");

        assertThat(Thread.interrupted()).isTrue();
        Threads.awaitNone("withcdp-http");
    }

    @Test
    void asks_nothing_if_it_was_interrupted_while_it_connected() throws Exception {
        var connects = new CountDownLatch(1);
        try (var proxy = ScriptedProxy.socksOnce(connects)) {
            jvm.socks(proxy.port());
            Thread.currentThread().interrupt();
            assertThatThrownBy(() -> HttpRequest.put(named("/")).ask(LIMIT)).hasStackTraceContaining("interrupted");
            assertThat(Thread.interrupted()).isTrue();
            connects.countDown();
            Threads.awaitNone("withcdp-http");
        }

        assertThat(server.heads).as("of connections at most").allMatch(String::isEmpty);
    }

    @Test
    void asks_through_the_HTTP_proxy_of_the_JVM_which_finds_the_host() throws Exception {
        try (var proxy = ScriptedProxy.http()) {
            jvm.http(proxy.port());
            var answer = HttpRequest.get(named("/json/version?a=b")).ask(LIMIT);

            assertThat(answer.body()).isEqualTo("{}");
            assertThat(proxy.asked)
                    .containsExactly("GET http://chrome.test:" + server.port() + "/json/version?a=b HTTP/1.1");
            assertThat(ScriptedServer.header(server.heads.get(0), "Host")).isEqualTo("chrome.test:" + server.port());
        }
    }

    @Test
    void asks_through_the_SOCKS_proxy_of_the_JVM_which_finds_the_host() throws Exception {
        try (var proxy = ScriptedProxy.socks()) {
            jvm.socks(proxy.port());
            var answer = HttpRequest.get(named("/")).ask(LIMIT);

            assertThat(answer.body()).isEqualTo("{}");
            assertThat(proxy.asked).containsExactly("SOCKS chrome.test:" + server.port());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "localhost"})
    void never_asks_a_proxy_for_this_machine(String host) throws Exception {
        try (var proxy = ScriptedProxy.http()) {
            jvm.http(proxy.port());
            jvm.set("http.nonProxyHosts", "");
            HttpRequest.get(URI.create("http://" + host + ":" + server.port() + "/"))
                    .ask(LIMIT);

            assertThat(proxy.asked).isEmpty();
        }
    }

    @Test
    void does_not_ask_the_proxy_for_hosts_that_are_excepted() throws Exception {
        try (var proxy = ScriptedProxy.http()) {
            jvm.http(proxy.port());
            jvm.set("http.nonProxyHosts", "*.invalid");
            assertThatThrownBy(() -> HttpRequest.get(URI.create("http://chrome.invalid/"))
                            .ask(LIMIT))
                    .isInstanceOf(IOException.class);

            assertThat(proxy.asked).isEmpty();
        }
    }

    @Test
    void tries_the_next_way_if_a_proxy_does_not_listen() throws Exception {
        int closed = closedPort();
        var before = ProxySelector.getDefault();
        try (var proxy = ScriptedProxy.http()) {
            ProxySelector.setDefault(selecting(closed, proxy.port()));

            assertThat(HttpRequest.get(named("/")).ask(LIMIT).body()).isEqualTo("{}");
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @Test
    void never_tells_a_selector_of_proxies_the_secrets_of_a_URL() throws Exception {
        var before = ProxySelector.getDefault();
        try (var proxy = ScriptedProxy.http()) {
            var selector = selecting(proxy.port());
            ProxySelector.setDefault(selector);

            HttpRequest.get(URI.create("http://ada:x@chrome.test:" + server.port() + "/path?token=secret"))
                    .ask(LIMIT);

            assertThat(selector.asked).containsOnly(URI.create("http://chrome.test:" + server.port() + "/"));
        } finally {
            ProxySelector.setDefault(before);
        }
    }

    @Test
    void tells_the_proxy_who_is_asking_if_the_JVM_knows() throws Exception {
        try (var proxy = ScriptedProxy.httpWanting("Basic YWRhOnBhc3M=")) {
            jvm.http(proxy.port());
            assertThat(HttpRequest.get(named("/")).ask(LIMIT).status()).isEqualTo(407);

            Authenticator.setDefault(new Authenticator() {
                @Override
                protected PasswordAuthentication getPasswordAuthentication() {
                    return new PasswordAuthentication("ada", "pass".toCharArray());
                }
            });

            assertThat(HttpRequest.get(named("/")).ask(LIMIT).status()).isEqualTo(200);
        } finally {
            Authenticator.setDefault(null);
        }
    }

    private static int closedPort() throws IOException {
        try (var gone = ScriptedProxy.http()) {
            return gone.port();
        }
    }

    private static void trickle(OutputStream out) throws IOException {
        while (true) {
            out.write('x');
            out.flush();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10)); // the slowness is what is tested
        }
    }

    private URI url(String path) {
        return URI.create("http://" + server.address() + path);
    }

    /** A URL with a name that only our proxies know. */
    private URI named(String path) {
        return URI.create("http://chrome.test:" + server.port() + path);
    }

    private static Selector selecting(Integer... ports) {
        return new Selector(List.of(ports));
    }

    private static final class Selector extends ProxySelector {

        final List<URI> asked = new CopyOnWriteArrayList<>();
        private final List<Integer> ports;

        Selector(List<Integer> ports) {
            this.ports = ports;
        }

        @Override
        public List<Proxy> select(URI uri) {
            asked.add(uri);
            return ports.stream()
                    .map(port ->
                            new Proxy(Proxy.Type.HTTP, new InetSocketAddress(InetAddress.getLoopbackAddress(), port)))
                    .toList();
        }

        @Override
        public void connectFailed(URI uri, SocketAddress address, IOException why) {
            // nothing is learned
        }
    }
}
