package io.github.withcdp.internal.report.html;

import io.github.withcdp.internal.json.JsonCursor;
import java.util.HexFormat;

/** Shortens the long strings in JSON, such as screenshots, without making a tree of it. */
final class LongStrings {

    /** How many characters of a string are kept. */
    static final int LIMIT = 16_384;

    private LongStrings() {}

    /** Return the JSON with what is beyond {@value #LIMIT} characters of each string replaced by a note; itself if no string is that long. */
    static String cut(String json) {
        var out = new StringBuilder();
        int copied = 0;
        int quote = json.length() > LIMIT ? json.indexOf('"') : -1;
        while (quote >= 0) {
            int end = JsonCursor.endOfString(json, quote) - 1;
            int from = end - quote > LIMIT ? skip(json, quote + 1, end) : end;
            if (from < end) {
                out.append(json, copied, from)
                        .append("… (%d more characters in traffic.jsonl)".formatted(count(json, from, end)));
                copied = end;
            }
            quote = json.indexOf('"', end + 1);
        }
        return copied == 0 ? json : out.append(json, copied, json.length()).toString();
    }

    /** Return where the characters begin that are too many; no code point is cut in two. */
    private static int skip(String json, int from, int end) {
        int at = from;
        for (int kept = 0; at < end && (kept < LIMIT || isSecondHalf(json, at)); kept++) {
            at += lengthOfOne(json, at);
        }
        return at;
    }

    private static int count(String json, int from, int end) {
        int count = 0;
        for (int at = from; at < end; at += lengthOfOne(json, at)) {
            count++;
        }
        return count;
    }

    private static int lengthOfOne(String json, int at) {
        return json.charAt(at) != '\\' ? 1 : json.charAt(at + 1) == 'u' ? 6 : 2;
    }

    private static boolean isSecondHalf(String json, int at) {
        return Character.isLowSurrogate(json.charAt(at))
                || (json.startsWith("\\u", at)
                        && Character.isLowSurrogate((char) HexFormat.fromHexDigits(json, at + 2, at + 6)));
    }
}
