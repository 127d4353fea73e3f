package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.network.Exchanges;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.internal.transcript.BoundedMap;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Cookies of responses that Chrome refused, and cookies that it held back from a request.
 * Told when all messages were seen, because what went over the wire may be told before the request that it belongs to.
 */
final class CookieDetector implements Detector {

    private static final int REMEMBERED = 10_000;
    private static final int URL = 80;
    private static final int NAME = 40;

    /** How Chrome says why it has not sent or stored a cookie. */
    private static final String BLOCKED = "\"blockedReasons\":[\"";

    private static final Pattern SET_COOKIE = Pattern.compile("(?i)\"set-cookie\"");
    private static final Pattern DOMAIN = Pattern.compile("(?i);\\s*domain\\s*=\\s*([^;\\s]+)");

    /** What a page asks for because its own script or a person wants an answer. */
    private static final Set<String> OWN_REQUESTS = Set.of("Document", "Fetch", "XHR", "EventSource", "WebSocket");

    /** Its methods are written out for the reason that {@link SessionId} gives. */
    private record Key(SessionId session, String requestId) {

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Key key && session.equals(key.session) && requestId.equals(key.requestId);
        }

        @Override
        public int hashCode() {
            return 31 * session.hashCode() + requestId.hashCode();
        }
    }

    /** A request, or one hop of it. */
    private record Request(String method, String url, String type, String frame, boolean byOwnScript) {

        static final Request UNKNOWN = new Request("", "", "Document", "", true);

        static Request of(RecordedMessage message) {
            var params = Detector.read(message, "params");
            var request = params.path("request");
            return new Request(
                    CookieDetector.text(request, "method"),
                    CookieDetector.text(request, "url") + CookieDetector.text(params, "url"),
                    params.path("type").asString("WebSocket"),
                    CookieDetector.text(params, "frameId"),
                    isByOwnScript(params));
        }

        String text() {
            return url.isEmpty()
                    ? "a request whose beginning was not recorded"
                    : (method + " " + SafeText.line(url, URL)).strip();
        }
    }

    /** The name of a cookie and the domain that it belongs to, empty if that is the host of the request. */
    private record Cookie(String name, String domain) {}

    private record Blocked(Cookie cookie, List<String> reasons) {}

    /**
     * What was told of the cookies of one hop.
     *
     * @param hop how many hops of the request came before it
     * @param by the command that set the cookies, empty if a response did or none were set
     */
    private record Told(
            RecordedMessage message,
            Key key,
            int hop,
            boolean response,
            String by,
            List<Cookie> set,
            List<Blocked> blocked) {}

    private record Repeated(boolean response, String host, String name, String why, SessionId session) {}

    private final RecordedTargets targets;

    /** The messages that began requests, and each further hop of them; read if they have to be told. */
    private final Map<Key, List<RecordedMessage>> requests = new BoundedMap<>(REMEMBERED);

    private final Map<Key, int[]> hops = new BoundedMap<>(REMEMBERED);
    private final Map<Long, Told> toldCookies = new BoundedMap<>(REMEMBERED);
    private final Set<String> toldNames = new HashSet<>();

    /** The ids of frames of other sites, by the session that each has. */
    private final Map<String, String> frames = new BoundedMap<>(REMEMBERED);

    /** The ids of those of which the test asked something. */
    private final Map<String, Boolean> askedFrames = new BoundedMap<>(REMEMBERED);

    CookieDetector(RecordedTargets targets) {
        this.targets = targets;
    }

    @Override
    public void look(RecordedMessage message, Findings findings) {
        if (message.isCommand() && frames.containsKey(message.session().value()) && LastWait.isOfTest(message)) {
            askedFrames.put(frames.get(message.session().value()), true);
        }
        switch (message.method()) {
            case "Target.attachedToTarget" -> {
                var params = Detector.read(message, "params");
                if (text(params.path("targetInfo"), "type").equals("iframe")) {
                    frames.put(text(params, "sessionId"), text(params.path("targetInfo"), "targetId"));
                }
            }
            case "Network.requestWillBeSent", "Network.webSocketCreated" -> {
                if (message.isEvent()) {
                    begin(message);
                }
            }
            case "Network.requestWillBeSentExtraInfo" -> sent(message);
            case "Network.responseReceivedExtraInfo" -> received(message);
            case "Network.setCookie", "Network.setCookies", "Storage.setCookies" -> {
                if (message.isCommand()) {
                    command(message);
                }
            }
            default -> {
                // tells of no cookie
            }
        }
    }

    private void begin(RecordedMessage message) {
        var requestsOfKey = requests.computeIfAbsent(key(message), key -> new ArrayList<>(1));
        if (!requestsOfKey.isEmpty()) {
            var params = Detector.read(message, "params");
            if (!params.path("redirectResponse").isMissingNode()
                    && !params.path("redirectHasExtraInfo").asBoolean(true)) {
                requestsOfKey.remove(requestsOfKey.size() - 1); // nothing is told of what went over the wire for it
            }
        }
        requestsOfKey.add(message);
    }

    /** What a script of another host asks for is not the page's doing. */
    private static boolean isByOwnScript(JsonNode params) {
        var initiator = params.path("initiator");
        var frames = initiator.path("stack").path("callFrames");
        var script = frames.isEmpty() ? text(initiator, "url") : text(frames.path(0), "url");
        return host(script).isEmpty() || host(script).equals(host(text(params, "documentURL")));
    }

    private void sent(RecordedMessage message) {
        int hop = hop(message, 0);
        if (!message.json().contains(BLOCKED)) {
            return;
        }
        var blocked = blocked(Detector.read(message, "params").path("associatedCookies"));
        if (!blocked.isEmpty()) {
            toldCookies.put(message.sequence(), new Told(message, key(message), hop, false, "", List.of(), blocked));
        }
    }

    private void received(RecordedMessage message) {
        int hop = hop(message, 1);
        if (!message.json().contains(BLOCKED)
                && !SET_COOKIE.matcher(message.json()).find()) {
            return;
        }
        var params = Detector.read(message, "params");
        var blocked = blocked(params.path("blockedCookies"));
        var set = new ArrayList<Cookie>();
        params.path("headers").properties().forEach(header -> {
            if (header.getKey().equalsIgnoreCase("Set-Cookie")) {
                header.getValue()
                        .asString("")
                        .lines()
                        .map(CookieDetector::cookie)
                        .forEach(set::add);
            }
        });
        blocked.forEach(each ->
                set.removeIf(cookie -> cookie.name().equals(each.cookie().name())));
        if (!blocked.isEmpty() || !set.isEmpty()) {
            toldCookies.put(message.sequence(), new Told(message, key(message), hop, true, "", set, blocked));
        }
    }

    private void command(RecordedMessage message) {
        var params = Detector.read(message, "params");
        var cookies = params.path("cookies").isArray() ? params.path("cookies") : List.of(params);
        var set = StreamSupport.stream(cookies.spliterator(), false)
                .map(cookie -> new Cookie(
                        text(cookie, "name"),
                        text(cookie, "domain").isEmpty() ? host(text(cookie, "url")) : domain(text(cookie, "domain"))))
                .toList();
        toldCookies.put(message.sequence(), new Told(message, key(message), 0, true, message.method(), set, List.of()));
    }

    /** Return which of the hops of a request is meant, since what went over the wire is told in their order. */
    private int hop(RecordedMessage message, int direction) {
        return hops.computeIfAbsent(key(message), key -> new int[2])[direction]++;
    }

    private static List<Blocked> blocked(JsonNode cookies) {
        return StreamSupport.stream(cookies.spliterator(), false)
                .map(CookieDetector::blockedCookie)
                .filter(each -> !BlockedReasons.areAsMeant(each.reasons()))
                .toList();
    }

    private static Blocked blockedCookie(JsonNode entry) {
        var reasons = StreamSupport.stream(entry.path("blockedReasons").spliterator(), false)
                .map(reason -> reason.asString(""))
                .toList();
        var parsed = entry.path("cookie");
        var cookie = parsed.isObject()
                ? new Cookie(text(parsed, "name"), domain(text(parsed, "domain")))
                : cookie(text(entry, "cookieLine")); // which is all that Chrome tells of what it could not accept
        return new Blocked(cookie, reasons);
    }

    /** Read the name and the domain of a {@code Set-Cookie} header; what has no equals sign is a value without a name. */
    private static Cookie cookie(String line) {
        int end = line.indexOf(';');
        var pair = end < 0 ? line : line.substring(0, end);
        int equals = pair.indexOf('=');
        var domain = DOMAIN.matcher(line);
        return new Cookie(
                equals < 0 ? "" : pair.substring(0, equals).strip(), domain.find() ? domain(domain.group(1)) : "");
    }

    @Override
    public void end(PointInTime end, Findings findings) {
        if (toldCookies.values().stream().allMatch(each -> each.blocked().isEmpty())) {
            return;
        }
        var setters = new HashMap<Cookie, String>();
        var sentences = new HashMap<Repeated, String>();
        for (var each : toldCookies.values()) {
            var request = request(each);
            for (var blocked : each.blocked()) {
                if (isTold(request, blocked)) {
                    add(each, request, blocked, setters, sentences, findings);
                }
            }
            var setter = "%s (message %d)"
                    .formatted(
                            each.by().isEmpty() ? request.text() : each.by(),
                            each.message().sequence());
            each.set().forEach(cookie -> setters.put(withHost(cookie, request), setter));
        }
    }

    private Request request(Told each) {
        var requestsOfKey = requests.get(each.key());
        if (requestsOfKey == null) {
            // The script of a worker is asked for in the session of its page, and answered in that of the worker.
            requestsOfKey = requests.entrySet().stream()
                    .filter(entry ->
                            entry.getKey().requestId().equals(each.key().requestId()))
                    .map(Map.Entry::getValue)
                    .findFirst()
                    .orElse(List.of());
        }
        return requestsOfKey.isEmpty()
                ? Request.UNKNOWN
                : Request.of(requestsOfKey.get(Math.min(each.hop(), requestsOfKey.size() - 1)));
    }

    private boolean isTold(Request request, Blocked blocked) {
        if (request.type().equals("Other")) { // the browser's own, for the icon of a site for example
            return false;
        }
        return !BlockedReasons.areOfThirdParties(blocked.reasons())
                || (OWN_REQUESTS.contains(request.type())
                        && (request.byOwnScript() || askedFrames.containsKey(request.frame())));
    }

    /** Return whether a cookie of this name has been told. */
    boolean hasTold(String name) {
        return toldNames.contains(name);
    }

    private void add(
            Told each,
            Request request,
            Blocked blocked,
            Map<Cookie, String> setters,
            Map<Repeated, String> sentences,
            Findings findings) {
        var name = blocked.cookie().name();
        var cookie = name.isEmpty() ? "a cookie without a name" : "the cookie \"" + SafeText.line(name, NAME) + "\"";
        var why = BlockedReasons.words(blocked.reasons(), name);
        var sites = BlockedReasons.areAboutSites(blocked.reasons()) ? sites(each.message(), request) : "";
        var setter = setters.get(withHost(blocked.cookie(), request));
        var sentence = sentences.computeIfAbsent(
                new Repeated(
                        each.response(),
                        host(request.url()),
                        name,
                        why,
                        each.message().session()),
                first -> each.response()
                        ? "Chrome refused %s of %s: %s".formatted(cookie, request.text(), why + sites)
                        : "Chrome did not send %s with %s: %s%s"
                                .formatted(
                                        cookie,
                                        request.text(),
                                        why + sites,
                                        setter == null ? "" : "; set by " + setter));
        toldNames.add(name);
        findings.add(Suspicion.Kind.COOKIE, each.message(), sentence);
    }

    /** Return the hosts of the page and of what was asked for; empty if they are the same, or one is not known. */
    private String sites(RecordedMessage message, Request request) {
        var page = host(targets.pageOf(targets.of(message.session())).urlAt(message.elapsed()));
        var asked = host(request.url());
        return page.isEmpty() || asked.isEmpty() || page.equals(asked)
                ? ""
                : "; the page is of %s, the request goes to %s"
                        .formatted(SafeText.line(page, URL), SafeText.line(asked, URL));
    }

    private static Cookie withHost(Cookie cookie, Request request) {
        return cookie.domain().isEmpty() ? new Cookie(cookie.name(), host(request.url())) : cookie;
    }

    private static Key key(RecordedMessage message) {
        return new Key(message.session(), Exchanges.requestId(message.json()));
    }

    private static String domain(String domain) {
        return (domain.startsWith(".") ? domain.substring(1) : domain).toLowerCase(Locale.ROOT);
    }

    private static String host(String url) {
        try {
            var host = URI.create(url).getHost();
            return host == null ? "" : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
