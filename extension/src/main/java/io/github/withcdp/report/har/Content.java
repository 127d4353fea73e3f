package io.github.withcdp.report.har;

import io.github.withcdp.recording.Exchange.Body;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/**
 * A body as archives have it: as text if it is one, else in base64.
 *
 * @param size of the whole body, in bytes
 * @param text or base64, cut
 * @param comment what is cut, empty if nothing is
 */
record Content(long size, String text, boolean base64, String comment) {

    /** How many bytes of a body are written. */
    static final int LIMIT = 1024 * 1024;

    static Content of(Body body) {
        var bytes = body.bytes();
        var shown = bytes.length > LIMIT ? Arrays.copyOf(bytes, LIMIT) : bytes;
        var comment = bytes.length > LIMIT ? "Cut: the first %d of %d bytes.".formatted(LIMIT, bytes.length) : "";
        var text = text(shown, bytes.length > LIMIT);
        return new Content(
                bytes.length, text.orElseGet(() -> Base64.getEncoder().encodeToString(shown)), text.isEmpty(), comment);
    }

    Map<String, Object> fields(String mimeType) {
        return new Fields()
                .add("size", size)
                .add("mimeType", mimeType)
                .add("text", text)
                .addUnlessEmpty("encoding", encoding())
                .addUnlessEmpty("comment", comment)
                .map();
    }

    /** Return how the text is encoded; empty if it is not. */
    String encoding() {
        return base64 ? "base64" : "";
    }

    /** Return the text that bytes are in UTF-8; empty if they are none. */
    private static Optional<String> text(byte[] bytes, boolean cut) {
        var decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        var out = CharBuffer.allocate(bytes.length);
        try {
            // Half a character at the end of what was cut is left out.
            var result = decoder.decode(ByteBuffer.wrap(bytes), out, !cut);
            if (result.isError()) {
                result.throwException();
            }
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
        var text = out.flip().toString();
        return text.indexOf('\0') < 0 ? Optional.of(text) : Optional.empty();
    }
}
