package io.github.withcdp.internal.transcript;

import io.github.withcdp.internal.json.JsonMembers;
import io.github.withcdp.internal.text.SafeText;
import java.util.Optional;

/**
 * A member of the outermost object of a message ({@code params}, {@code result}, {@code error}), as a stretch of the raw text.
 * It is found without building a tree, because an answer may be a screenshot of many megabytes.
 */
public record Payload(String json, int from, int to) {

    /** Return the member of this name, empty if there is none or the text is no JSON object. */
    public static Optional<Payload> of(String json, String name) {
        var members = new JsonMembers(json);
        while (members.next()) {
            if (members.isNamed(name)) {
                return Optional.of(new Payload(json, members.from(), members.to()));
            }
        }
        return Optional.empty();
    }

    /** Return the number of characters of the raw text. */
    public int length() {
        return to - from;
    }

    /** Return the raw text. */
    public String text() {
        return json.substring(from, to);
    }

    /**
     * Append the text to a line, escaped where needed, cut after {@code limit} characters with a note of how many are left out.
     * Chrome escapes all that is not ASCII; where that is harmless it is shown as the letters it stands for.
     */
    public void appendTo(StringBuilder out, int limit) {
        int at = from;
        int end = out.length() + limit;
        while (at < to && out.length() < end) {
            char first = json.charAt(at);
            if (first == '\\' && at + 1 < to) {
                at = appendEscape(out, at);
            } else if (first >= ' ' && first < 0x7f && first != '[' && first != '|') {
                out.append(first);
                at++;
            } else {
                int codePoint = json.codePointAt(at);
                SafeText.append(out, codePoint);
                at += Character.charCount(codePoint);
            }
        }
        SafeText.appendLeftOut(out, to - at);
    }

    /** Append the JSON escape that begins at {@code at} and return where it ends. */
    private int appendEscape(StringBuilder out, int at) {
        int unit = unitAt(at);
        if (unit < 0x80) { // a short escape, one of ASCII, or none: decoding it could change where strings end
            SafeText.append(out, '\\');
            SafeText.append(out, json.codePointAt(at + 1));
            return at + 1 + Character.charCount(json.codePointAt(at + 1));
        }
        int codePoint = unit;
        int next = at + 6;
        if (Character.isHighSurrogate((char) unit)) {
            int low = unitAt(next);
            if (low >= 0 && Character.isLowSurrogate((char) low)) {
                codePoint = Character.toCodePoint((char) unit, (char) low);
                next += 6;
            }
        }
        if (SafeText.isHarmless(codePoint)) {
            out.appendCodePoint(codePoint);
        } else {
            out.append(json, at, next);
        }
        return next;
    }

    /** Return the code unit that a six-character escape at this place stands for, -1 if there is none. */
    private int unitAt(int at) {
        if (at + 6 > to || json.charAt(at) != '\\' || json.charAt(at + 1) != 'u') {
            return -1;
        }
        int unit = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = Character.digit(json.charAt(i), 16);
            if (digit < 0 || json.charAt(i) > 'f') {
                return -1;
            }
            unit = unit * 16 + digit;
        }
        return unit;
    }
}
