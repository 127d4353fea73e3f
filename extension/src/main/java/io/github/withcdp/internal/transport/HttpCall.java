package io.github.withcdp.internal.transport;

import io.github.withcdp.internal.util.BoundedCall;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way to a server, and the answer back, on a thread of their own, so that whoever waits can leave at any
 * moment. Redirects are not followed. Uses {@link HttpURLConnection}, because {@code java.net.http} takes more than half a
 * second to warm up, and needs a module beside {@code java.base}.
 */
public final class HttpCall<T> {

    /** Makes something of an answer while it comes, on the thread of the call. */
    @FunctionalInterface
    public interface Reader<T> {

        /**
         * Read what is wanted of the answer.
         *
         * @param body fails as soon as nobody waits any more; closed by the call
         */
        T read(HttpHead head, InputStream body) throws IOException;
    }

    /**
     * What is asked.
     *
     * @param method {@code GET}, {@code PUT}, {@code POST} or {@code DELETE}
     * @param url {@code http} or {@code https}; user information becomes basic authorisation
     * @param headers go with the request; those that HTTP itself needs cannot be set
     * @param body what is sent along, if anything is
     */
    public record Request(String method, URI url, Map<String, String> headers, Optional<Body> body) {

        /** Return whether something goes along, if only an empty body. */
        private boolean sends() {
            return method.equals("PUT") || method.equals("POST");
        }

        /** Return the URL without what goes into the {@code Authorization} header. */
        private URI withoutUserInfo() {
            return URI.create(url.getScheme() + "://" + url.getHost() + portAndTail(url));
        }

        static String portAndTail(URI url) {
            return (url.getPort() < 0 ? "" : ":" + url.getPort())
                    + url.getRawPath()
                    + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
        }
    }

    /**
     * What is sent along, in UTF-8.
     *
     * @param contentType {@code application/json; charset=utf-8} for example
     * @param text all of it
     */
    public record Body(String contentType, String text) {}

    /**
     * How long things may take.
     *
     * @param all all of it
     * @param connect to be connected
     * @param silence from one sign of life of the server to the next
     */
    public record Timeouts(Duration all, Duration connect, Duration silence) {}

    /** Opens a connection through the proxy of its choice. */
    private interface Opener {
        HttpURLConnection open(URL url) throws IOException;
    }

    private final Request request;
    private final Opener opener;
    private final Timeouts timeouts;
    private final Reader<T> reader;
    private volatile @Nullable HttpURLConnection connection;
    private volatile boolean isHungUp;

    private HttpCall(Request request, Opener opener, Timeouts timeouts, Reader<T> reader) {
        this.request = request;
        this.opener = opener;
        this.timeouts = timeouts;
        this.reader = reader;
    }

    /**
     * Ask once, through the proxy that the JVM is told to use if it is told so.
     *
     * @throws TimeoutException if the limit for all of it is over
     * @throws java.net.SocketTimeoutException if one of the others is
     */
    public static <T> T run(Request request, Timeouts timeouts, Reader<T> reader)
            throws IOException, TimeoutException, InterruptedException {
        return new HttpCall<>(request, url -> (HttpURLConnection) url.openConnection(), timeouts, reader).run();
    }

    /** Do the same through one proxy, or through none. */
    static <T> T run(Request request, Proxy proxy, Timeouts timeouts, Reader<T> reader)
            throws IOException, TimeoutException, InterruptedException {
        Opener opener = url -> {
            var connection = (HttpURLConnection) url.openConnection(proxy);
            connection.setAuthenticator(new ProxyLogin());
            return connection;
        };
        return new HttpCall<>(request, opener, timeouts, reader).run();
    }

    private T run() throws IOException, TimeoutException, InterruptedException {
        boolean answered = false;
        try {
            var answer = BoundedCall.run("http", timeouts.all(), this::exchange);
            answered = true;
            return answer;
        } finally {
            hangUp(answered);
        }
    }

    private T exchange() throws IOException {
        var opened = opener.open(request.withoutUserInfo().toURL());
        connection = opened;
        prepare(opened);
        var bytes = request.body().map(Body::text).orElse("").getBytes(StandardCharsets.UTF_8);
        if (request.sends()) {
            opened.setDoOutput(true);
            // Or the JDK asks again by itself if the server hangs up: a second tab, a second session.
            opened.setFixedLengthStreamingMode(bytes.length);
        }
        opened.connect();
        if (isHungUp) {
            opened.disconnect(); // who hung up could not end what was not connected yet
        }
        check();
        if (request.sends()) {
            try (var out = opened.getOutputStream()) {
                out.write(bytes);
            }
        }
        int status = opened.getResponseCode();
        return reader.read(head(opened, status), new BodyStream(body(opened, status)));
    }

    private void prepare(HttpURLConnection opened) throws IOException {
        opened.setConnectTimeout(millis(timeouts.connect()));
        opened.setReadTimeout(millis(timeouts.silence()));
        opened.setInstanceFollowRedirects(false); // to whom, if anybody, is for others to say: a query may be secret
        opened.setUseCaches(false);
        opened.setRequestMethod(request.method());
        opened.setRequestProperty("Accept", "application/json");
        BasicAuthorization.of(request.url()).ifPresent(value -> opened.setRequestProperty("Authorization", value));
        request.headers().forEach(opened::setRequestProperty);
        opened.setRequestProperty("Connection", "close"); // or a thread of the JDK keeps it for five seconds
        request.body().ifPresent(body -> opened.setRequestProperty("Content-Type", body.contentType()));
    }

    /** Return one at least, because zero means for ever to a socket. */
    private static int millis(Duration limit) {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(1, limit.toMillis()));
    }

    private static HttpHead head(HttpURLConnection opened, int status) throws IOException {
        return new HttpHead(
                status,
                orEmpty(opened.getResponseMessage()),
                orEmpty(opened.getHeaderField("Location")),
                orEmpty(opened.getContentType()),
                opened.getContentLengthLong());
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value.strip();
    }

    private static InputStream body(HttpURLConnection opened, int status) throws IOException {
        if (status < 0) {
            return InputStream.nullInputStream();
        }
        @Nullable InputStream body = status >= 400 ? opened.getErrorStream() : opened.getInputStream();
        return body == null ? InputStream.nullInputStream() : body;
    }

    /** End the connection. If its thread may still read, on another one, because the JDK lets whoever hangs up wait for that. */
    private void hangUp(boolean answered) {
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

    private void check() throws IOException {
        if (isHungUp) {
            throw new IOException("nobody waits for the answer any more");
        }
    }

    /** The body of an answer, as long as somebody waits for it. */
    private final class BodyStream extends FilterInputStream {

        BodyStream(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            check();
            return super.read();
        }

        @Override
        public int read(byte[] buffer, int from, int length) throws IOException {
            check(); // the lock of the stream is not fair: who wants to close it might wait for long
            return super.read(buffer, from, length);
        }

        /** Closed with the connection: who closes it while another does so, too, waits until the JDK has read the rest. */
        @Override
        public void close() {}
    }
}
