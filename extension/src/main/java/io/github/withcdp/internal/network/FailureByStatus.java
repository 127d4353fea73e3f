package io.github.withcdp.internal.network;

import io.github.withcdp.recording.Exchange;
import java.util.Set;

/** A failure of which the status of the answer says all: 400 or more, for a document without content, or for the script of a worker. */
public final class FailureByStatus {

    private static final Set<String> ERRORS = Set.of("net::ERR_HTTP_RESPONSE_CODE_FAILURE", "net::ERR_FAILED");

    private FailureByStatus() {}

    /** Return whether a request failed, and only because of its status. */
    public static boolean is(Exchange exchange) {
        return exchange.status() >= 400
                && exchange.failure()
                        .filter(failure -> ERRORS.contains(failure.errorText())
                                && failure.corsError().isEmpty()
                                && failure.blockedReason().isEmpty())
                        .isPresent();
    }
}
