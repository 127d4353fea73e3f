package io.github.withcdp.internal.json;

import java.util.Optional;

/**
 * Puts surrogates in the place of their escapes. Jackson refuses some of these in names, which ones depends on its version and on whether it reads
 * bytes or characters, though it takes them all in values; of surrogates as such it takes any.
 */
final class Surrogates {

    private static final int ESCAPE = 6;

    private Surrogates() {}

    /** Return the JSON without such escapes; empty if there are none. */
    static Optional<String> unescaped(CharSequence json) {
        var text = new StringBuilder(json.length());
        for (int at = 0; at < json.length(); ) {
            char first = json.charAt(at);
            int surrogate = first == '\\' ? surrogateAt(json, at) : -1;
            if (surrogate >= 0) {
                text.append((char) surrogate);
                at += ESCAPE;
            } else {
                text.append(first);
                at++;
                if (first == '\\' && at < json.length()) {
                    text.append(json.charAt(at++)); // which may be a backslash, and then begins nothing
                }
            }
        }
        return text.length() == json.length() ? Optional.empty() : Optional.of(text.toString());
    }

    private static int surrogateAt(CharSequence json, int at) {
        if (at + ESCAPE > json.length() || json.charAt(at + 1) != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + ESCAPE; i++) {
            int digit = Character.digit(json.charAt(i), 16);
            if (digit < 0) {
                return -1;
            }
            unit = unit * 16 + digit;
        }
        return Character.isSurrogate((char) unit) ? unit : -1;
    }
}
