package io.github.withcdp.internal.web;

/** Knows the request that the browser makes by itself, at a time of its own, for the icon of a site. */
public final class FaviconUrl {

    private FaviconUrl() {}

    /** Return whether the URL is that of the icon: its path is {@code /favicon.ico}, whatever its query. */
    public static boolean matches(String url) {
        int scheme = url.indexOf("://");
        int path = scheme < 0 ? -1 : url.indexOf('/', scheme + 3);
        if (path < 0 || !url.startsWith("/favicon.ico", path)) {
            return false;
        }
        int end = path + "/favicon.ico".length();
        return (end == url.length() || url.charAt(end) == '?' || url.charAt(end) == '#')
                && url.substring(scheme + 3, path).chars().noneMatch(c -> c == '?' || c == '#');
    }
}
