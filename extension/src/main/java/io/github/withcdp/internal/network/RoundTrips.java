package io.github.withcdp.internal.network;

import io.github.withcdp.recording.Exchange;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Exchanges with each redirect on the way as a round trip of its own, in the order in which they began: as reports and archives list them. */
public final class RoundTrips {

    /**
     * One round trip.
     *
     * @param next the URL that a redirect led to; empty if it was none
     */
    public record RoundTrip(Exchange exchange, String next) {}

    private RoundTrips() {}

    /** Return the round trips of exchanges. */
    public static List<RoundTrip> of(List<Exchange> exchanges) {
        var all = new ArrayList<RoundTrip>(exchanges.size());
        for (var exchange : exchanges) {
            var chain = exchange.redirects();
            for (int i = 0; i < chain.size(); i++) {
                var next = i + 1 < chain.size() ? chain.get(i + 1) : exchange;
                all.add(new RoundTrip(chain.get(i), next.url()));
            }
            all.add(new RoundTrip(exchange, ""));
        }
        all.sort(Comparator.comparingLong(trip -> trip.exchange().sequence()));
        return all;
    }
}
