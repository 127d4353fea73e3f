package io.github.withcdp.internal.report.har;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Exchange;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The pages of an archive: one for each document that a page went to over the network. Knows which of them an exchange belongs to. */
final class HarPages {

    private static final int TITLE = 2_000;

    private final List<Map<String, Object>> list = new ArrayList<>();
    private final Map<SessionId, TreeMap<Long, String>> begun = new HashMap<>();
    private final Map<SessionId, SessionId> parents;

    HarPages(PageTimeline timeline, List<Exchange> exchanges) {
        parents = timeline.parents();
        var requests = new HashMap<String, Exchange>();
        for (var exchange : exchanges) {
            if (exchange.resourceType().equals("Document")) {
                requests.put(exchange.id(), exchange);
            }
        }
        for (var document : timeline.documents()) {
            var request = requests.remove(document.loader());
            if (request != null) {
                add(document, first(request), timeline);
            }
        }
    }

    List<Map<String, Object>> list() {
        return list;
    }

    /** Return the page that a session, or the one it was attached through, was on when a request was made. */
    Optional<String> of(SessionId session, long sequence) {
        var seen = new HashSet<SessionId>();
        for (Optional<SessionId> at = Optional.of(session);
                at.isPresent() && seen.add(at.get());
                at = Optional.ofNullable(parents.get(at.get()))) {
            var pages = begun.get(at.get());
            if (pages != null) {
                return Optional.ofNullable(pages.floorEntry(sequence)).map(Map.Entry::getValue);
            }
        }
        return Optional.empty();
    }

    private static Exchange first(Exchange request) {
        return request.redirects().isEmpty() ? request : request.redirects().get(0);
    }

    private void add(PageTimeline.Document document, Exchange first, PageTimeline timeline) {
        var id = "page_" + (list.size() + 1);
        var started = first.timing().started();
        begun.computeIfAbsent(document.session(), any -> new TreeMap<>()).put(first.sequence(), id);
        list.add(new HarObject()
                .add("startedDateTime", Milliseconds.moment(timeline.begin(), started))
                .add("id", id)
                .add("title", Truncation.text(document.url(), TITLE))
                .add(
                        "pageTimings",
                        new HarObject()
                                .add("onContentLoad", since(started, document.contentLoaded()))
                                .add("onLoad", since(started, document.loaded()))
                                .map())
                .map());
    }

    private static int since(Duration started, Optional<Duration> moment) {
        return moment.map(at -> Math.toIntExact(Math.min(
                        Integer.MAX_VALUE, Math.max(0, at.minus(started).toMillis()))))
                .orElse(-1);
    }
}
