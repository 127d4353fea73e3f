package io.github.withcdp.internal.transport;

import io.github.withcdp.internal.text.DisplayedUrl;
import io.github.withcdp.internal.time.Deadline;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.NoRouteToHostException;
import java.net.Proxy;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Something to ask a server, over HTTP, once.
 *
 * @param method {@code GET}, {@code PUT}, {@code POST} or {@code DELETE}
 * @param url {@code http} or {@code https}; user information becomes basic authorisation
 * @param headers go with the request; those that HTTP itself needs cannot be set
 * @param body what is sent along, if anything is
 * @param largestAnswer how many bytes the answer may have
 */
public record HttpRequest(
        String method, URI url, Map<String, String> headers, Optional<HttpCall.Body> body, int largestAnswer) {

    private static final int LARGEST_ANSWER = 4 * 1024 * 1024;

    /** Copy the headers. */
    public HttpRequest {
        headers = Map.copyOf(headers);
    }

    /** Return the request that reads something. */
    public static HttpRequest get(URI url) {
        return new HttpRequest("GET", url, Map.of(), Optional.empty(), LARGEST_ANSWER);
    }

    /** Return the request that puts nothing: Chrome wants it so where something is created. */
    public static HttpRequest put(URI url) {
        return new HttpRequest("PUT", url, Map.of(), Optional.empty(), LARGEST_ANSWER);
    }

    /** Return the request that hands over some JSON. */
    public static HttpRequest post(URI url, String json) {
        var body = new HttpCall.Body("application/json; charset=utf-8", json);
        return new HttpRequest("POST", url, Map.of(), Optional.of(body), LARGEST_ANSWER);
    }

    /** Return the request that deletes something. */
    public static HttpRequest delete(URI url) {
        return new HttpRequest("DELETE", url, Map.of(), Optional.empty(), LARGEST_ANSWER);
    }

    /** Return the same request with other headers. */
    public HttpRequest withHeaders(Map<String, String> others) {
        return new HttpRequest(method, url, others, body, largestAnswer);
    }

    /** Return the same request with another limit for the answer, in bytes. */
    public HttpRequest withLargestAnswer(int bytes) {
        return new HttpRequest(method, url, headers, body, bytes);
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
    public HttpResponse ask(Duration limit) throws IOException, TimeoutException {
        return ask(Deadline.in(limit));
    }

    HttpResponse ask(Deadline deadline) throws IOException, TimeoutException {
        try {
            return askOneWayAfterTheOther(deadline);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private HttpResponse askOneWayAfterTheOther(Deadline deadline)
            throws IOException, TimeoutException, InterruptedException {
        @Nullable IOException last = null;
        for (Attempt attempt : attempts(deadline)) {
            try {
                var answer = askOnce(attempt, deadline);
                if (!answer.refusesHost()
                        || Hosts.isAcceptable(attempt.url().getHost())
                        || !Proxies.isDirect(attempt.proxy())) {
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
    private record Attempt(URI url, Proxy proxy) {}

    private List<Attempt> attempts(Deadline deadline) throws IOException, TimeoutException {
        var attempts = new ArrayList<Attempt>();
        for (Proxy proxy : Proxies.towards(url)) {
            if (Proxies.isDirect(proxy)) {
                directly(deadline).forEach(address -> attempts.add(new Attempt(address, Proxy.NO_PROXY)));
            } else {
                attempts.add(new Attempt(url, proxy)); // who finds the host is the proxy
            }
        }
        return attempts;
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

    private HttpResponse askOnce(Attempt attempt, Deadline deadline)
            throws IOException, TimeoutException, InterruptedException {
        var request = new HttpCall.Request(method, attempt.url(), headers, body);
        var timeouts = new HttpCall.Timeouts(deadline.left(), deadline.left(), deadline.left());
        try {
            return HttpCall.run(request, attempt.proxy(), timeouts, this::read);
        } catch (SSLException | SocketTimeoutException e) {
            throw e;
        } catch (IOException e) {
            throw Proxies.isDirect(attempt.proxy()) ? e : new ProxyException(e);
        }
    }

    private HttpResponse read(HttpHead head, InputStream body) throws IOException {
        if (head.status() < 0) {
            throw new IOException("the answer is not HTTP");
        }
        var bytes = body.readNBytes(largestAnswer);
        if (head.status() < 400 && bytes.length == largestAnswer && body.read() >= 0) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "the answer has more than the %.1f MiB that are read of one",
                    largestAnswer / (1024.0 * 1024.0)));
        }
        return new HttpResponse(
                head.status(), head.statusText(), head.location(), new String(bytes, StandardCharsets.UTF_8));
    }

    private static URI withHost(URI url, String host) {
        var user = url.getRawUserInfo() == null ? "" : url.getRawUserInfo() + "@";
        return URI.create("http://" + user + host + HttpCall.Request.portAndTail(url));
    }

    /** Return what is asked, without secrets. */
    @Override
    public String toString() {
        return method + " " + DisplayedUrl.of(url.toString());
    }
}
