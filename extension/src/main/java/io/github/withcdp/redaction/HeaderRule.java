package io.github.withcdp.redaction;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Takes the secrets out of HTTP headers. */
final class HeaderRule {

    private static final Set<String> REFERENCES =
            Set.of("location", "content-location", "referer", "refresh", "link", "sourcemap", "x-sourcemap");
    private static final Pattern LINE = Pattern.compile("(?m)^([^\\s:]+):[ \\t]*(.*?)[ \\t]*\\r?$");
    private static final Pattern REQUEST = Pattern.compile("\\A[A-Z]+ (\\S+) HTTP/");

    private final Set<String> further;
    private final SensitiveNames names;
    private final UrlRule urls;

    HeaderRule(Set<String> further, SensitiveNames names, UrlRule urls) {
        this.further = further;
        this.names = names;
        this.urls = urls;
    }

    /**
     * Redact the value of a header.
     *
     * @param text redacts the value of one that holds no secrets as such
     */
    String value(String name, String value, Taker taker, UnaryOperator<String> text) {
        var lower = name.strip().toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "cookie" -> CookieRule.cookies(value, taker);
            case "set-cookie", "set-cookie2" -> CookieRule.setCookies(value, taker);
            case "authorization", "proxy-authorization" -> authorization(value, taker);
            default -> other(lower, value, taker, text);
        };
    }

    private String other(String lower, String value, Taker taker, UnaryOperator<String> text) {
        if (further.contains(lower)) {
            return taker.take(value, "header", Strength.STRONG);
        }
        if (lower.startsWith("access-control-") || value.equals("true") || value.equals("false")) {
            return value;
        }
        var what = names.what(lower);
        if (what.isPresent()) {
            return taker.take(value, what.get(), Strength.STRONG);
        }
        return text.apply(REFERENCES.contains(lower) ? urls.reference(value, taker) : value);
    }

    /** Redact headers as they went over the wire, with the line before them. */
    String raw(String headers, Taker taker, UnaryOperator<String> text) {
        var edits = new Edits(headers);
        var request = REQUEST.matcher(headers);
        if (request.find()) {
            edits.replace(request.start(1), request.end(1), urls.reference(request.group(1), taker));
        }
        for (var line = LINE.matcher(headers); line.find(); ) {
            edits.replace(line.start(2), line.end(2), value(line.group(1), line.group(2), taker, text));
        }
        return edits.result();
    }

    /** The scheme is no secret; of {@code Basic} the password is one by itself. */
    private static String authorization(String value, Taker taker) {
        int space = value.indexOf(' ');
        var scheme = space < 0 ? "" : value.substring(0, space + 1);
        var secret = value.substring(scheme.length());
        if (scheme.equalsIgnoreCase("Basic ")) {
            try {
                var user = new String(Base64.getDecoder().decode(secret.strip()), StandardCharsets.UTF_8);
                taker.take(user.substring(user.indexOf(':') + 1), "password", Strength.STRONG);
            } catch (IllegalArgumentException notBase64) {
                return scheme + taker.take(secret, "Authorization", Strength.STRONG);
            }
        }
        return scheme + taker.take(secret, "Authorization", Strength.STRONG);
    }
}
