package io.github.withcdp.internal.redaction;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * Bytes in base64 that are text, and in which charset: what nobody says is UTF-8, UTF-16 with its mark, or windows-1252, which old servers send
 * and which marks can be written in.
 */
record EncodedText(String text, Charset charset) {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** Return the text that some bytes are; empty if they are none. */
    static Optional<EncodedText> of(String base64) {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        return in(StandardCharsets.UTF_8, bytes).or(() -> other(bytes));
    }

    private static Optional<EncodedText> other(byte[] bytes) {
        if (startsWith(bytes, 0xFE, 0xFF)) {
            return in(StandardCharsets.UTF_16BE, bytes);
        }
        if (startsWith(bytes, 0xFF, 0xFE)) {
            return in(StandardCharsets.UTF_16LE, bytes);
        }
        return Charset.isSupported("windows-1252")
                ? in(Charset.forName("windows-1252"), bytes).filter(EncodedText::isReadable)
                : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int first, int second) {
        return bytes.length > 1 && (bytes[0] & 0xFF) == first && (bytes[1] & 0xFF) == second;
    }

    private static Optional<EncodedText> in(Charset charset, byte[] bytes) {
        try {
            var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            return Optional.of(new EncodedText(text, charset));
        } catch (CharacterCodingException other) {
            return Optional.empty();
        }
    }

    /** Nearly any bytes are characters of windows-1252. What people write has letters, few signs, and no control characters among them. */
    private boolean isReadable() {
        return text.chars().allMatch(c -> c < 0x7f ? c >= ' ' || c == '\t' || c == '\n' || c == '\r' : isWritten(c));
    }

    private static boolean isWritten(int c) {
        return (c >= 0xC0 && c <= 0xFF) || "‘’“”–—…".indexOf(c) >= 0;
    }

    /** Return another text in the same charset, in UTF-8 if it cannot be written in that; empty if it is the same. */
    Optional<String> replacedBy(String other) {
        if (other.equals(text)) {
            return Optional.empty();
        }
        var encoder = charset.newEncoder();
        ByteBuffer bytes;
        try {
            bytes = encoder.encode(CharBuffer.wrap(other));
        } catch (CharacterCodingException foreign) {
            bytes = StandardCharsets.UTF_8.encode(other);
        }
        var encoded = new byte[bytes.remaining()];
        bytes.get(encoded);
        return Optional.of(Base64.getEncoder().encodeToString(encoded));
    }

    /** Return the text without the mark of its byte order. */
    String content() {
        return text.isEmpty() || text.charAt(0) != BYTE_ORDER_MARK ? text : text.substring(1);
    }

    /** Return the text with its mark, if it has one, around another content. */
    String with(String content) {
        return content().length() == text.length() ? content : BYTE_ORDER_MARK + content;
    }
}
