package io.github.withcdp.recording.internal;

import io.github.withcdp.recording.Exchange.Header;
import java.nio.charset.Charset;
import java.util.List;
import java.util.OptionalLong;

/**
 * What is said of a content beside the content.
 *
 * @param length of its bytes; -1 if it is not said
 */
record Declared(Charset charset, long length) {

    /** Read the headers of a content. */
    static Declared of(List<Header> headers) {
        long length = -1;
        var type = "";
        for (var header : headers) {
            if (header.name().equalsIgnoreCase("content-type")) {
                type = header.value();
            } else if (header.name().equalsIgnoreCase("content-length")) {
                length = number(header.value()).orElse(-1);
            }
        }
        return new Declared(BodyText.charset(type), length);
    }

    Declared withLength(long other) {
        return new Declared(charset, other);
    }

    private static OptionalLong number(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException none) {
            return OptionalLong.empty();
        }
    }
}
