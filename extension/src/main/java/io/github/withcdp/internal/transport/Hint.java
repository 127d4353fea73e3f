package io.github.withcdp.internal.transport;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What messages about endpoints have in common: what to do, and what not to show. */
public final class Hint {

    private static final int EXCERPT = 300;
    private static final int SHORTEST_SECRET = 4;

    private Hint() {}

    /** Return how a browser is started so that it can be attached to. */
    static String startChrome(int port) {
        return "Start Chrome with --remote-debugging-port=" + (port > 0 ? port : 9222)
                + " --user-data-dir=<a new directory>, or correct the endpoint.";
    }

    /** Return what a sentence says of a TLS connection that failed. */
    static String distrust(Exception e) {
        return "cannot be trusted: " + e.getMessage()
                + ". A certificate that this JVM should accept goes into a trust store named by -Djavax.net.ssl.trustStore";
    }

    /** Return a URL or the attempt at one without what may be secret: user information, values of the query, the fragment. */
    public static String display(String url) {
        int query = firstOf(url, '?', '#');
        var text = query < 0 ? url : url.substring(0, query) + (url.charAt(query) == '?' ? "?…" : "#…");
        int authority = text.indexOf("//");
        int from = authority < 0 ? 0 : authority + 2;
        int path = text.indexOf('/', from);
        int at = text.lastIndexOf('@', path < 0 ? text.length() : path);
        // A slash in a password hides the @ behind the path; showing less is the safe side.
        at = at < from ? text.lastIndexOf('@') : at;
        return at < from ? text : text.substring(0, from) + "…@" + text.substring(at + 1);
    }

    /**
     * Return the beginning of what a server answered, on one line, without the secrets it was asked with: the values of the
     * query and of headers, and the user information of the URL, as they were sent and as they are meant.
     */
    static String excerpt(String body, URI asked, Map<String, String> headers) {
        // Control characters, of which a terminal may make something, count as space.
        var text = body.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        for (String secret : secrets(asked, headers)) {
            text = text.replace(secret, "…");
        }
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }

    private static List<String> secrets(URI asked, Map<String, String> headers) {
        var secrets = new ArrayList<String>();
        for (String pair : String.valueOf(asked.getRawQuery()).split("&", -1)) {
            var value = pair.substring(pair.indexOf('=') + 1);
            secrets.add(value);
            secrets.add(decoded(value));
        }
        if (asked.getRawUserInfo() != null) {
            secrets.addAll(List.of(asked.getRawUserInfo().split(":", 2)));
            secrets.addAll(List.of(asked.getUserInfo().split(":", 2)));
            HttpQuestion.authorization(asked).ifPresent(value -> secrets.add(value.replace("Basic ", "")));
        }
        for (String value : headers.values()) {
            secrets.addAll(List.of(value.split(" ")));
            secrets.add(value);
        }
        secrets.removeIf(secret -> secret.length() < SHORTEST_SECRET);
        secrets.sort(Comparator.comparingInt(String::length).reversed()); // a part of another would spoil that one
        return secrets;
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private static int firstOf(String text, char one, char other) {
        int a = text.indexOf(one);
        int b = text.indexOf(other);
        return a < 0 || b < 0 ? Math.max(a, b) : Math.min(a, b);
    }
}
