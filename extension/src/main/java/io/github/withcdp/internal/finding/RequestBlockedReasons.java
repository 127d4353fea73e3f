package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.SafeText;

/** Says in words why Chrome did not let a request through, or kept its answer from the page. */
final class RequestBlockedReasons {

    private RequestBlockedReasons() {}

    /**
     * Return who or what blocked it: behind {@code was blocked}.
     *
     * @param reason in Chrome's words
     * @param origin of the page that asked, may be empty
     */
    static String words(String reason, String origin) {
        var page = origin.isEmpty() ? "the page" : "the page " + origin;
        return switch (reason) {
            case "csp" -> "by the Content-Security-Policy of the page";
            case "mixed-content" -> "because " + page + " is secure, and may not load what is not https";
            case "origin" -> "because " + page + " may not load from there";
            case "inspector" -> "by DevTools (Network.setBlockedURLs or Fetch.failRequest)";
            case "integrity", "sri-message-signature-mismatch" ->
                "because its content is not the one that the integrity attribute stands for";
            case "subresource-filter" -> "by Chrome's filter of advertisements";
            case "content-type" -> "because its Content-Type is none for what it was loaded as";
            case "coep-frame-resource-needs-coep-header" ->
                "because the page has Cross-Origin-Embedder-Policy, and this document has not";
            case "coop-sandboxed-iframe-cannot-navigate-to-coop-page" ->
                "because a document with Cross-Origin-Opener-Policy cannot be shown by a sandboxed page";
            case "corp-not-same-origin" ->
                "by its Cross-Origin-Resource-Policy: same-origin, as " + page + " is another origin";
            case "corp-not-same-site" ->
                "by its Cross-Origin-Resource-Policy: same-site, as " + page + " is another site";
            case "corp-not-same-origin-after-defaulted-to-same-origin-by-coep",
                    "corp-not-same-origin-after-defaulted-to-same-origin-by-coep-and-dip" ->
                "because the page has Cross-Origin-Embedder-Policy, and the answer has no Cross-Origin-Resource-Policy: cross-origin";
            case "corp-not-same-origin-after-defaulted-to-same-origin-by-dip" ->
                "because the page has Document-Isolation-Policy, and the answer has no Cross-Origin-Resource-Policy: cross-origin";
            case "other" -> "by Chrome, which gave no reason";
            default -> "by Chrome, which says " + SafeText.line(reason, 80);
        };
    }
}
