package io.github.withcdp.internal.redaction;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** What is known of bytes that are no text: MessagePack and protocol buffers have strings in them, pictures have none. */
final class BinaryBody {

    /** The beginnings in base64 of the formats that nobody puts a token into. */
    private static final List<String> MEDIA = List.of(
            "iVBORw", // PNG
            "R0lGOD", // GIF
            "/9j/", // JPEG
            "UklGR", // WebP, WAV
            "d09GR", // WOFF
            "d09GM", // WOFF2
            "T1RUT", // OpenType
            "AAEAAAA", // TrueType, icons
            "AGFzbQ", // WebAssembly
            "JVBERi", // PDF
            "UEsDB", // ZIP
            "H4sI", // gzip
            "T2dnUw", // Ogg
            "SUQz", // MP3
            "GkXfo", // WebM
            "AAAAIGZ0eX",
            "AAAAHGZ0eX",
            "AAAAGGZ0eX"); // MP4

    private static final int LOOKED_AT = 64 * 1024;
    private static final int MOST = 32;

    private BinaryBody() {}

    static boolean isMedium(String base64) {
        return MEDIA.stream().anyMatch(base64::startsWith);
    }

    /** Return the strings in some bytes that look like keys. */
    static List<String> strings(String base64) {
        var strings = new ArrayList<String>();
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64.length() > LOOKED_AT ? base64.substring(0, LOOKED_AT) : base64);
        } catch (IllegalArgumentException notBase64) {
            return strings;
        }
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        int from = 0;
        for (int at = 0; at <= text.length() && strings.size() < MOST; at++) {
            if (at == text.length() || text.charAt(at) < ' ' || text.charAt(at) > '~') {
                var run = text.substring(from, at);
                if (HarmlessText.isOpaque(run)) {
                    strings.add(run);
                }
                from = at + 1;
            }
        }
        return strings;
    }
}
