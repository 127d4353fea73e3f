package io.github.withcdp.internal.redaction;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;

/** The encodings in which a text turns up on its way through URLs, forms, JSON, HTML and base64. */
final class Encodings {

    /** In fewer bytes the base64 of one text is too easily a part of another's. */
    private static final int SHORTEST_FOR_BASE64 = 5;

    private static final String UNRESERVED = "-._~";
    private static final HexFormat UPPER = HexFormat.of().withUpperCase();
    private static final HexFormat LOWER = HexFormat.of();

    private Encodings() {}

    /** Return all forms of a text, the text itself first. */
    static Set<String> of(String text) {
        var forms = new LinkedHashSet<String>();
        forms.add(text);
        if (!isPlain(text)) {
            percent(text, forms);
            json(text, forms);
            html(text, forms);
        }
        base64(text, forms);
        return forms;
    }

    /** Return further forms, too many to look for them of every secret that a page makes up: of those that somebody has configured. */
    static Set<String> further(String text) {
        var forms = new LinkedHashSet<String>();
        forms.add(text.toLowerCase(Locale.ROOT));
        forms.add(text.toUpperCase(Locale.ROOT));
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        forms.add(LOWER.formatHex(bytes));
        forms.add(UPPER.formatHex(bytes));
        for (var number : new String[] {"&#x%x;", "&#x%X;", "&#%d;"}) {
            forms.add(numbered(text, number));
        }
        var once = new LinkedHashSet<String>();
        percent(text, once);
        once.forEach(each -> percent(each, forms));
        return forms;
    }

    /** Return a text with what is neither letter nor digit as a number, as templates escape it in HTML. */
    private static String numbered(String text, String number) {
        var html = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isLetterOrDigit(c)) {
                html.append((char) c);
            } else {
                html.append(String.format(Locale.ROOT, number, c));
            }
        });
        return html.toString();
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && (c == '~' || UNRESERVED.indexOf(c) < 0)) {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }

    private static void percent(String text, Set<String> forms) {
        // RFC 3986, encodeURIComponent, forms, encodeURI, and what URL paths and queries leave alone.
        for (var unescaped :
                new String[] {"-._~", "-._~!'()*", "-._*", "-._~!'()*;,/?:@&=+$#", "-._~!$&'()*+,;=:@/?[]|^`{}"}) {
            var upper = percent(text, unescaped, false);
            forms.add(upper);
            forms.add(lowerHex(upper));
            var form = percent(text, unescaped, true);
            forms.add(form);
            forms.add(lowerHex(form));
        }
    }

    private static String percent(String text, String unescaped, boolean plus) {
        var encoded = new StringBuilder();
        for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
            int c = each & 0xFF;
            if (isLetterOrDigit(c) || (c < 128 && unescaped.indexOf(c) >= 0)) {
                encoded.append((char) c);
            } else if (c == ' ' && plus) {
                encoded.append('+');
            } else {
                encoded.append('%').append(UPPER.toHexDigits((byte) c));
            }
        }
        return encoded.toString();
    }

    private static String lowerHex(String percentEncoded) {
        var lower = new StringBuilder(percentEncoded);
        for (int i = 0; i + 2 < lower.length(); i++) {
            if (lower.charAt(i) == '%') {
                lower.setCharAt(i + 1, Character.toLowerCase(lower.charAt(i + 1)));
                lower.setCharAt(i + 2, Character.toLowerCase(lower.charAt(i + 2)));
            }
        }
        return lower.toString();
    }

    private static void json(String text, Set<String> forms) {
        for (var escaped : new String[] {"", "/", "<", "<>&'=", "<>&'=/"}) {
            for (boolean ascii : new boolean[] {false, true}) {
                for (boolean upper : new boolean[] {false, true}) {
                    var encoded = json(text, escaped, ascii, upper);
                    forms.add(encoded);
                    forms.add(json(encoded, "", ascii, upper));
                    forms.add(json(encoded, escaped, ascii, upper));
                }
            }
        }
    }

    private static String json(String text, String escaped, boolean ascii, boolean upper) {
        var json = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int special = "\n\r\t\b\f".indexOf(c);
            if (c == '"' || c == '\\' || (c == '/' && escaped.indexOf(c) >= 0)) {
                json.append('\\').append(c);
            } else if (special >= 0) {
                json.append('\\').append("nrtbf".charAt(special));
            } else if (c < ' ' || (ascii && c > '~') || escaped.indexOf(c) >= 0) {
                json.append("\\u").append((upper ? UPPER : LOWER).toHexDigits(c));
            } else {
                json.append(c);
            }
        }
        return json.toString();
    }

    private static void html(String text, Set<String> forms) {
        var angles = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
        forms.add(angles);
        forms.add(text.replace("&", "&amp;").replace("\"", "&quot;"));
        for (var quote : new String[] {"'", "&#39;", "&#x27;", "&#039;", "&apos;"}) {
            forms.add(angles.replace("\"", "&quot;").replace("'", quote));
            forms.add(angles.replace("\"", "&#34;").replace("'", quote));
        }
    }

    /** Add what a text is in base64, where it may begin at any of the three bytes of a group; what its neighbours have a share in is left out. */
    private static void base64(String text, Set<String> forms) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length < SHORTEST_FOR_BASE64) {
            return;
        }
        for (int before = 0; before < 3; before++) {
            var shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            int from = before == 0 ? 0 : before + 1;
            int to = shifted.length * 8 / 6;
            for (var encoder : Arrays.asList(Base64.getEncoder(), Base64.getUrlEncoder())) {
                forms.add(encoder.encodeToString(shifted).substring(from, to));
            }
        }
    }
}
