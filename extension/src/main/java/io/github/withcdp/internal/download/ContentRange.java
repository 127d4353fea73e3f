package io.github.withcdp.internal.download;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which part of a file an answer has.
 *
 * @param first the index of its first byte; -1 if it has none
 * @param total how many bytes the whole file has; -1 if the server does not know
 */
record ContentRange(long first, long total) {

    private static final Pattern FORM = Pattern.compile("bytes (?:(\\d{1,18})-\\d{1,18}|\\*)/(\\d{1,18}|\\*)");

    /** Return what the header says; empty if that makes no sense. */
    static Optional<ContentRange> parse(String header) {
        var matcher = FORM.matcher(header);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        var first = Optional.ofNullable(matcher.group(1)).map(Long::parseLong).orElse(-1L);
        var total = matcher.group(2);
        return Optional.of(new ContentRange(first, total.equals("*") ? -1 : Long.parseLong(total)));
    }
}
