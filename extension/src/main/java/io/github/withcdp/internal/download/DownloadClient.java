package io.github.withcdp.internal.download;

import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.internal.transport.BasicAuthorization;
import io.github.withcdp.internal.transport.HttpCall;
import io.github.withcdp.internal.transport.HttpHead;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLException;

/** Asks servers for files, through the proxies that the JVM is told to use. */
final class DownloadClient {

    private static final Duration CONNECT = Duration.ofSeconds(15);
    private static final Duration SILENCE = Duration.ofSeconds(30);
    private static final int REDIRECTS = 5;
    private static final Set<Integer> REDIRECTED = Set.of(301, 302, 303, 307, 308);

    private static final Map<String, String> HEADERS = Map.of(
            "Accept", "*/*",
            "Accept-Encoding", "identity", // nothing else would be decoded here
            "User-Agent", "withcdp");

    private final Duration silence;

    DownloadClient() {
        this(SILENCE);
    }

    /** Create one with another limit on how long a server may say nothing. */
    DownloadClient(Duration silence) {
        this.silence = silence;
    }

    /** Makes something of an answer, on another thread; to close it is not its business. */
    interface Reader<T> {
        T read(DownloadResponse answer) throws IOException;
    }

    /** An answer, and what was made of it; nothing is of a redirect. */
    private record Received<T>(HttpHead head, Optional<T> result) {}

    /**
     * Ask for a file, and follow redirects, but to https only.
     *
     * @throws NetworkFailure if there is no answer, or it is not read within the limit
     */
    <T> T get(URI url, Deadline deadline, Reader<T> reader) throws IOException, InterruptedException {
        var next = url;
        for (int redirects = 0; redirects <= REDIRECTS; redirects++) {
            var received = ask(next, sameServer(url, next) ? url : next, deadline, reader);
            if (received.result().isPresent()) {
                return received.result().get();
            }
            next = target(next, received.head());
        }
        throw new NetworkFailure("GET " + DownloadMessages.url(url) + " was redirected more than " + REDIRECTS
                + " times, at last to " + DownloadMessages.url(next));
    }

    private <T> Received<T> ask(URI url, URI secrets, Deadline deadline, Reader<T> reader)
            throws IOException, InterruptedException {
        var timeouts = new HttpCall.Timeouts(deadline.left(), CONNECT, silence);
        var answered = new AtomicBoolean();
        try {
            return HttpCall.run(request(url, secrets), timeouts, (head, body) -> {
                answered.set(true);
                if (head.status() < 0) {
                    throw new NetworkFailure(
                            "GET " + DownloadMessages.url(url) + " was answered with something that is not HTTP");
                }
                return new Received<>(
                        head,
                        REDIRECTED.contains(head.status())
                                ? Optional.empty()
                                : Optional.of(reader.read(new DownloadResponse(url, head, body))));
            });
        } catch (TimeoutException e) {
            throw new NetworkFailure("it was not done within " + deadline.limitText(), e);
        } catch (IOException e) {
            if (answered.get()) {
                throw e; // from the reader, who knows more
            }
            throw new NetworkFailure("GET " + DownloadMessages.url(url) + " failed: " + reason(e, url), e);
        }
    }

    private static HttpCall.Request request(URI url, URI secrets) {
        var headers = new HashMap<>(HEADERS);
        BasicAuthorization.of(secrets).ifPresent(value -> headers.put("Authorization", value));
        return new HttpCall.Request("GET", url, headers, Optional.empty());
    }

    private static URI target(URI url, HttpHead head) throws IOException {
        var location = head.location();
        URI target;
        try {
            target = url.resolve(new URI(location));
        } catch (URISyntaxException e) {
            throw new NetworkFailure("GET " + DownloadMessages.url(url) + " was answered with " + head.status()
                    + ", a redirect to what is no URL");
        }
        if (location.isEmpty() || !"https".equalsIgnoreCase(target.getScheme()) || target.getHost() == null) {
            throw new NetworkFailure("GET " + DownloadMessages.url(url) + " was answered with " + head.status()
                    + ", a redirect to "
                    + (location.isEmpty() ? "nowhere" : DownloadMessages.url(target))
                    + ", which is not followed: redirects must lead to https");
        }
        return target;
    }

    /** Return why there was no answer; the texts of the JDK alone are for those who know it. */
    String reason(Exception e, URI url) {
        var text = DownloadMessages.text(String.valueOf(e.getMessage()), url);
        if (e instanceof UnknownHostException) {
            return "there is no host " + url.getHost() + ", or no network";
        }
        if (e instanceof SocketTimeoutException) {
            return text.toLowerCase(Locale.ROOT).contains("connect")
                    ? "no connection within " + CONNECT.toSeconds() + " s"
                    : "nothing came for " + silence.toMillis() / 1000.0 + " s";
        }
        if (e instanceof ConnectException) {
            return "nobody listens there (" + text + ")";
        }
        if (e instanceof SSLException) {
            return "no trusted connection (" + text
                    + "); a company's own certificate must be in the JVM's trust store (-Djavax.net.ssl.trustStore)";
        }
        return text;
    }

    private static boolean sameServer(URI one, URI other) {
        return one.getScheme().equalsIgnoreCase(other.getScheme())
                && one.getHost().equalsIgnoreCase(other.getHost())
                && one.getPort() == other.getPort();
    }
}
