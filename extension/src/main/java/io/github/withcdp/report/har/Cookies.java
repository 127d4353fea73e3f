package io.github.withcdp.report.har;

import de.sstoehr.harreader.model.HarCookie;
import io.github.withcdp.recording.Exchange.Header;
import java.time.DateTimeException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads cookies from headers, which anybody may have written. */
final class Cookies {

    private Cookies() {}

    /** Return the cookies that a request sent. */
    static List<HarCookie> sent(List<Header> headers) {
        return values(headers, "cookie")
                .flatMap(value -> Arrays.stream(value.split(";", -1)))
                .map(String::strip)
                .filter(pair -> !pair.isEmpty())
                .map(pair ->
                        HarCookie.builder().name(name(pair)).value(value(pair)).build())
                .toList();
    }

    /** Return the cookies that a response set. */
    static List<HarCookie> received(List<Header> headers) {
        // Chrome joins several headers of this name with line breaks.
        return values(headers, "set-cookie")
                .flatMap(String::lines)
                .filter(line -> !line.isBlank())
                .map(Cookies::received)
                .toList();
    }

    private static HarCookie received(String line) {
        var parts = List.of(line.split(";", -1));
        var pair = parts.get(0).strip();
        var attributes = new HashMap<String, String>();
        for (var part : parts.subList(1, parts.size())) {
            attributes.put(name(part.strip()).toLowerCase(Locale.ROOT), value(part.strip()));
        }
        Map<String, Object> more = attributes.containsKey("samesite")
                ? Map.of("sameSite", attributes.getOrDefault("samesite", ""))
                : Map.of();
        return HarCookie.builder()
                .name(name(pair))
                .value(value(pair))
                .path(attributes.get("path"))
                .domain(attributes.get("domain"))
                .expires(expires(attributes.getOrDefault("expires", "")).orElse(null))
                .httpOnly(attributes.containsKey("httponly"))
                .secure(attributes.containsKey("secure"))
                .additional(more)
                .build();
    }

    private static Optional<ZonedDateTime> expires(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(ZonedDateTime.parse(text.replace('-', ' '), DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    private static Stream<String> values(List<Header> headers, String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(header -> Cut.text(header.value(), Cut.VALUE));
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
