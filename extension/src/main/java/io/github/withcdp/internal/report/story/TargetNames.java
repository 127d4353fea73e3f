package io.github.withcdp.internal.report.story;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What pages, popups, frames and workers are called where there are several: by their sort and the path they were at last,
 * {@code popup /pay}.
 */
public final class TargetNames {

    private static final int LONGEST = 60;

    /** As many as anybody tells apart. */
    private static final int MOST = 1_000;

    private final Map<SessionId, String> names;

    private TargetNames(Map<SessionId, String> names) {
        this.names = names;
    }

    /**
     * A target as it was last.
     *
     * @param type in Chrome's words
     */
    public record Known(SessionId session, String type, String url) {}

    /**
     * Find names.
     *
     * @param messages of which those are read that tell of a new target
     * @param knownTargets targets as they were last, which messages do not tell of those that are there still
     */
    public static TargetNames of(Iterable<RecordedMessage> messages, List<Known> knownTargets) {
        var targets = new LinkedHashMap<SessionId, Known>();
        knownTargets.stream().limit(MOST).forEach(target -> targets.put(target.session(), target));
        for (var message : messages) {
            if (message.isEvent() && message.method().equals("Target.attachedToTarget") && targets.size() < MOST) {
                attached(message, targets);
            }
        }
        targets.values()
                .removeIf(target ->
                        target.type().equals("browser") || target.type().equals("tab"));
        return new TargetNames(named(targets.values().stream().toList()));
    }

    private static void attached(RecordedMessage message, Map<SessionId, Known> targets) {
        var params = message.tree().path("params");
        var info = params.path("targetInfo");
        var session = new SessionId(params.path("sessionId").asString(""));
        var before = targets.get(session);
        var type = info.path("type").asString("");
        boolean isPopup =
                type.equals("page") && !info.path("openerId").asString("").isEmpty();
        targets.put(
                session,
                new Known(
                        session,
                        isPopup ? "popup" : type,
                        before == null || before.url().isEmpty()
                                ? info.path("url").asString("")
                                : before.url()));
    }

    private static Map<SessionId, String> named(List<Known> targets) {
        boolean sameHost = targets.stream()
                        .flatMap(target -> host(target.url()).stream())
                        .distinct()
                        .count()
                < 2;
        var all = new ArrayList<String>();
        targets.forEach(target -> all.add((word(target.type()) + " " + place(target.url(), sameHost)).strip()));
        var names = new LinkedHashMap<SessionId, String>();
        for (int i = 0; i < targets.size(); i++) {
            var session = targets.get(i).session();
            boolean isUnique = Collections.frequency(all, all.get(i)) == 1;
            names.put(session, isUnique ? all.get(i) : all.get(i) + " @" + session.shortened());
        }
        return names;
    }

    private static String word(String type) {
        return switch (type) {
            case "iframe" -> "frame";
            case "" -> "session";
            default -> type.replace('_', ' ');
        };
    }

    private static String place(String url, boolean sameHost) {
        var place = uri(url).filter(uri -> uri.getHost() != null && uri.getRawPath() != null)
                .map(uri -> (sameHost ? "" : uri.getRawAuthority())
                        + (uri.getRawPath().isEmpty() ? "/" : uri.getRawPath()))
                .orElseGet(() -> url.startsWith("file:") ? url.substring(url.lastIndexOf('/') + 1) : url);
        return place.length() <= LONGEST ? place : place.substring(0, LONGEST) + "…";
    }

    private static Optional<String> host(String url) {
        return uri(url).flatMap(uri -> Optional.ofNullable(uri.getRawAuthority()));
    }

    private static Optional<URI> uri(String url) {
        try {
            return Optional.of(new URI(url));
        } catch (URISyntaxException asPagesMayHaveThem) {
            return Optional.empty();
        }
    }

    /** Return whether there is more than one. */
    public boolean areSeveral() {
        return names.size() > 1;
    }

    /** Return the name of a session, as its page wrote it; empty if it is unknown, or the browser's own. */
    public String of(SessionId session) {
        return names.getOrDefault(session, "");
    }
}
