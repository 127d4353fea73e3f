package io.github.withcdp.internal.config;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Reads the headers for an endpoint: one {@code Name: value} a line. Their values are secrets, and never printed. */
public final class EndpointHeaders {

    /** No headers. */
    static final Supplier<Map<String, String>> NONE = Map::of;

    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7E]*");
    private static final Set<String> OURS = Set.of(
            "host",
            "origin",
            "upgrade",
            "connection",
            "content-length",
            "content-type",
            "transfer-encoding",
            "keep-alive",
            "te",
            "trailer",
            "via",
            "expect");

    private EndpointHeaders() {}

    /**
     * Return the headers that a text says.
     *
     * @throws ConfigurationException if a line is no header, or one of a header that is ours
     */
    static Supplier<Map<String, String>> parse(ConfiguredValue value) {
        var headers = new LinkedHashMap<String, String>();
        int number = 0;
        for (String line : value.text().lines().map(String::strip).toList()) {
            number++;
            if (line.isEmpty()) {
                continue;
            }
            int colon = line.indexOf(':');
            if (colon < 1) {
                throw refused(
                        value.where(),
                        "line " + number
                                + " is not of the form \"Name: value\". Several headers are separated by line breaks");
            }
            var name = line.substring(0, colon).strip();
            if (headers.keySet().stream().anyMatch(name::equalsIgnoreCase)) {
                throw refused(value.where(), "the header " + name + " is given twice");
            }
            headers.put(name, line.substring(colon + 1).strip());
        }
        var checked = check(headers, value.where());
        return () -> checked;
    }

    /**
     * Return the headers if they can be sent.
     *
     * @throws ConfigurationException if one cannot
     */
    public static Map<String, String> check(Map<String, String> headers, String where) {
        headers.forEach((name, value) -> {
            if (!NAME.matcher(name).matches()) {
                // Not printed: a line without a name may be a value.
                throw refused(where, "a name of a header has letters, digits and hyphens only");
            }
            var lower = name.toLowerCase(Locale.ROOT);
            if (OURS.contains(lower) || lower.startsWith("sec-") || lower.startsWith("proxy-")) {
                throw refused(
                        where,
                        "the header " + name + " cannot be given: it belongs to the connection itself."
                                + (lower.equals("origin") ? " Chrome refuses connections that name an origin." : ""));
            }
            if (!VALUE.matcher(value).matches()) {
                throw refused(
                        where,
                        "the value of the header " + name
                                + " has a line break, another control character, or one beyond ASCII");
            }
        });
        return headers;
    }

    private static ConfigurationException refused(String where, String why) {
        return new ConfigurationException(where + ": " + why + (why.endsWith(".") ? "" : "."));
    }
}
