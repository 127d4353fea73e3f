package io.github.withcdp.internal.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.withcdp.internal.web.BodyText;
import io.github.withcdp.recording.Exchange.Header;
import java.nio.charset.Charset;
import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * What is said of a content beside the content.
 *
 * @param length of its bytes; -1 if it is not said
 */
public record DeclaredContent(Charset charset, long length) {

    private static final Pattern TAKEN_OUT =
            Pattern.compile("‹redacted:[A-Za-z0-9_.-]{1,40}:len=([0-9]{1,10}):hash=[0-9a-f]{4}›");

    /** Read the headers of a content. */
    public static DeclaredContent of(List<Header> headers) {
        long length = -1;
        var type = "";
        for (var header : headers) {
            if (header.name().equalsIgnoreCase("content-type")) {
                type = header.value();
            } else if (header.name().equalsIgnoreCase("content-length")) {
                length = number(header.value()).orElse(-1);
            }
        }
        return new DeclaredContent(BodyText.charset(type), length);
    }

    DeclaredContent withLength(long other) {
        return new DeclaredContent(charset, other);
    }

    /** Return whether bytes are as many as they should be, if that is known. What was taken out of them for being a secret says how long it was. */
    boolean isReachedBy(byte[] bytes) {
        long length = bytes.length;
        if (this.length >= 0) {
            var taken = TAKEN_OUT.matcher(new String(bytes, UTF_8));
            while (taken.find()) {
                length += Long.parseLong(taken.group(1)) - taken.group().getBytes(UTF_8).length;
            }
        }
        return length >= this.length;
    }

    private static OptionalLong number(String text) {
        try {
            return OptionalLong.of(Long.parseLong(text.strip()));
        } catch (NumberFormatException none) {
            return OptionalLong.empty();
        }
    }
}
