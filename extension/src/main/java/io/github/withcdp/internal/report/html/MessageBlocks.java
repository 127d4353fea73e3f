package io.github.withcdp.internal.report.html;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.json.JsonText;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writes the raw messages in blocks, one a line. */
final class MessageBlocks {

    private static final int COUNT = 256;

    /** A block of large messages is ended early: a browser unpacks it as a whole. */
    private static final int BYTES = 1 << 20;

    private final HtmlPage page;
    private final ByteArrayOutputStream block = new ByteArrayOutputStream(128 * 1024);
    private int first;
    private int count;

    MessageBlocks(HtmlPage page) {
        this.page = page;
    }

    /** Add a message, and return the bytes of its raw text. */
    int add(String text) throws IOException {
        var utf8 = text.getBytes(StandardCharsets.UTF_8);
        block.writeBytes(line(text, utf8));
        block.write('\n');
        count++;
        if (count == COUNT || block.size() > BYTES) {
            end();
        }
        return utf8.length;
    }

    /** Return a message as one line of JSON, its long strings cut; what is no JSON is a string. */
    static byte[] line(String text, byte[] utf8) {
        boolean json = JsonText.isJson(utf8, 0, utf8.length);
        var cut = LongStrings.cut(json ? text : new String(Json.write(text), StandardCharsets.US_ASCII));
        return JsonText.onOneLine(cut.equals(text) ? utf8 : cut.getBytes(StandardCharsets.UTF_8));
    }

    /** End the block that was begun, if there is one. */
    void end() throws IOException {
        if (count > 0) {
            try (var out = page.messages(first, count)) {
                block.writeTo(out);
            }
            first += count;
            count = 0;
            block.reset();
        }
    }
}
