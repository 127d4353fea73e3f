package io.github.withcdp.internal.redaction;

/** Reads and writes what stands between the quotes of a JSON string. */
final class JsonStrings {

    private static final String HEX = "0123456789ABCDEF";

    private JsonStrings() {}

    /** Return what a stretch means; a broken escape means itself. */
    static String decode(String json, int from, int to) {
        int escape = json.indexOf('\\', from);
        if (escape < 0 || escape >= to) {
            return json.substring(from, to);
        }
        var text = new char[to - from];
        int length = 0;
        for (int at = from; at < to; length++) {
            boolean isEscape = json.charAt(at) == '\\';
            int taken = isEscape ? lengthOfEscape(json, at, to) : 1;
            text[length] = isEscape ? meaning(json, at, taken) : json.charAt(at);
            at += taken;
        }
        return new String(text, 0, length);
    }

    private static int lengthOfEscape(String json, int at, int to) {
        if (at + 1 >= to) {
            return 1;
        }
        if (json.charAt(at + 1) != 'u') {
            return 2;
        }
        for (int i = at + 2; i < at + 6; i++) {
            if (i >= to || Character.digit(json.charAt(i), 16) < 0) {
                return 2;
            }
        }
        return 6;
    }

    private static char meaning(String json, int at, int length) {
        if (length == 1) {
            return '\\';
        }
        if (length == 6) {
            return (char) Integer.parseInt(json, at + 2, at + 6, 16);
        }
        char c = json.charAt(at + 1);
        return switch (c) {
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'f' -> '\f';
            default -> c;
        };
    }

    /** Return how a text is written: what is not ASCII as an escape, as Chrome does, but for the brackets of marks. */
    static String encode(String text) {
        var json = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            encode(text.charAt(i), json);
        }
        return json.toString();
    }

    private static void encode(char c, StringBuilder json) {
        switch (c) {
            case '"', '\\' -> json.append('\\').append(c);
            case '\n' -> json.append("\\n");
            case '\r' -> json.append("\\r");
            case '\t' -> json.append("\\t");
            case '\b' -> json.append("\\b");
            case '\f' -> json.append("\\f");
            case '‹', '›' -> json.append(c);
            default -> {
                if (c < ' ' || c > '~') {
                    json.append("\\u");
                    for (int shift = 12; shift >= 0; shift -= 4) {
                        json.append(HEX.charAt((c >> shift) & 0xF));
                    }
                } else {
                    json.append(c);
                }
            }
        }
    }

    /**
     * Put another text in the place of what stands between two quotes; what both have in common at their ends stays as it is written.
     *
     * @param before what stands there means
     */
    static void replace(TextEdits edits, String json, int from, int to, String before, String after) {
        int common = Math.min(before.length(), after.length());
        int head = 0;
        while (head < common && before.charAt(head) == after.charAt(head)) {
            head++;
        }
        int tail = 0;
        while (tail < common - head
                && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
            tail++;
        }
        int rawFrom = skip(json, from, to, head);
        int rawTo = skip(json, rawFrom, to, before.length() - head - tail);
        edits.replace(rawFrom, rawTo, encode(after.substring(head, after.length() - tail)));
    }

    private static int skip(String json, int from, int to, int chars) {
        int at = from;
        for (int i = 0; i < chars; i++) {
            at += json.charAt(at) == '\\' ? lengthOfEscape(json, at, to) : 1;
        }
        return at;
    }
}
