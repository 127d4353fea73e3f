package io.github.withcdp.internal.download;

import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import javax.net.ssl.SSLException;

/**
 * Asks servers for files. Uses {@link HttpURLConnection}, because it goes through the proxies of the JVM's properties by
 * itself and needs no module beside {@code java.base}.
 */
final class Http {

    private static final int CONNECT_MILLIS = 15_000;
    private static final int SILENCE_MILLIS = 30_000;
    private static final int REDIRECTS = 5;
    private static final Set<Integer> REDIRECTED = Set.of(301, 302, 303, 307, 308);

    private final int silenceMillis;

    Http() {
        this(SILENCE_MILLIS);
    }

    /** Create one with another limit on how long a server may say nothing. */
    Http(int silenceMillis) {
        this.silenceMillis = silenceMillis;
    }

    /**
     * Ask for a file, and follow redirects, but to https only.
     *
     * @throws NetworkFailure if there is no answer
     */
    StreamedAnswer get(URI url, Errand errand) throws IOException {
        var next = url;
        for (int redirects = 0; redirects <= REDIRECTS; redirects++) {
            var answer = ask(next, sameServer(url, next) ? url : next, errand);
            if (!REDIRECTED.contains(answer.status())) {
                return answer;
            }
            next = target(answer);
        }
        throw new NetworkFailure("GET " + ShownAddress.url(url) + " was redirected more than " + REDIRECTS
                + " times, at last to " + ShownAddress.url(next));
    }

    private StreamedAnswer ask(URI url, URI secrets, Errand errand) throws IOException {
        try {
            var connection = (HttpURLConnection) withoutUserInfo(url).toURL().openConnection();
            errand.atEnd(connection::disconnect);
            connection.setConnectTimeout(CONNECT_MILLIS);
            connection.setReadTimeout(silenceMillis);
            connection.setInstanceFollowRedirects(false); // it would follow to http
            connection.setUseCaches(false);
            connection.setRequestProperty("Accept", "*/*");
            connection.setRequestProperty("Accept-Encoding", "identity"); // nothing else would be decoded here
            connection.setRequestProperty("Connection", "close"); // or a thread of the JDK keeps it for five seconds
            connection.setRequestProperty("User-Agent", "withcdp");
            var user = secrets.getUserInfo();
            if (user != null) {
                var encoded = Base64.getEncoder().encodeToString(user.getBytes(StandardCharsets.UTF_8));
                connection.setRequestProperty("Authorization", "Basic " + encoded);
            }
            int status = connection.getResponseCode();
            if (status < 0) {
                throw new NetworkFailure(
                        "GET " + ShownAddress.url(url) + " was answered with something that is not HTTP");
            }
            return new StreamedAnswer(url, status, connection);
        } catch (NetworkFailure e) {
            throw e;
        } catch (IOException | IllegalArgumentException e) {
            throw new NetworkFailure("GET " + ShownAddress.url(url) + " failed: " + reason(e, url), e);
        }
    }

    private static URI target(StreamedAnswer answer) throws IOException {
        var location = answer.header("Location").orElse("");
        answer.connection().disconnect();
        URI target;
        try {
            target = answer.url().resolve(new URI(location));
        } catch (URISyntaxException e) {
            throw new NetworkFailure("GET " + ShownAddress.url(answer.url()) + " was answered with " + answer.status()
                    + ", a redirect to what is no URL");
        }
        if (location.isEmpty() || !"https".equalsIgnoreCase(target.getScheme()) || target.getHost() == null) {
            throw new NetworkFailure("GET " + ShownAddress.url(answer.url()) + " was answered with " + answer.status()
                    + ", a redirect to "
                    + (location.isEmpty() ? "nowhere" : ShownAddress.url(target))
                    + ", which is not followed: redirects must lead to https");
        }
        return target;
    }

    /** Return why there was no answer; the texts of the JDK alone are for those who know it. */
    String reason(Exception e, URI url) {
        var text = ShownAddress.text(String.valueOf(e.getMessage()), url);
        if (e instanceof UnknownHostException) {
            return "there is no host " + url.getHost() + ", or no network";
        }
        if (e instanceof SocketTimeoutException) {
            return text.toLowerCase(Locale.ROOT).contains("connect")
                    ? "no connection within " + CONNECT_MILLIS / 1000 + " s"
                    : "nothing came for " + silenceMillis / 1000.0 + " s";
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

    private static URI withoutUserInfo(URI url) {
        var path = url.getRawPath();
        return URI.create(url.getScheme() + "://" + url.getHost()
                + (url.getPort() < 0 ? "" : ":" + url.getPort())
                + (path == null || path.isEmpty() ? "/" : path)
                + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery()));
    }
}
