package io.github.withcdp.internal.report.html;

import io.github.withcdp.internal.web.BodyText;
import io.github.withcdp.recording.Exchange.Body;
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
        var text = BodyText.strictly(bytes, length, body.charset());
        if (text.isPresent()) {
            row.put("text", text.get().text());
        } else {
            row.put("base64", Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, length)));
        }
        row.put("cut", bytes.length - text.map(BodyText.Read::bytes).orElse(length));
        row.put("complete", body.isComplete());
        return row;
    }
}
