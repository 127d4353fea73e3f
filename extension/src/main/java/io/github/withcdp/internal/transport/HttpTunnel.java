package io.github.withcdp.internal.transport;

import io.github.withcdp.internal.time.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.net.Authenticator;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/**
 * Opens a tunnel through an HTTP proxy ({@code CONNECT}). The JDK's own, behind {@code new Socket(proxy)}, cannot be
 * interrupted by closing the socket, so a proxy that trickles would keep its thread for ever.
 */
final class HttpTunnel {

    private static final String DISABLED_SCHEMES = "jdk.http.auth.tunneling.disabledSchemes";
    private static final Pattern BASIC =
            Pattern.compile("(?im)^Proxy-Authenticate:\\s*Basic\\b(?:.*?realm=\"([^\"]*)\")?.*$");
    private static final int LARGEST_HEAD = 16 * 1024;

    private final InetSocketAddress proxy;
    private final InetSocketAddress server;
    private final SocketOwner owner;
    private final Deadline deadline;

    private HttpTunnel(InetSocketAddress proxy, InetSocketAddress server, SocketOwner owner, Deadline deadline) {
        this.proxy = proxy;
        this.server = server;
        this.owner = owner;
        this.deadline = deadline;
    }

    static Socket open(Proxy proxy, InetSocketAddress server, SocketOwner owner, Deadline deadline) throws IOException {
        return new HttpTunnel((InetSocketAddress) proxy.address(), server, owner, deadline).open();
    }

    private record Attempt(Socket socket, String head) {

        boolean is(int status) {
            return head.matches("(?s)HTTP/1\\.[01] " + status + "\\b.*");
        }
    }

    private Socket open() throws IOException {
        try {
            var attempt = attempt("");
            var login = attempt.is(407) ? login(attempt.head()) : Optional.<String>empty();
            if (login.isPresent()) {
                attempt.socket().close();
                attempt = attempt("Proxy-Authorization: Basic " + login.get() + "\r\n");
            }
            if (!attempt.is(200)) {
                throw new IOException("it answered CONNECT %s with %s%s"
                        .formatted(
                                target(),
                                attempt.head().isBlank()
                                        ? "nothing"
                                        : attempt.head().lines().findFirst().orElse(""),
                                attempt.is(407) ? remedy() : ""));
            }
            attempt.socket().setSoTimeout(0);
            return attempt.socket();
        } catch (IOException e) {
            throw new ProxyException(e);
        }
    }

    private Attempt attempt(String authorization) throws IOException {
        var socket = new Socket(Proxy.NO_PROXY);
        owner.take(socket);
        socket.connect(address(), deadline.leftMillis());
        socket.setSoTimeout(deadline.leftMillis());
        socket.getOutputStream()
                .write("CONNECT %s HTTP/1.1\r\nHost: %s\r\n%s\r\n"
                        .formatted(target(), target(), authorization)
                        .getBytes(StandardCharsets.ISO_8859_1));
        return new Attempt(socket, head(socket.getInputStream()));
    }

    private InetSocketAddress address() throws IOException {
        if (!proxy.isUnresolved()) {
            return proxy;
        }
        try {
            return new InetSocketAddress(
                    Hosts.resolve(proxy.getHostString(), deadline).get(0), proxy.getPort());
        } catch (TimeoutException e) {
            throw new IOException("its name could not be resolved in time", e);
        }
    }

    private String target() {
        return server.getHostString() + ":" + server.getPort();
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        // One by one, because what comes after the head belongs to the server behind.
        for (int one = in.read(); one >= 0 && head.length() < LARGEST_HEAD; one = in.read()) {
            head.append((char) one);
            if (one == '\n' && head.indexOf("\r\n\r\n", Math.max(0, head.length() - 4)) >= 0) {
                return head.toString();
            }
        }
        return head.toString();
    }

    /** Return what the JVM's authenticator knows, if the proxy wants it so, and the JVM allows that for tunnels. */
    private Optional<String> login(String head) {
        var challenge = BASIC.matcher(head);
        if (!challenge.find() || isBasicDisabled()) {
            return Optional.empty();
        }
        var authentication = Authenticator.requestPasswordAuthentication(
                proxy.getHostString(),
                proxy.getAddress(),
                proxy.getPort(),
                "http",
                challenge.group(1),
                "basic",
                null,
                Authenticator.RequestorType.PROXY);
        return Optional.ofNullable(authentication).map(login -> {
            var both = login.getUserName() + ":" + new String(login.getPassword());
            return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        });
    }

    /** The JDK does not send a readable password through tunnels, unless it is told to. */
    private static boolean isBasicDisabled() {
        var disabled = System.getProperty(DISABLED_SCHEMES, "Basic");
        return Arrays.stream(disabled.split(",", -1))
                .anyMatch(scheme -> scheme.strip().equalsIgnoreCase("Basic"));
    }

    static String remedy() {
        return ". It wants to know who asks: give the JVM a java.net.Authenticator that answers for proxies"
                + " (Authenticator.setDefault)"
                + (isBasicDisabled()
                        ? ", and start it with -D" + DISABLED_SCHEMES
                                + "= (nothing behind it), without which no password goes through a tunnel"
                        : "");
    }
}
