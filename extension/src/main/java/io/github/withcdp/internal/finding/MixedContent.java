package io.github.withcdp.internal.finding;

import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.Exchange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What secure pages asked for by {@code http}, as the browser logs it: it blocks that, or asks for the same by {@code https}. */
final class MixedContent {

    private static final String LOGGED = "Mixed Content: The page at ";
    private static final String UPGRADED = "This request was automatically upgraded to HTTPS";
    private static final String BLOCKED = "This request has been blocked";

    /** So many of the latest are compared with each request that failed, and none that is longer than Chrome's. */
    private static final int COMPARED = 100;

    private static final int LONGEST = 4_000;

    private final List<ConsoleMessage> logged;
    private final Set<Long> toldMessages = new HashSet<>();

    /** Look for it in what was said up to the failure. */
    MixedContent(List<ConsoleMessage> console) {
        var all = console.stream()
                .filter(message -> isOne(message) && message.text().length() <= LONGEST)
                .toList();
        logged = all.subList(Math.max(0, all.size() - COMPARED), all.size());
    }

    private static boolean isOne(ConsoleMessage message) {
        return message.source() == ConsoleMessage.Source.LOG && message.text().startsWith(LOGGED);
    }

    /** Return whether a message says that something was blocked, of which no request may tell: a frame. */
    static boolean isBlocked(ConsoleMessage message) {
        return isOne(message) && message.text().contains(BLOCKED);
    }

    /** Take what the log says of a request for told, as it is told with the request. */
    void tell(Exchange request) {
        logged.stream()
                .filter(message -> isAbout(message, request, request.url()))
                .forEach(message -> toldMessages.add(message.sequence()));
    }

    /** Return whether a message says what has been told with a request. */
    boolean haveTold(ConsoleMessage message) {
        return toldMessages.contains(message.sequence());
    }

    /** Return that a request is not the one that its page asked for, to be said behind what came of it; empty if it is. */
    String upgrade(Exchange request) {
        var asked = request.url().replaceFirst("^https:", "http:");
        boolean upgraded = !asked.equals(request.url())
                && logged.stream()
                        .anyMatch(message -> message.text().contains(UPGRADED) && isAbout(message, request, asked));
        return upgraded ? "; the page says http:, of which Chrome made https:, as the page is secure" : "";
    }

    private static boolean isAbout(ConsoleMessage message, Exchange request, String url) {
        return message.session().equals(request.session())
                && url.length() <= LONGEST
                && message.text().contains("'" + url.replaceFirst("#.*", "") + "'");
    }
}
