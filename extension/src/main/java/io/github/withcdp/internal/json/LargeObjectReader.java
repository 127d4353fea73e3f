package io.github.withcdp.internal.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Builds trees of what is large because of a long string in it: a screenshot, a body, a document, the value of an expression.
 * Jackson keeps the text of such a string in pieces, puts them together, and makes a string of that, which takes four bytes for each that came.
 *
 * <p>Whatever has another shape, or is not well formed, is left to Jackson.
 */
final class LargeObjectReader {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int MOST_MEMBERS = 100;
    private static final int DEEPEST = 8;

    private final byte[] bytes;
    private final int end;
    private final StringBytes string;
    private int at;
    private int members;

    private LargeObjectReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.end = end;
        string = new StringBytes(bytes, end);
        at = from;
    }

    /** Return the object with which a stretch of UTF-8 begins; empty if that is for Jackson to read. */
    static Optional<JsonNode> read(byte[] utf8, int from, int length) {
        var reader = new LargeObjectReader(utf8, from, from + length);
        try {
            return Optional.ofNullable(reader.take('{') ? reader.members(1) : null);
        } catch (JacksonException refused) {
            return Optional.empty();
        }
    }

    /** Read what stands behind the brace that begins an object. */
    private @Nullable JsonNode members(int depth) {
        var object = NODES.objectNode();
        if (take('}')) {
            return object;
        }
        do {
            if (++members > MOST_MEMBERS || peek() != '"' || !string.measure(at) || !string.isPlain()) {
                return null;
            }
            var name = string.text();
            at = string.end();
            var value = take(':') ? value(depth) : null;
            if (value == null) {
                return null;
            }
            object.set(name, value);
        } while (take(','));
        return take('}') ? object : null;
    }

    private @Nullable JsonNode value(int depth) {
        if (peek() == '"') {
            return text();
        }
        if (take('{')) {
            return depth < DEEPEST ? members(depth + 1) : null;
        }
        return word();
    }

    private @Nullable JsonNode text() {
        if (!string.measure(at)) {
            return null;
        }
        at = string.end();
        return NODES.stringNode(string.text());
    }

    /** Have Jackson read a number, or one of the three words. */
    private @Nullable JsonNode word() {
        int from = at;
        while (at < end && isOfWord(bytes[at])) {
            at++;
        }
        return at == from
                ? null
                : Json.read(new String(bytes, from, at - from, ISO_8859_1)); // which is to be all of it
    }

    private static boolean isOfWord(byte b) {
        return (b >= 'a' && b <= 'z') || (b >= '0' && b <= '9') || b == '-' || b == '+' || b == '.' || b == 'E';
    }

    private boolean take(char sign) {
        boolean isNext = peek() == sign;
        at += isNext ? 1 : 0;
        return isNext;
    }

    /** Go on to the next byte that is no white space, and return it; -1 at the end. */
    private int peek() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
        return at < end ? bytes[at] : -1;
    }
}
