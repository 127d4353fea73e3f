package io.github.withcdp.internal.redaction;

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
    String value(String name, String value, SecretSink sink, UnaryOperator<String> text) {
        var lower = name.strip().toLowerCase(Locale.ROOT);
        return switch (lower) {
            case "cookie" -> CookieRule.cookies(value, sink);
            case "set-cookie", "set-cookie2" -> CookieRule.setCookies(value, sink);
            case "authorization", "proxy-authorization" -> authorization(value, sink);
            default -> other(lower, value, sink, text);
        };
    }

    private String other(String lower, String value, SecretSink sink, UnaryOperator<String> text) {
        if (further.contains(lower)) {
            return sink.take(value, "header", Confidence.CERTAIN);
        }
        if (lower.startsWith("access-control-") || value.equals("true") || value.equals("false")) {
            return value;
        }
        var judgement = names.judge(lower);
        if (judgement.isPresent() && (judgement.get().sure() || isKey(value))) {
            return sink.take(value, judgement.get().what(), Confidence.CERTAIN);
        }
        if (lower.equals("sec-websocket-protocol")) {
            return protocols(value, sink);
        }
        return text.apply(REFERENCES.contains(lower) ? urls.reference(value, sink) : value);
    }

    /** Return whether a value may be a key. What a header says of a key or a license is short: whatever is no word may be the key. */
    private static boolean isKey(String value) {
        return value.length() >= 6 && !HarmlessText.isPlain(value) && !value.contains("://");
    }

    /** Return WebSocket protocols, redacted. Pages have no other header to send a token with when they open a WebSocket, and so it is one of the protocols. */
    private static String protocols(String value, SecretSink sink) {
        var edits = new TextEdits(value);
        int at = 0;
        while (at < value.length()) {
            int end = value.indexOf(',', at);
            end = end < 0 ? value.length() : end;
            int from = at;
            while (from < end && CharacterKind.isSpace(value.charAt(from))) {
                from++;
            }
            var protocol = value.substring(from, end);
            if (HarmlessText.isOpaque(protocol.strip())) {
                edits.replace(from, end, sink.take(protocol.strip(), "protocol", Confidence.CERTAIN));
            }
            at = end + 1;
        }
        return edits.result();
    }

    /** Redact headers as they went over the wire, with the line before them. */
    String raw(String headers, SecretSink sink, UnaryOperator<String> text) {
        var edits = new TextEdits(headers);
        var request = REQUEST.matcher(headers);
        if (request.find()) {
            edits.replace(request.start(1), request.end(1), urls.reference(request.group(1), sink));
        }
        for (int at = 0; at < headers.length(); ) {
            int next = headers.indexOf('\n', at);
            int end = next < 0 ? headers.length() : next;
            line(edits, headers, at, end, sink, text);
            at = end + 1;
        }
        return edits.result();
    }

    private void line(TextEdits edits, String headers, int from, int to, SecretSink sink, UnaryOperator<String> text) {
        int colon = from;
        while (colon < to && headers.charAt(colon) != ':' && !CharacterKind.isSpace(headers.charAt(colon))) {
            colon++;
        }
        if (colon == from || colon == to || headers.charAt(colon) != ':') {
            return;
        }
        int begin = colon + 1;
        int end = to;
        while (begin < end && CharacterKind.isSpace(headers.charAt(begin))) {
            begin++;
        }
        while (end > begin && CharacterKind.isSpace(headers.charAt(end - 1))) {
            end--;
        }
        edits.replace(begin, end, value(headers.substring(from, colon), headers.substring(begin, end), sink, text));
    }

    /** Return credentials, redacted. The scheme is no secret; of {@code Basic} the password is one by itself. */
    private static String authorization(String value, SecretSink sink) {
        int space = value.indexOf(' ');
        var scheme = space < 0 ? "" : value.substring(0, space + 1);
        var secret = value.substring(scheme.length());
        if (scheme.equalsIgnoreCase("Basic ")) {
            try {
                var user = new String(Base64.getDecoder().decode(secret.strip()), StandardCharsets.UTF_8);
                sink.take(user.substring(user.indexOf(':') + 1), "password", Confidence.CERTAIN);
            } catch (IllegalArgumentException notBase64) {
                return scheme + sink.take(secret, "Authorization", Confidence.CERTAIN);
            }
        }
        return scheme + sink.take(secret, "Authorization", Confidence.CERTAIN);
    }
}
