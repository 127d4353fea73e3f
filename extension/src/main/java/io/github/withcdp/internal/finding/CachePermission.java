package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.recording.Exchange;
import java.util.Locale;
import java.util.regex.Pattern;

/** Says what allowed the HTTP cache to answer without asking the server. */
final class CachePermission {

    private static final int HEADER = 60;

    private static final Pattern FRESH = Pattern.compile("max-age=0*[1-9]|immutable");
    private static final Pattern NOT_FRESH = Pattern.compile("no-cache|no-store|max-age=0*(?![0-9])");

    private CachePermission() {}

    /** Return it as a clause, {@code Cache-Control: max-age=60 allows that}. */
    static String words(Exchange.Response cached) {
        var control = cached.header("Cache-Control").orElse("");
        var lower = control.toLowerCase(Locale.ROOT);
        if (NOT_FRESH.matcher(lower).find()) {
            return "its Cache-Control: " + SafeText.line(control, HEADER)
                    + " does not allow that, so the request or the way back in the history did";
        }
        if (FRESH.matcher(lower).find()) {
            return "Cache-Control: " + SafeText.line(control, HEADER) + " allows that";
        }
        if (cached.header("Expires").isPresent()) {
            return "Expires: " + SafeText.line(cached.header("Expires").get(), HEADER) + " allows that";
        }
        return cached.header("Last-Modified").isPresent()
                ? "it has Last-Modified but no Cache-Control, so Chrome chose for how long"
                : "no header allows that, so the request or the way back in the history did";
    }
}
