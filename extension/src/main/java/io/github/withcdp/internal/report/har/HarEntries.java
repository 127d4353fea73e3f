package io.github.withcdp.internal.report.har;

import io.github.withcdp.internal.network.RoundTrips;
import io.github.withcdp.internal.network.RoundTrips.RoundTrip;
import io.github.withcdp.recording.Exchange;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.Map;

/** The entries of an archive in the order in which the requests were made, each made when it is asked for. A redirect is an entry of its own. */
final class HarEntries extends AbstractList<Map<String, Object>> {

    private final List<RoundTrip> trips;
    private final HarPages pages;
    private final Instant begin;

    HarEntries(List<Exchange> exchanges, HarPages pages, Instant begin) {
        this.pages = pages;
        this.begin = begin;
        trips = RoundTrips.of(exchanges);
    }

    @Override
    public Map<String, Object> get(int index) {
        var trip = trips.get(index);
        return new HarEntry(trip.exchange(), trip.next(), begin).entry(pages);
    }

    @Override
    public int size() {
        return trips.size();
    }
}
