package io.github.withcdp.internal.likeness;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A URL without what changes from run to run: ports of this machine, ids, dates, tokens, and what keeps caches away. */
public final class UrlForm {

    private static final Set<String> AGAINST_CACHES = Set.of(
            "_", "cb", "cachebust", "cachebuster", "nocache", "nonce", "rand", "random", "rnd", "timestamp", "ts");

    private static final Pattern AUTHORITY = Pattern.compile("^(?:blob:)?[A-Za-z][A-Za-z0-9+.-]*://[^/?#]*");

    private UrlForm() {}

    /** Return a text that is equal for two URLs of two runs that stand for the same. */
    public static String of(String url) {
        int query = url.indexOf('?');
        int fragment = url.indexOf('#');
        if (query < 0 || (fragment >= 0 && fragment < query) || url.startsWith("data:")) {
            return VolatileText.form(url);
        }
        int end = fragment < 0 ? url.length() : fragment;
        var form = new StringBuilder(VolatileText.form(url.substring(0, query)));
        char sign = '?';
        for (var pair : url.substring(query + 1, end).split("&", -1)) {
            int equals = pair.indexOf('=');
            var name = equals < 0 ? pair : pair.substring(0, equals);
            form.append(sign).append(VolatileText.form(name));
            if (equals >= 0) {
                form.append('=').append(value(name, pair.substring(equals + 1)));
            }
            sign = '&';
        }
        return form.append(VolatileText.form(url.substring(end))).toString();
    }

    private static String value(String name, String value) {
        return isAgainstCaches(name) ? "‹any›" : VolatileText.form(value);
    }

    /** Return whether the value of a query with this name is there to keep caches away, so that it is another one each time. */
    public static boolean isAgainstCaches(String name) {
        return AGAINST_CACHES.contains(name.toLowerCase(Locale.ROOT));
    }

    /** Return the form of the URL without query and fragment. */
    public static String withoutQuery(String url) {
        int end = 0;
        while (end < url.length() && url.charAt(end) != '?' && url.charAt(end) != '#') {
            end++;
        }
        return VolatileText.form(url.startsWith("data:") ? url : url.substring(0, end));
    }

    /** Return the form of the path; of a URL without a host, as {@code data:} is, of all of it. */
    public static String path(String url) {
        return AUTHORITY.matcher(withoutQuery(url)).replaceFirst("");
    }
}
