package io.github.withcdp.internal.download;

import io.github.withcdp.internal.text.Excerpt;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/** How addresses and foreign texts are shown in messages: without secrets, on one line, not too long. */
final class DownloadMessages {

    private static final int LONGEST = 300;

    private DownloadMessages() {}

    /** Return an address without user information, query and fragment. */
    static String url(URI url) {
        var host = url.getHost();
        var port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return url.getScheme() + "://" + (host == null ? "" : host) + port + text(String.valueOf(url.getRawPath()));
    }

    /** Return the beginning of a text that somebody else wrote, without line breaks and control characters. */
    static String text(String foreign) {
        return Excerpt.of(foreign, List.of(), LONGEST);
    }

    /** Return the beginning of a text in which somebody may have repeated the secrets of the URL that was asked for. */
    static String text(String foreign, URI requested) {
        var query = requested.getRawQuery();
        return Excerpt.of(foreign, query == null || query.isEmpty() ? List.of() : List.of(query), LONGEST);
    }

    /** Return a number of bytes as people say it, {@code 112 MB}. */
    static String size(long bytes) {
        return bytes < 1_000_000
                ? String.format(Locale.ROOT, "%d kB", (bytes + 999) / 1000)
                : String.format(Locale.ROOT, "%d MB", bytes / 1_000_000);
    }
}
