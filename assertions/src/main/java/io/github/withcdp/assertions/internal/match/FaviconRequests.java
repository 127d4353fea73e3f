package io.github.withcdp.assertions.internal.match;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.recording.CapturedEvents;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The browser's own request for the icon of a site. It comes or does not, and at a time of its own, so nothing that counts requests can count on it:
 * it only counts where somebody asks for it by name.
 */
public final class FaviconRequests {

    /** The domains with events about requests. */
    private static final Set<String> DOMAINS = Set.of("Network", "Fetch", "Log");

    private static final Predicate<String> PLAIN = UrlPattern.matching("*://*/favicon.ico");
    private static final Predicate<String> WITH_QUERY = UrlPattern.matching("*://*/favicon.ico?**");

    private final CapturedEvents requests;
    private final Set<String> ids = new HashSet<>();
    private long seen;

    FaviconRequests(CapturedEvents events) {
        requests = events.named("Network.requestWillBeSent");
    }

    /** Return whether events like this may be about an icon that nobody has asked for. */
    static boolean mayBeIn(EventPattern pattern) {
        return DOMAINS.contains(pattern.domain()) && !isNamed(pattern.words());
    }

    /** Return which of some events can count as being like this. */
    public static Predicate<CDPEvent> counts(EventPattern pattern, CapturedEvents events) {
        if (!mayBeIn(pattern)) {
            return event -> true;
        }
        var icons = new FaviconRequests(events).requests();
        return event -> !icons.contains(requestOf(event));
    }

    /** Return whether somebody asks for it by name. */
    public static boolean isNamed(String words) {
        return words.toLowerCase(Locale.ROOT).contains("favicon");
    }

    /** Return the ids of the requests for icons that have begun by now. Each is looked at only once. */
    Set<String> requests() {
        requests.stream().skip(seen).forEach(event -> {
            seen++;
            var url = event.param("/request/url").asString("");
            if (PLAIN.test(url) || WITH_QUERY.test(url)) {
                ids.add(event.param("/requestId").asString(""));
            }
        });
        return ids;
    }

    /** Return the id of the request that an event is about; empty if it is about none. */
    static String requestOf(CDPEvent event) {
        return Stream.of("/networkId", "/entry/networkRequestId", "/requestId")
                .map(pointer -> event.param(pointer).asString(""))
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }
}
