package io.github.withcdp.internal.finding;

import java.util.Locale;

/** Reads from a URL whose it is, by hand because pages ask for much that {@link java.net.URI} refuses. */
final class Origins {

    private Origins() {}

    /** Return the origin, {@code http://shop.test:8080}; empty if the URL names no host. */
    static String of(String url) {
        int scheme = schemeLength(url);
        return scheme < 0 ? "" : url.substring(0, scheme).toLowerCase(Locale.ROOT) + "://" + host(url);
    }

    /** Return the host with its port where that is told, {@code shop.test:8080}; empty if the URL names none. */
    static String host(String url) {
        int scheme = schemeLength(url);
        if (scheme < 0) {
            return "";
        }
        int begin = scheme + 3;
        int end = endOfHost(url, begin);
        int user = url.lastIndexOf('@', end - 1);
        return url.substring(user >= begin ? user + 1 : begin, end).toLowerCase(Locale.ROOT);
    }

    /** Return the path, without query and fragment; {@code /} if there is none, empty if the URL names no host. */
    static String path(String url) {
        int scheme = schemeLength(url);
        if (scheme < 0) {
            return "";
        }
        int begin = endOfHost(url, scheme + 3);
        int end = begin;
        while (end < url.length() && url.charAt(end) != '?' && url.charAt(end) != '#') {
            end++;
        }
        return begin == end ? "/" : url.substring(begin, end);
    }

    /** Return the length of the scheme of a URL with a host; -1 of another, {@code data:} for example. */
    private static int schemeLength(String url) {
        int scheme = url.indexOf("://");
        for (int i = 0; i < scheme; i++) {
            if (!Character.isLetterOrDigit(url.charAt(i)) && "+-.".indexOf(url.charAt(i)) < 0) {
                return -1;
            }
        }
        return scheme > 0 && endOfHost(url, scheme + 3) > scheme + 3 ? scheme : -1;
    }

    private static int endOfHost(String url, int begin) {
        int end = begin;
        while (end < url.length() && "/?#\\".indexOf(url.charAt(end)) < 0) {
            end++;
        }
        return end;
    }
}
