package io.github.withcdp.transport;

import java.net.URI;

/** What messages about endpoints have in common: what to do, and what not to show. */
final class Hint {

    private static final int EXCERPT = 300;
    private static final int SHORTEST_SECRET = 4;

    private Hint() {}

    /** Return how a browser is started so that it can be attached to. */
    static String startChrome(int port) {
        return "Start Chrome with --remote-debugging-port=" + (port > 0 ? port : 9222)
                + " --user-data-dir=<a new directory>, or correct the endpoint.";
    }

    /** Return a URL or the attempt at one without what may be secret: user information, values of the query, the fragment. */
    static String display(String url) {
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

    /** Return the beginning of what a server answered, on one line, without the secrets of the URL it was asked with. */
    static String excerpt(String body, URI asked) {
        var text = body.strip().replaceAll("\\s+", " ");
        var query = asked.getRawQuery();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                var value = pair.substring(pair.indexOf('=') + 1);
                text = value.length() < SHORTEST_SECRET ? text : text.replace(value, "…");
            }
        }
        return text.length() <= EXCERPT ? text : text.substring(0, EXCERPT) + "…";
    }

    private static int firstOf(String text, char one, char other) {
        int a = text.indexOf(one);
        int b = text.indexOf(other);
        return a < 0 || b < 0 ? Math.max(a, b) : Math.min(a, b);
    }
}
