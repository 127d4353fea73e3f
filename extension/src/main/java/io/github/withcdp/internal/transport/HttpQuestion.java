package io.github.withcdp.internal.transport;

import io.github.withcdp.internal.time.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Something to ask a server, over HTTP, once. Redirects are not followed. Uses {@link HttpURLConnection}, because
 * {@code java.net.http} takes more than half a second to warm up.
 *
 * @param method {@code GET}, {@code PUT}, {@code POST} or {@code DELETE}
 * @param url {@code http} or {@code https}; user information becomes basic authorisation
 * @param headers go with the question; those that HTTP itself needs cannot be set
 * @param body what is sent along, if anything is
 * @param largestAnswer how many bytes the answer may have
 */
public record HttpQuestion(
        String method, URI url, Map<String, String> headers, Optional<Body> body, int largestAnswer) {

    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

    /**
     * What is sent along, in UTF-8.
     *
     * @param contentType {@code application/json; charset=utf-8} for example
     * @param text all of it
     */
    public record Body(String contentType, String text) {}

    /** Copy the headers. */
    public HttpQuestion {
        headers = Map.copyOf(headers);
    }

    /** Return the question that reads something. */
    public static HttpQuestion get(URI url) {
        return new HttpQuestion("GET", url, Map.of(), Optional.empty(), LARGEST_ANSWER);
    }

    /** Return the question that puts nothing: Chrome wants it so where something is created. */
    public static HttpQuestion put(URI url) {
        return new HttpQuestion("PUT", url, Map.of(), Optional.empty(), LARGEST_ANSWER);
    }

    /** Return the question that hands over some JSON. */
    public static HttpQuestion post(URI url, String json) {
        var body = new Body("application/json; charset=utf-8", json);
        return new HttpQuestion("POST", url, Map.of(), Optional.of(body), LARGEST_ANSWER);
    }

    /** Return the question that deletes something. */
    public static HttpQuestion delete(URI url) {
        return new HttpQuestion("DELETE", url, Map.of(), Optional.empty(), LARGEST_ANSWER);
    }

    /** Return the same question with other headers. */
    public HttpQuestion withHeaders(Map<String, String> others) {
        return new HttpQuestion(method, url, others, body, largestAnswer);
    }

    /** Return the same question with another limit for the answer, in bytes. */
    public HttpQuestion withLargestAnswer(int bytes) {
        return new HttpQuestion(method, url, headers, body, bytes);
    }

    /**
     * Ask, through the proxies that the JVM is told to use; without one, trying one address of the host after another as
     * long as nobody listens, and by number if the name is refused. What changes something ({@code PUT}, {@code POST}) is
     * never sent twice to somebody who may have understood it.
     *
     * @param limit for all of it
     * @throws TimeoutException if there is no complete answer in time
     * @throws IOException if there is no answer, or one that is too large; the message holds no secret of the URL
     */
    public HttpAnswer ask(Duration limit) throws IOException, TimeoutException {
        return ask(Deadline.in(limit));
    }

    HttpAnswer ask(Deadline deadline) throws IOException, TimeoutException {
        @Nullable IOException last = null;
        for (Way way : ways(deadline)) {
            try {
                var answer = askOnce(way, deadline);
                if (!answer.refusesHost()
                        || Hosts.isAcceptable(way.url().getHost())
                        || !Proxies.isDirect(way.proxy())) {
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
        var cause = e instanceof ProxyException ? e.getCause() : e;
        return cause instanceof ConnectException
                || cause instanceof NoRouteToHostException
                || (cause instanceof SocketException
                        && String.valueOf(cause.getMessage()).contains("unreachable"));
    }

    /** One of the ways to the server. */
    private record Way(URI url, Proxy proxy) {}

    private List<Way> ways(Deadline deadline) throws IOException, TimeoutException {
        var ways = new ArrayList<Way>();
        for (Proxy proxy : Proxies.towards(url)) {
            if (Proxies.isDirect(proxy)) {
                directly(deadline).forEach(address -> ways.add(new Way(address, Proxy.NO_PROXY)));
            } else {
                ways.add(new Way(url, proxy)); // who finds the host is the proxy
            }
        }
        return ways;
    }

    /** HttpURLConnection sets Host by itself and lets nobody change it; so the address goes into the URL. */
    private List<URI> directly(Deadline deadline) throws IOException, TimeoutException {
        if (url.getScheme().equals("https")) {
            return List.of(url); // the name must stay, because certificates are about names
        }
        var addresses = new ArrayList<URI>();
        if (!Hosts.isAcceptable(url.getHost())) {
            addresses.add(url); // a proxy may choose by the name; Chrome refuses it, and is then asked by number
        }
        for (InetAddress address : Hosts.resolve(url.getHost(), deadline)) {
            addresses.add(withHost(url, Hosts.literal(address)));
        }
        return addresses;
    }

    private HttpAnswer askOnce(Way way, Deadline deadline) throws IOException, TimeoutException {
        var line = new Line();
        boolean answered = false;
        try {
            var answer = BoundedTask.run("http", deadline.left(), () -> {
                var connection =
                        (HttpURLConnection) withoutUserInfo(way.url()).toURL().openConnection(way.proxy());
                line.connection = connection;
                return exchange(connection, line, deadline);
            });
            answered = true;
            return answer;
        } catch (SSLException | SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            throw Proxies.isDirect(way.proxy()) ? e : new ProxyException(e);
        } finally {
            line.hangUp(answered);
        }
    }

    /** What the thread that asks and the one that waits for it have in common. */
    private static final class Line {

        private volatile @Nullable HttpURLConnection connection;
        private volatile boolean isHungUp;

        /** End the connection. If its thread may still read, on another one, because the JDK lets whoever hangs up wait for that. */
        void hangUp(boolean answered) {
            isHungUp = true;
            var open = connection;
            if (open == null) {
                return;
            }
            if (answered) {
                open.disconnect();
                return;
            }
            var thread = new Thread(open::disconnect, "withcdp-http-end");
            thread.setDaemon(true);
            thread.start();
        }

        /** Go on with what is connected now, unless nobody waits for it any more, who could not end it before. */
        void connected(HttpURLConnection connection) throws IOException {
            if (isHungUp) {
                connection.disconnect();
            }
            check();
        }

        void check() throws IOException {
            if (isHungUp) {
                throw new IOException("nobody waits for the answer any more");
            }
        }
    }

    private HttpAnswer exchange(HttpURLConnection connection, Line line, Deadline deadline) throws IOException {
        connection.setConnectTimeout(deadline.leftMillis());
        connection.setReadTimeout(deadline.leftMillis());
        connection.setInstanceFollowRedirects(false); // secrets in the query are for this host only
        connection.setUseCaches(false);
        connection.setAuthenticator(new ProxyLogin());
        connection.setRequestMethod(method);
        connection.setRequestProperty("Accept", "application/json");
        authorization(url).ifPresent(value -> connection.setRequestProperty("Authorization", value));
        headers.forEach(connection::setRequestProperty);
        connection.setRequestProperty("Connection", "close"); // or a thread of the JDK keeps it for five seconds
        var bytes = body.map(Body::text).orElse("").getBytes(StandardCharsets.UTF_8);
        if (sends()) {
            body.ifPresent(given -> connection.setRequestProperty("Content-Type", given.contentType()));
            connection.setDoOutput(true);
            // Or the JDK asks again by itself if the server hangs up: a second tab, a second session.
            connection.setFixedLengthStreamingMode(bytes.length);
        }
        connection.connect();
        line.connected(connection);
        send(connection, bytes);
        int status = connection.getResponseCode();
        if (status < 0) {
            throw new IOException("the answer is not HTTP");
        }
        var said = connection.getResponseMessage();
        var location = connection.getHeaderField("Location");
        // Closed with the connection: who closes it while another does so, too, waits until the JDK has read the rest.
        var in = status >= 400 ? connection.getErrorStream() : connection.getInputStream();
        return new HttpAnswer(
                status,
                said == null ? "" : said,
                location == null ? "" : location,
                in == null ? "" : read(in, status, line));
    }

    private boolean sends() {
        return method.equals("PUT") || method.equals("POST");
    }

    private void send(HttpURLConnection connection, byte[] bytes) throws IOException {
        if (sends()) {
            try (var out = connection.getOutputStream()) {
                out.write(bytes);
            }
        }
    }

    private String read(InputStream in, int status, Line line) throws IOException {
        var bytes = new byte[Math.min(largestAnswer, 8192)];
        int length = 0;
        for (int more = 0; more >= 0 && length < largestAnswer; length += Math.max(0, more)) {
            line.check(); // the lock of the stream is not fair: who wants to close it might wait for long
            bytes = length < bytes.length ? bytes : Arrays.copyOf(bytes, Math.min(largestAnswer, 2 * length));
            more = in.read(bytes, length, bytes.length - length);
        }
        if (status < 400 && length == largestAnswer && in.read() >= 0) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "the answer has more than the %.1f MiB that are read of one",
                    largestAnswer / (1024.0 * 1024.0)));
        }
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
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

    /** Return what is asked, without secrets. */
    @Override
    public String toString() {
        return method + " " + Hint.display(url.toString());
    }
}
