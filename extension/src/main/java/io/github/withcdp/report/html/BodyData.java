package io.github.withcdp.report.html;

import io.github.withcdp.recording.Exchange.Body;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bodies as a page has them: cut, and no more of them than a page can bear. */
final class BodyData {

    private static final int LIMIT = 256 * 1024;

    /** How many bytes a page has of all bodies together. */
    private static final int ALL = 16 << 20;

    private int left = ALL;

    /** Return a body as text if it is text, else in base64. */
    Map<String, Object> of(Body body) {
        var bytes = body.bytes();
        int length = Math.min(bytes.length, Math.min(LIMIT, left));
        left -= length;
        var row = new LinkedHashMap<String, Object>();
        var text = CharBuffer.allocate(length);
        var in = ByteBuffer.wrap(bytes, 0, length);
        var decoded = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .decode(in, text, length == bytes.length); // else its last character may have been cut in two
        boolean isText = !decoded.isError() && text.flip().chars().noneMatch(character -> character == 0);
        if (isText) {
            row.put("text", text.toString());
        } else {
            row.put("base64", Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, length)));
        }
        row.put("cut", bytes.length - (isText ? in.position() : length));
        return row;
    }
}
