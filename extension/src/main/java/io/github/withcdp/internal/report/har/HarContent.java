package io.github.withcdp.internal.report.har;

import io.github.withcdp.internal.web.BodyText;
import io.github.withcdp.recording.Exchange.Body;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;

/**
 * A body as archives have it: as text if it is one, else in base64.
 *
 * @param size of the whole body, in bytes; -1 if this is only a part
 * @param text or base64, cut
 * @param comment what is missing, empty if nothing is
 * @param charset of a text
 */
record HarContent(long size, String text, boolean base64, String comment, Charset charset) {

    /** How many bytes of a body are written. */
    static final int LIMIT = 1024 * 1024;

    static HarContent of(Body body) {
        var bytes = body.bytes();
        var shown = bytes.length > LIMIT ? Arrays.copyOf(bytes, LIMIT) : bytes;
        boolean complete = body.isComplete();
        var cut = bytes.length > LIMIT ? "Cut: the first %d of %d bytes.".formatted(LIMIT, bytes.length) : "";
        var comment = complete ? cut : ("Incomplete: Chrome tells no more of it. " + cut).strip();
        var text = BodyText.strictly(bytes, Math.min(LIMIT, bytes.length), body.charset())
                .map(BodyText.Read::text);
        return new HarContent(
                complete ? bytes.length : -1,
                text.orElseGet(() -> Base64.getEncoder().encodeToString(shown)),
                text.isEmpty(),
                comment,
                body.charset());
    }

    Map<String, Object> fields(String mimeType) {
        return new HarObject()
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
}
