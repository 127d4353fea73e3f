package io.github.withcdp.internal.text;

/** How messages show URLs: without what may be secret. */
public final class DisplayedUrl {

    private DisplayedUrl() {}

    /** Return a URL or the attempt at one without user information, values of the query and the fragment. */
    public static String of(String url) {
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

    private static int firstOf(String text, char one, char other) {
        int a = text.indexOf(one);
        int b = text.indexOf(other);
        return a < 0 || b < 0 ? Math.max(a, b) : Math.min(a, b);
    }
}
