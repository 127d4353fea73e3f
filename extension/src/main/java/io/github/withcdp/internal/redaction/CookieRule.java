package io.github.withcdp.internal.redaction;

/** Takes the values out of cookies, and leaves their names and attributes. */
final class CookieRule {

    private static final String WHAT = "Cookie";

    private CookieRule() {}

    /** Redact a {@code Cookie} header: {@code a=1; b=2}. */
    static String cookies(String header, SecretSink sink) {
        var edits = new TextEdits(header);
        int at = 0;
        while (at < header.length()) {
            int end = header.indexOf(';', at);
            end = end < 0 ? header.length() : end;
            cookie(edits, header, at, end, sink);
            at = end + 1;
        }
        return edits.result();
    }

    /** Redact {@code Set-Cookie} headers: {@code a=1; Path=/}, one a line. */
    static String setCookies(String headers, SecretSink sink) {
        var edits = new TextEdits(headers);
        int at = 0;
        while (at < headers.length()) {
            int line = headers.indexOf('\n', at);
            line = line < 0 ? headers.length() : line;
            int end = headers.indexOf(';', at);
            cookie(edits, headers, at, end < 0 || end > line ? line : end, sink);
            at = line + 1;
        }
        return edits.result();
    }

    /** Redact the value of a cookie. */
    static String value(String value, SecretSink sink) {
        boolean plain = HarmlessText.isWordOrNumber(value);
        var decoded = UrlRule.decode(value);
        if (!decoded.equals(value)) {
            sink.take(decoded, WHAT, plain ? Confidence.ONLY_HERE : Confidence.CERTAIN);
        }
        return sink.take(value, WHAT, plain ? Confidence.ONLY_HERE : Confidence.CERTAIN);
    }

    private static void cookie(TextEdits edits, String header, int from, int end, SecretSink sink) {
        int equals = header.indexOf('=', from);
        int valueFrom = equals < 0 || equals >= end ? from : equals + 1;
        int valueEnd = end;
        while (valueFrom < valueEnd && header.charAt(valueFrom) <= ' ') {
            valueFrom++;
        }
        while (valueEnd > valueFrom && header.charAt(valueEnd - 1) <= ' ') {
            valueEnd--;
        }
        if (valueEnd - valueFrom > 1 && header.charAt(valueFrom) == '"' && header.charAt(valueEnd - 1) == '"') {
            valueFrom++;
            valueEnd--;
        }
        if (valueFrom < valueEnd) {
            edits.replace(valueFrom, valueEnd, value(header.substring(valueFrom, valueEnd), sink));
        }
    }
}
