package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.finding.Suspicion.Kind;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.Exchange;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The requests that have been told. What the browser logs about one, what {@code fetch} rejects with and nobody catches, and what the page
 * writes to the console about its URL tell of the same thing again: they become a part of the finding.
 */
final class FailedRequests {

    /** So many are compared with what a page says. */
    private static final int COMPARED = 100;

    private static final int CLAUSE = 160;

    /** What a promise of {@code fetch} is rejected with, in Chromium and in Firefox; it names no URL. */
    private static final Pattern REJECTION = Pattern.compile(
            "TypeError: (?:Failed to fetch|NetworkError when attempting to fetch resource)\\b.*", Pattern.DOTALL);

    private static final Set<String> REJECTED = Set.of("Fetch", "XHR", "Preflight", "Other", "");

    /** What {@code navigator.serviceWorker.register} is rejected with; it names the script. */
    private static final String REGISTRATION = "Failed to register a ServiceWorker";

    /** What the browser logs in the page that wanted a worker about the script, without its URL. */
    private static final Pattern WORKER_SCRIPT = Pattern.compile(
            "(?:Failed to fetch a worker script|A bad HTTP response code \\(|The script has an unsupported MIME type|An unknown error occurred when fetching the script|The script resource is behind a redirect).*",
            Pattern.DOTALL);

    /** What the browser logs of an EventSource that got no events, without its URL. */
    private static final String EVENT_SOURCE = "EventSource's response has a ";

    /** How much of a text is searched for a URL. */
    private static final int SEARCHED = 2_000;

    private static final int SHORTEST_PATH = 3;

    private record Told(Exchange exchange, Finding finding, String url, String path) {

        static Told of(Exchange exchange, Finding finding) {
            var url = exchange.url().replaceAll("#.*", "");
            return new Told(
                    exchange,
                    finding,
                    url,
                    url.replaceFirst("^[a-z]+://[^/?]*", "").replaceAll("\\?.*", ""));
        }

        /** Whether a text speaks of the URL; the path of a site's first page is in too many. */
        boolean isNamedIn(String text) {
            return contains(text, url, 1) || contains(text, path, SHORTEST_PATH);
        }

        private static boolean contains(String text, String url, int shortest) {
            int at = url.length() < shortest ? -1 : text.indexOf(url);
            int end = at + url.length();
            return at >= 0 && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
        }
    }

    private final RecordedTargets targets;
    private final Map<String, Finding> byId = new HashMap<>();
    private final Deque<Told> latest = new ArrayDeque<>();

    /** The requests whose rejection has been told: each has one. */
    private final Set<Long> rejected = new HashSet<>();

    FailedRequests(RecordedTargets targets) {
        this.targets = targets;
    }

    void add(Exchange exchange, Finding finding) {
        byId.put(exchange.id(), finding);
        latest.addFirst(Told.of(exchange, finding));
        if (latest.size() > COMPARED) {
            latest.removeLast();
        }
    }

    /** Return whether the request of this id has been told. */
    boolean haveTold(String request) {
        return byId.containsKey(request);
    }

    /**
     * Add what was said to the finding that it is about.
     *
     * @param request the id of the request that the browser says it is about; may be empty
     * @param as what it would be by itself
     * @return whether it is about one that has been told
     */
    boolean absorb(ConsoleMessage message, String request, Kind as) {
        var logged = byId.get(request);
        if (logged != null) {
            logged.alsoTold(as, message.sequence(), "");
            return true;
        }
        var toldRequest = message.source() == ConsoleMessage.Source.EXCEPTION
                ? rejected(message.text(), message.session(), message.elapsed())
                : namedIn(message);
        toldRequest.ifPresent(one -> one.finding().alsoTold(as, message.sequence(), clause(message, one.finding())));
        return toldRequest.isPresent();
    }

    /** Add what an evaluation has thrown to the finding about the request that made it throw, and return whether there is one. */
    boolean absorb(CommandDetector.Rejection rejection) {
        var message = rejection.message();
        var toldRequest = rejected(rejection.text(), message.session(), message.elapsed());
        toldRequest.ifPresent(one -> one.finding()
                .alsoTold(Kind.EXCEPTION, message.sequence(), "; " + SafeText.line(rejection.sentence(), CLAUSE)));
        return toldRequest.isPresent();
    }

    /** Return whether this is what a request that failed makes a promise be rejected with. */
    static boolean isRejection(String text) {
        return REJECTION.matcher(text).matches() || isRegistration(text);
    }

    private static boolean isRegistration(String text) {
        return text.contains(REGISTRATION);
    }

    private Optional<Told> rejected(String text, SessionId session, Duration moment) {
        if (isRegistration(text)) {
            var searched = text.substring(0, Math.min(SEARCHED, text.length()));
            return latest.stream()
                    .filter(toldRequest -> toldRequest.isNamedIn(searched) && isOfSamePage(toldRequest, session))
                    .findFirst();
        }
        var found = isRejection(text)
                ? latest.stream()
                        .filter(toldRequest -> toldRequest.exchange().failure().isPresent()
                                && REJECTED.contains(toldRequest.exchange().resourceType())
                                && isOfSamePage(toldRequest, session)
                                && toldRequest.exchange().timing().ended().compareTo(moment) <= 0
                                && !rejected.contains(toldRequest.exchange().sequence()))
                        .findFirst()
                : Optional.<Told>empty();
        found.ifPresent(toldRequest -> rejected.add(toldRequest.exchange().sequence()));
        return found;
    }

    /** The browser logs what CORS forbids before it tells that the request has failed. */
    private Optional<Told> namedIn(ConsoleMessage message) {
        var text = message.text().substring(0, Math.min(SEARCHED, message.text().length()));
        return latest.stream()
                .filter(toldRequest -> (toldRequest.isNamedIn(text)
                                || isWorkerScriptIn(text, toldRequest)
                                || isEventSourceIn(text, toldRequest)
                                || FrameRefusal.isSaidBy(text, toldRequest.exchange()))
                        && isOfSamePage(toldRequest, message.session())
                        && toldRequest.exchange().timing().started().compareTo(message.elapsed()) <= 0)
                .findFirst();
    }

    private boolean isWorkerScriptIn(String text, Told toldRequest) {
        return WORKER_SCRIPT.matcher(text).matches()
                && targets.worker(toldRequest.exchange().id()).isPresent();
    }

    private static boolean isEventSourceIn(String text, Told toldRequest) {
        return text.startsWith(EVENT_SOURCE)
                && toldRequest.exchange().resourceType().equals("EventSource");
    }

    private boolean isOfSamePage(Told toldRequest, SessionId session) {
        var asked = targets.pageOf(targets.of(toldRequest.exchange().session()));
        return asked.id().equals(targets.pageOf(targets.of(session)).id());
    }

    private static String clause(ConsoleMessage message, Finding finding) {
        return switch (message.source()) {
            case EXCEPTION ->
                isRegistration(message.text())
                        ? "; nobody caught what register() was rejected with"
                        : "; nobody caught the " + thrown(message, finding);
            case CONSOLE -> "; console." + message.type() + ": " + SafeText.line(message.text(), CLAUSE);
            case LOG -> "";
        };
    }

    /** The line is told already if it is the one that asked. */
    private static String thrown(ConsoleMessage message, Finding finding) {
        var text = SafeText.line(message.text(), CLAUSE);
        return finding.names(SafeText.line(message.url(), CLAUSE) + ":" + message.line())
                ? text
                : ConsoleSuspicions.at(text, ConsoleSuspicions.place(message));
    }
}
