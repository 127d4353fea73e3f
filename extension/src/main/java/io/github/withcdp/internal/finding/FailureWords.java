package io.github.withcdp.internal.finding;

import io.github.withcdp.recording.Exchange;

/** Says why a request failed, in the words of the findings, as far as it tells that itself. */
public final class FailureWords {

    private FailureWords() {}

    /**
     * Return them, to be said behind what was answered: {@code but CORS keeps the answer from the page …}; empty if it did not fail, or the status
     * says all.
     */
    public static String of(Exchange exchange) {
        var allowed = exchange.response()
                .flatMap(response -> response.header("access-control-allow-origin"))
                .orElse("");
        boolean isAboutOrigin = exchange.failure()
                .filter(reason -> reason.corsError().contains("AllowOrigin"))
                .isPresent();
        return new FailedRequest(exchange, isAboutOrigin ? allowed : "", 0, "", "").why();
    }
}
