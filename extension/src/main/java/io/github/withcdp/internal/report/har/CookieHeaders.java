package io.github.withcdp.internal.report.har;

import io.github.withcdp.recording.Exchange.Header;
import java.time.DateTimeException;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads cookies from headers, which anybody may have written. */
final class CookieHeaders {

    private CookieHeaders() {}

    /** Return the cookies that a request sent. */
    static List<Map<String, Object>> sent(List<Header> headers) {
        return values(headers, "cookie")
                .flatMap(value -> Arrays.stream(value.split(";", -1)))
                .map(String::strip)
                .filter(pair -> !pair.isEmpty())
                .map(pair -> HarObject.pair(name(pair), value(pair)).map())
                .toList();
    }

    /** Return the cookies that a response set. */
    static List<Map<String, Object>> received(List<Header> headers) {
        // Chrome joins several headers of this name with line breaks.
        return values(headers, "set-cookie")
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .map(CookieHeaders::received)
                .toList();
    }

    private static Map<String, Object> received(String line) {
        var parts = List.of(line.split(";", -1));
        var pair = parts.get(0).strip();
        var attributes = new HashMap<String, String>();
        for (var part : parts.subList(1, parts.size())) {
            attributes.put(name(part.strip()).toLowerCase(Locale.ROOT), value(part.strip()));
        }
        return HarObject.pair(name(pair), value(pair))
                .addIfPresent("path", Optional.ofNullable(attributes.get("path")))
                .addIfPresent("domain", Optional.ofNullable(attributes.get("domain")))
                .addIfPresent("expires", expires(attributes.getOrDefault("expires", "")))
                .add("httpOnly", attributes.containsKey("httponly"))
                .add("secure", attributes.containsKey("secure"))
                .addIfPresent("sameSite", Optional.ofNullable(attributes.get("samesite")))
                .map();
    }

    private static Optional<String> expires(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                            DateTimeFormatter.RFC_1123_DATE_TIME.parse(text.replace('-', ' '))));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Stream<String> values(List<Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(header -> Truncation.text(header.value(), Truncation.VALUE));
    }

    private static String name(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? pair : pair.substring(0, equals).strip();
    }

    private static String value(String pair) {
        int equals = pair.indexOf('=');
        return equals < 0 ? "" : pair.substring(equals + 1).strip();
    }
}
