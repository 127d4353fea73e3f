package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.recording.Exchange;
import java.util.List;
import java.util.Optional;

/** EventSources that got no events although no request failed, and those that the server ended while the page wanted more. */
final class EventSourceSuspicions {

    private static final String EVENTS = "text/event-stream";
    private static final int NO_CONTENT = 204;
    private static final int URL = 120;

    /** So many of the latest are compared with each other. */
    private static final int COMPARED = 500;

    private final List<Exchange> sources;

    /** Look for them in exchanges up to the failure. */
    EventSourceSuspicions(List<Exchange> exchanges) {
        var all = exchanges.stream()
                .filter(exchange -> exchange.resourceType().equals("EventSource"))
                .toList();
        sources = all.subList(Math.max(0, all.size() - COMPARED), all.size());
    }

    /**
     * Add them.
     *
     * @param failed is given those that got something else than events, of which the browser logs as well
     */
    void add(FailedRequests failed, Findings findings) {
        for (var source : sources) {
            if (isAnsweredOtherwise(source)) {
                failed.add(
                        source,
                        add(
                                source,
                                Suspicion.Kind.REQUEST_FAILED,
                                "got no events: the answer is %s, and no %s"
                                        .formatted(SafeText.line(mimeType(source), 40), EVENTS),
                                "",
                                findings));
            } else if (source.status() == NO_CONTENT && isFirst(source)) {
                add(
                        source,
                        Suspicion.Kind.REQUEST_FAILED,
                        "got no events: the answer is 204, which ends it for good",
                        "",
                        findings);
            } else {
                askedAgain(source)
                        .ifPresent(again -> add(
                                source,
                                Suspicion.Kind.SOCKET_CLOSED,
                                "was ended by the server, and Chrome asked again",
                                "; it had %s in %s, and the next began %s later"
                                        .formatted(
                                                events(source),
                                                Durations.format(source.took()),
                                                Durations.format(again.timing()
                                                        .started()
                                                        .minus(source.timing().ended()))),
                                findings));
            }
        }
    }

    private static Finding add(Exchange source, Suspicion.Kind kind, String what, String details, Findings findings) {
        return findings.addAlike(
                kind,
                source.timing().ended(),
                source.session(),
                List.of(source.sequence()),
                "EventSource " + SafeText.line(source.url(), URL) + " " + what,
                details);
    }

    /** Return how many events came. */
    static String events(Exchange source) {
        int count = source.frames().size();
        return count == 1 ? "1 event" : count + " events";
    }

    private static boolean isAnsweredOtherwise(Exchange source) {
        return source.status() == 200
                && !mimeType(source).isEmpty()
                && !mimeType(source).equalsIgnoreCase(EVENTS);
    }

    private static String mimeType(Exchange exchange) {
        return exchange.response().map(Exchange.Response::mimeType).orElse("");
    }

    /** Return whether nothing came before it: a server that has nothing more to say may end it so. */
    private boolean isFirst(Exchange source) {
        return sources.stream().noneMatch(other -> other.sequence() < source.sequence() && isSame(other, source));
    }

    /** Return the next connection, if the server ended this one well: a page that wanted no more would have closed it. */
    private Optional<Exchange> askedAgain(Exchange source) {
        boolean ended = source.finished() && source.failure().isEmpty() && source.status() == 200;
        return sources.stream()
                .filter(other -> ended && isSame(other, source))
                .filter(other ->
                        other.timing().started().compareTo(source.timing().ended()) >= 0)
                .findFirst();
    }

    private static boolean isSame(Exchange one, Exchange other) {
        return one.session().equals(other.session())
                && one.url().equals(other.url())
                && one.documentUrl().equals(other.documentUrl());
    }
}
