package io.github.withcdp.internal.web;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a content as text in the way of browsers: in the encoding of its byte order mark, else in the one that its type names, else in UTF-8. */
public final class BodyText {

    private static final Pattern CHARSET = Pattern.compile("(?i);\\s*charset\\s*=\\s*[\"']?([^\\s\"';]+)");

    /** What browsers take for a name where Java takes something else: the encoding standard of the web has it so. */
    private static final Map<String, String> ON_THE_WEB = Map.ofEntries(
            Map.entry("iso-8859-1", "windows-1252"),
            Map.entry("latin1", "windows-1252"),
            Map.entry("us-ascii", "windows-1252"),
            Map.entry("ascii", "windows-1252"),
            Map.entry("iso-8859-9", "windows-1254"),
            Map.entry("shift_jis", "windows-31j"),
            Map.entry("sjis", "windows-31j"),
            Map.entry("gb2312", "gb18030"),
            Map.entry("gbk", "gb18030"),
            Map.entry("euc-kr", "x-windows-949"),
            Map.entry("utf-16", "utf-16le"));

    private BodyText() {}

    /**
     * A text.
     *
     * @param bytes how many of the bytes it was read from
     */
    public record Read(String text, int bytes) {}

    /** Return the charset that a content type names; UTF-8 if it names none, or one that is not known here. */
    public static Charset charset(String contentType) {
        var found = CHARSET.matcher(contentType);
        if (!found.find()) {
            return UTF_8;
        }
        var name = found.group(1).toLowerCase(Locale.ROOT);
        return known(ON_THE_WEB.getOrDefault(name, name)).or(() -> known(name)).orElse(UTF_8);
    }

    private static Optional<Charset> known(String name) {
        try {
            return Optional.of(Charset.forName(name));
        } catch (IllegalArgumentException unknown) {
            return Optional.empty();
        }
    }

    /** Return bytes as text; what is no character becomes U+FFFD. */
    public static String of(byte[] bytes, Charset declared) {
        int mark = markLength(bytes);
        return new String(bytes, mark, bytes.length - mark, charset(bytes, declared));
    }

    /** Return the first of the bytes as text, without a character that is cut in two; empty if they are no text. */
    public static Optional<Read> strictly(byte[] bytes, int length, Charset declared) {
        int mark = Math.min(length, markLength(bytes));
        var in = ByteBuffer.wrap(bytes, mark, length - mark);
        var decoder = charset(bytes, declared).newDecoder();
        var text = CharBuffer.allocate((int) Math.ceil((double) in.remaining() * decoder.maxCharsPerByte()));
        var result = decoder.onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, text, length == bytes.length);
        if (result.isError()) {
            return Optional.empty();
        }
        var read = text.flip().toString();
        return read.indexOf('\0') < 0 ? Optional.of(new Read(read, in.position())) : Optional.empty();
    }

    /** Return the charset that bytes are in: that of their byte order mark, else the declared one. */
    private static Charset charset(byte[] bytes, Charset declared) {
        return switch (markLength(bytes)) {
            case 3 -> UTF_8;
            case 2 -> bytes[0] == (byte) 0xFE ? UTF_16BE : UTF_16LE;
            default -> declared;
        };
    }

    private static int markLength(byte[] bytes) {
        int first = bytes.length < 2 ? 0 : (bytes[0] & 0xFF) << 8 | (bytes[1] & 0xFF);
        if (first == 0xFEFF || first == 0xFFFE) {
            return 2;
        }
        return first == 0xEFBB && bytes.length > 2 && bytes[2] == (byte) 0xBF ? 3 : 0;
    }
}
