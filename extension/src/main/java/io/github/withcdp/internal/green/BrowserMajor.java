package io.github.withcdp.internal.green;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A browser as far as it matters for what it says: its product and major version.
 *
 * @param product what it calls itself, {@code Chrome}
 * @param major its major version, {@code 156}
 */
public record BrowserMajor(String product, String major) {

    private static final Pattern VERSION = Pattern.compile("([A-Za-z]{1,40})/(\\d{1,6})(?:\\..*)?");
    private static final Pattern FOLDER = Pattern.compile("([A-Za-z]{1,40})-(\\d{1,6})");

    /** Return the browser that calls itself so; empty if that does not tell, as with Node.js. */
    public static Optional<BrowserMajor> of(String version) {
        return read(VERSION, version);
    }

    /** Return the browser that a folder belongs to. */
    static Optional<BrowserMajor> ofFolder(String name) {
        return read(FOLDER, name);
    }

    private static Optional<BrowserMajor> read(Pattern pattern, String text) {
        return Optional.of(pattern.matcher(text))
                .filter(matcher -> matcher.matches())
                .map(matcher -> new BrowserMajor(matcher.group(1), matcher.group(2)));
    }

    String folder() {
        return product + "-" + major;
    }

    int number() {
        return Integer.parseInt(major);
    }

    /** Return it as people say it: {@code Chrome 156}. */
    @Override
    public String toString() {
        return product + " " + major;
    }
}
