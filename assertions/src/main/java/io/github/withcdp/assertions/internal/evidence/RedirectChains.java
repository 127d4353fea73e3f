package io.github.withcdp.assertions.internal.evidence;

import io.github.withcdp.recording.Exchange;
import java.util.List;
import java.util.stream.Stream;

/** Takes chains of redirects apart: each hop is a request that somebody made and somebody answered. */
public final class RedirectChains {

    private RedirectChains() {}

    public static List<Exchange> of(List<? extends Exchange> exchanges) {
        return exchanges.stream().flatMap(exchange -> of(exchange).stream()).toList();
    }

    public static List<Exchange> of(Exchange exchange) {
        return Stream.concat(exchange.redirects().stream(), Stream.of(exchange)).toList();
    }
}
