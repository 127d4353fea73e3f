package io.github.withcdp.transport;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Asks a browser's HTTP side something, once. Uses {@link HttpURLConnection}, because {@code java.net.http} takes more
 * than half a second to warm up.
 */
final class HttpQuestion {

    /** What was answered; {@code location} is empty but for redirects. */
    record Answer(int status, String statusText, String location, String body) {

        /** Return whether Chrome refused the name in the {@code Host} header. */
        boolean refusesHost() {
            return status == 500 && body.contains("Host header");
        }
    }

    private static final int LARGEST_BODY = 4 * 1024 * 1024;

    private HttpQuestion() {}

    /**
     * Ask, trying one address of the host after another as long as nobody listens, and by number if the name is refused.
     *
     * @param url {@code http} or {@code https}; user information becomes basic authorisation
     * @throws TimeoutException if there is no complete answer in time
     */
    static Answer ask(URI url, Deadline deadline) throws IOException, TimeoutException {
        // HttpURLConnection sets Host by itself and lets nobody change it; so the address goes into the URL.
        // For https the name must stay, because certificates are about names.
        @Nullable IOException last = null;
        for (URI candidate : candidates(url, deadline)) {
            try {
                var answer = askOnce(candidate, deadline);
                if (!answer.refusesHost() || Hosts.isAcceptable(candidate.getHost())) {
                    return answer;
                }
            } catch (SocketTimeoutException e) {
                var timeout = new TimeoutException(e.getMessage());
                timeout.initCause(e);
                throw timeout;
            } catch (IOException e) {
                if (!isUnreachable(e)) {
                    throw e;
                }
                last = e;
            }
        }
        throw last != null ? last : new IOException("the host name is refused, and has no address");
    }

    /** Return whether nobody listens where one tried to connect. */
    static boolean isUnreachable(IOException e) {
        return e instanceof ConnectException
                || e instanceof NoRouteToHostException
                || (e instanceof SocketException
                        && String.valueOf(e.getMessage()).contains("unreachable"));
    }

    private static List<URI> candidates(URI url, Deadline deadline) throws IOException, TimeoutException {
        var candidates = new ArrayList<URI>();
        if (url.getScheme().equals("https")) {
            return List.of(url);
        }
        if (!Hosts.isAcceptable(url.getHost())) {
            candidates.add(url); // a proxy may choose by the name; Chrome refuses it, and is then asked by number
        }
        for (InetAddress address : Hosts.resolve(url.getHost(), deadline)) {
            candidates.add(withHost(url, Hosts.literal(address)));
        }
        return candidates;
    }

    private static Answer askOnce(URI url, Deadline deadline) throws IOException, TimeoutException {
        var connection = new AtomicReference<@Nullable HttpURLConnection>();
        try {
            return BoundedTask.run("http", deadline.left(), () -> {
                var open = (HttpURLConnection) withoutUserInfo(url).toURL().openConnection(Proxy.NO_PROXY);
                connection.set(open);
                return exchange(open, url, deadline);
            });
        } finally {
            var open = connection.get();
            if (open != null) {
                open.disconnect(); // frees the thread if it still reads
            }
        }
    }

    private static Answer exchange(HttpURLConnection connection, URI url, Deadline deadline) throws IOException {
        connection.setConnectTimeout(deadline.leftMillis());
        connection.setReadTimeout(deadline.leftMillis());
        connection.setInstanceFollowRedirects(false); // secrets in the query are for this host only
        connection.setUseCaches(false);
        connection.setRequestProperty("Accept", "application/json");
        connection.setRequestProperty("Connection", "close"); // or a thread of the JDK keeps it for five seconds
        authorization(url).ifPresent(value -> connection.setRequestProperty("Authorization", value));
        int status = connection.getResponseCode();
        if (status < 0) {
            throw new IOException("the answer is not HTTP");
        }
        try (var body = status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
            return new Answer(
                    status,
                    String.valueOf(connection.getResponseMessage()),
                    String.valueOf(connection.getHeaderField("Location")),
                    body == null ? "" : new String(body.readNBytes(LARGEST_BODY), StandardCharsets.UTF_8));
        }
    }

    /** Return the value of the {@code Authorization} header for the {@code user:password} of a URL. */
    static Optional<String> authorization(URI url) {
        var user = url.getUserInfo();
        return user == null
                ? Optional.empty()
                : Optional.of("Basic " + Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8)));
    }

    private static URI withHost(URI url, String host) {
        var user = url.getRawUserInfo() == null ? "" : url.getRawUserInfo() + "@";
        return URI.create("http://" + user + host + portAndTail(url));
    }

    private static URI withoutUserInfo(URI url) {
        return URI.create(url.getScheme() + "://" + url.getHost() + portAndTail(url));
    }

    private static String portAndTail(URI url) {
        return (url.getPort() < 0 ? "" : ":" + url.getPort())
                + url.getRawPath()
                + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
    }
}
