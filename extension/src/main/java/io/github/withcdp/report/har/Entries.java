package io.github.withcdp.report.har;

import io.github.withcdp.recording.Exchange;
import java.time.Instant;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The entries of an archive in the order in which the requests were made, each made when it is asked for. A redirect is an entry of its own. */
final class Entries extends AbstractList<Map<String, Object>> {

    private record Item(Exchange exchange, String redirectUrl) {}

    private final List<Item> items;
    private final Pages pages;
    private final Instant begin;

    Entries(List<Exchange> exchanges, Pages pages, Instant begin) {
        this.pages = pages;
        this.begin = begin;
        items = new ArrayList<>(exchanges.size());
        for (var exchange : exchanges) {
            var chain = exchange.redirects();
            for (int i = 0; i < chain.size(); i++) {
                var next = i + 1 < chain.size() ? chain.get(i + 1) : exchange;
                items.add(new Item(chain.get(i), next.url()));
            }
            items.add(new Item(exchange, ""));
        }
        items.sort(Comparator.comparingLong(item -> item.exchange().sequence()));
    }

    @Override
    public Map<String, Object> get(int index) {
        var item = items.get(index);
        return new EntryMaker(item.exchange(), item.redirectUrl(), begin).entry(pages);
    }

    @Override
    public int size() {
        return items.size();
    }
}
