package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.Exchange;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What Content-Security-Policies forbade, as the browser logs it; one that only reports forbids nothing. */
final class PolicyViolations {

    private static final String VIOLATES = "violates the following Content Security Policy directive";
    private static final String DIRECTIVE = VIOLATES + ": \"";
    private static final String ONLY_REPORTED = "The policy is report-only";
    private static final String FETCH = "Fetch API cannot load ";
    private static final String REFUSED =
            ". Refused to connect because it violates the document's Content Security Policy";
    private static final int SHOWN = 160;

    /** So many of the latest are compared with each request that was blocked, and none that is longer than Chrome's. */
    private static final int COMPARED = 100;

    private static final int LONGEST = 4_000;

    private final List<ConsoleMessage> logged;
    private final List<ConsoleMessage> thrown;
    private final Set<Long> toldMessages = new HashSet<>();

    /** Look for them in what was said up to the failure. */
    PolicyViolations(List<ConsoleMessage> console) {
        var all = console.stream()
                .filter(message -> isOne(message) && message.text().length() <= LONGEST)
                .toList();
        logged = all.subList(Math.max(0, all.size() - COMPARED), all.size());
        thrown = console.stream()
                .filter(message -> message.source() == ConsoleMessage.Source.EXCEPTION)
                .filter(message -> message.text().contains(VIOLATES))
                .toList();
    }

    /** Return whether the log tells of any in this session: if it tells of one, it tells of all. */
    boolean areLoggedIn(SessionId session) {
        return logged.stream().anyMatch(message -> message.session().equals(session));
    }

    /** Return whether an exception that nobody caught tells of one in this session: the log does not tell of what must not be evaluated. */
    boolean haveThrownIn(SessionId session) {
        return thrown.stream().anyMatch(message -> message.session().equals(session));
    }

    private static boolean isOne(ConsoleMessage message) {
        return message.source() == ConsoleMessage.Source.LOG && message.text().contains(VIOLATES);
    }

    /** Return whether a message says that something was forbidden on which a page may depend, more than on looks. */
    static boolean isGrave(ConsoleMessage message) {
        return isOne(message) && !message.text().startsWith("Applying inline style");
    }

    /** Return the directive that forbade a request, which the log need not tell again; empty if it does not tell. */
    String directiveAgainst(Exchange request) {
        if (request.url().length() > LONGEST) {
            return "";
        }
        var url = "'" + request.url().replaceFirst("#.*", "") + "'";
        var found = logged.stream()
                .filter(message -> message.session().equals(request.session())
                        && message.text().contains(url))
                .toList();
        found.forEach(message -> toldMessages.add(message.sequence()));
        return found.stream()
                .map(message -> directive(message.text()))
                .filter(directive -> !directive.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Return whether a message says what has been told otherwise, or forbids nothing. */
    boolean haveTold(ConsoleMessage message) {
        return toldMessages.contains(message.sequence())
                || (isOne(message) && message.text().contains(ONLY_REPORTED))
                || isSaidOfFetch(message);
    }

    /** Chrome logs what a page may not fetch once more, without the directive. */
    private boolean isSaidOfFetch(ConsoleMessage message) {
        int end = message.text().indexOf(REFUSED);
        if (end < 0 || !message.text().startsWith(FETCH)) {
            return false;
        }
        var url = "'" + message.text().substring(FETCH.length(), end) + "'";
        return logged.stream()
                .anyMatch(other -> other.session().equals(message.session())
                        && other.text().contains(url));
    }

    private static String directive(String text) {
        int begin = text.indexOf(DIRECTIVE) + DIRECTIVE.length();
        int end = begin < DIRECTIVE.length() ? -1 : text.indexOf('"', begin);
        return end < 0 ? "" : SafeText.line(text.substring(begin, end), SHOWN);
    }
}
