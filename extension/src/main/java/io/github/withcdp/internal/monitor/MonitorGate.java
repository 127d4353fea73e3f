package io.github.withcdp.internal.monitor;

import com.sun.net.httpserver.Headers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * Decides which requests are those of whoever runs the tests. A page that a browser shows, be it that of a test, can send requests to this port, too:
 * it does not know the token; and if it did, it could neither take another name for this machine nor hide where it comes from.
 *
 * @param token what only those know who see what the tests print
 * @param port that the server listens on
 */
record MonitorGate(String token, int port) {

    private static final int TOKEN_BYTES = 24;
    private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

    /** Return one with a token that nobody guesses. */
    static MonitorGate onPort(int port) {
        var token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        return new MonitorGate(Base64.getUrlEncoder().withoutPadding().encodeToString(token), port);
    }

    /** Return the address of the page. */
    String address() {
        return origin() + root();
    }

    /** Return how the paths of all requests begin that are let in. */
    private String root() {
        return "/" + token + "/";
    }

    private String origin() {
        return "http://" + host();
    }

    private String host() {
        return "127.0.0.1:" + port;
    }

    /**
     * Return whether a request is let in.
     *
     * @param changes whether it asks for more than to look
     */
    boolean lets(String path, Headers headers, boolean changes) {
        return hasToken(path) && isForThisHost(headers) && isFromOwnPage(headers, changes);
    }

    /** Return what a request asks for, which has been let in. */
    String resource(String path) {
        return path.substring(root().length());
    }

    /** Compares in a time that does not tell how much is right. */
    private boolean hasToken(String path) {
        int end = path.startsWith("/") ? path.indexOf('/', 1) : -1;
        var given = end < 0 ? "" : path.substring(1, end);
        return MessageDigest.isEqual(bytes(given), bytes(token));
    }

    /** A name that somebody else has given this machine is no name of it. */
    private boolean isForThisHost(Headers headers) {
        return List.of(host()).equals(headers.get("Host"));
    }

    private boolean isFromOwnPage(Headers headers, boolean changes) {
        var origins = headers.getOrDefault("Origin", List.of());
        var sites = headers.getOrDefault("Sec-Fetch-Site", List.of());
        boolean fromPage = origins.equals(List.of(origin()));
        return (fromPage || (origins.isEmpty() && !changes)) && OWN_SITES.containsAll(sites);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Return what it is without the token, which is for nobody's log. */
    @Override
    public String toString() {
        return "MonitorGate[" + origin() + "]";
    }
}
