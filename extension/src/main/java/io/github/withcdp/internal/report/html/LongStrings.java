package io.github.withcdp.internal.report.html;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Shortens the long strings in JSON, such as screenshots, without making a tree of it. */
final class LongStrings {

    /** How many characters of a string are kept. */
    static final int LIMIT = 16_384;

    private final byte[] json;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream(4 * LIMIT);
    private int copied;

    private LongStrings(byte[] json) {
        this.json = json;
    }

    /** Return the JSON with what is beyond {@value #LIMIT} characters of each string replaced by a note; itself if no string is that long. */
    static byte[] cut(byte[] json) {
        return json.length <= LIMIT ? json : new LongStrings(json).cut();
    }

    private byte[] cut() {
        for (int at = 0; at < json.length; at++) {
            if (json[at] == '"') {
                at = string(at + 1);
            }
        }
        if (copied == 0) {
            return json;
        }
        out.write(json, copied, json.length - copied);
        return out.toByteArray();
    }

    /** Go through the string that begins here, and return where its closing quote is. */
    private int string(int from) {
        int characters = 0;
        int end = -1;
        int at = from;
        while (at < json.length && json[at] != '"') {
            if (characters >= LIMIT && end < 0 && !isSecondHalf(at)) {
                end = at;
                characters = 0;
            }
            characters += charactersOf(json[at]);
            at += json[at] != '\\' ? 1 : json[at + 1] == 'u' ? 6 : 2;
        }
        if (end >= 0) {
            out.write(json, copied, end - copied);
            out.writeBytes("… (%d more characters in traffic.jsonl)"
                    .formatted(characters)
                    .getBytes(StandardCharsets.UTF_8));
            copied = at;
        }
        return at;
    }

    /** In UTF-8 the first byte tells how many characters of Java a code point is; the others tell nothing. */
    private static int charactersOf(byte first) {
        if (first >= 0) {
            return 1;
        }
        if ((first & 0xC0) == 0x80) {
            return 0;
        }
        return (first & 0xF8) == 0xF0 ? 2 : 1;
    }

    /** Return whether this continues a code point, as a further byte or as the escape of a low surrogate. */
    private boolean isSecondHalf(int at) {
        return (json[at] & 0xC0) == 0x80
                || (json[at] == '\\'
                        && json[at + 1] == 'u'
                        && (json[at + 2] == 'd' || json[at + 2] == 'D')
                        && Character.digit(json[at + 3], 16) >= 0xC);
    }
}
