package io.github.withcdp.internal.download;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The whole version of a browser, {@code 156.0.8078.79}. Whatever comes from outside passes through here before it becomes part of a path. */
record BrowserVersion(String text) implements Comparable<BrowserVersion> {

    private static final Pattern FORM = Pattern.compile("\\d{1,9}(\\.\\d{1,9}){3}");

    BrowserVersion {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(DownloadMessages.text(text) + " is not a version such as 156.0.8078.79");
        }
    }

    static BrowserVersion of(String text) {
        return new BrowserVersion(text);
    }

    /** Return the version that a text says; empty if it says none. */
    static Optional<BrowserVersion> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new BrowserVersion(text)) : Optional.empty();
    }

    /** Return the first of the four numbers. */
    int major() {
        return numbers()[0];
    }

    @Override
    public int compareTo(BrowserVersion other) {
        return Arrays.compare(numbers(), other.numbers());
    }

    @Override
    public String toString() {
        return text;
    }

    private int[] numbers() {
        return Pattern.compile("\\.")
                .splitAsStream(text)
                .mapToInt(Integer::parseInt)
                .toArray();
    }
}
