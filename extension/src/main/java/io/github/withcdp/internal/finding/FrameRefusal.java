package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.recording.Exchange;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Documents that do not let themselves be shown in a frame: Chrome gives no reason with the request, but their headers do. */
final class FrameRefusal {

    private static final int SHOWN = 160;

    private static final Pattern FRAME_ANCESTORS =
            Pattern.compile("(?:^|[;,])\\s*(frame-ancestors(?:\\s[^;,]*)?)", Pattern.CASE_INSENSITIVE);

    private FrameRefusal() {}

    /** Return which header forbids what, behind {@code was blocked}; empty if this is something else. */
    static Optional<String> words(Exchange frame) {
        boolean isBlocked = frame.resourceType().equals("Document")
                && frame.failure()
                        .filter(reason -> reason.blockedReason().equals("other"))
                        .isPresent();
        return isBlocked
                ? frame.response().flatMap(response -> byPolicy(response, frame).or(() -> byOptions(response, frame)))
                : Optional.empty();
    }

    /** What it says goes before the other header, whatever that says. */
    private static Optional<String> byPolicy(Exchange.Response response, Exchange frame) {
        return response.headers().stream()
                .filter(header -> header.name().equalsIgnoreCase("content-security-policy"))
                .map(header -> FRAME_ANCESTORS.matcher(header.value()))
                .filter(Matcher::find)
                .map(policy -> "by its Content-Security-Policy: %s, which does not allow %s to show it in a frame"
                        .formatted(SafeText.line(policy.group(1).strip(), SHOWN), page(frame)))
                .findFirst();
    }

    private static Optional<String> byOptions(Exchange.Response response, Exchange frame) {
        return response.header("x-frame-options")
                .map(options -> "by its X-Frame-Options: %s, which %s"
                        .formatted(
                                SafeText.line(options, SHOWN),
                                options.strip().toLowerCase(Locale.ROOT).equals("deny")
                                        ? "allows no page to show it in a frame"
                                        : "does not allow " + page(frame) + " to show it in a frame"));
    }

    private static String page(Exchange frame) {
        var origin = Origins.of(frame.initiator().url());
        return origin.isEmpty() ? "the page" : "the page " + origin;
    }

    /** Return whether the browser logs it with this text, in which it names no more than the origin. */
    static boolean isSaidBy(String text, Exchange frame) {
        return (text.startsWith("Framing '") || text.startsWith("Refused to display '"))
                && text.contains("'" + Origins.of(frame.url()) + "/'")
                && words(frame).isPresent();
    }
}
