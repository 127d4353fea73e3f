package io.github.withcdp.assertions.internal.evidence;

import io.github.withcdp.recording.Exchange;
import java.util.List;

/**
 * What was found out about a request.
 *
 * @param exchange as it was when it was judged
 * @param met whether it is as it should be
 * @param ending what to say after "it was not answered": {@code " within 5 s"}; may be empty
 * @param details how a browser that has gone took its leave
 */
public record Verdict(Exchange exchange, boolean met, String ending, List<String> details) {

    public static Verdict atOnce(Exchange exchange, boolean met) {
        return new Verdict(exchange, met, "", List.of());
    }

    public static boolean hasEnded(Exchange exchange) {
        return exchange.finished() || exchange.failure().isPresent();
    }

    public static boolean isAnswered(Exchange exchange) {
        return exchange.response().isPresent() || hasEnded(exchange);
    }
}
