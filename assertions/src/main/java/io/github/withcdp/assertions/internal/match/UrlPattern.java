package io.github.withcdp.assertions.internal.match;

import java.util.function.Predicate;

/** Compares URLs with patterns. */
public final class UrlPattern {

    private UrlPattern() {}

    /** Return whether a URL matches a pattern; its fragment, which no server sees, counts only if the pattern has one. */
    public static Predicate<String> matching(String glob) {
        var pattern = Glob.compile(glob).asMatchPredicate();
        return glob.indexOf('#') >= 0 ? pattern : url -> pattern.test(withoutFragment(url));
    }

    private static String withoutFragment(String url) {
        int hash = url.indexOf('#');
        return hash < 0 ? url : url.substring(0, hash);
    }
}
