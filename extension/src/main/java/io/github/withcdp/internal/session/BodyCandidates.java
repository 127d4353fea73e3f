package io.github.withcdp.internal.session;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the requests of a recording whose bodies are not in it. */
final class BodyCandidates {

    /** Messages about requests that are looked at, the last ones: what came long before a failure has little to do with it. */
    private static final int LOOKED_AT = 20_000;

    private static final Set<String> TELLING = Set.of(
            "Network.requestWillBeSent",
            "Network.responseReceived",
            "Network.dataReceived",
            "Network.loadingFinished",
            "Network.getResponseBody",
            "Network.getRequestPostData");

    private final Map<String, BodyCandidate> requests = new LinkedHashMap<>();
    private final Map<SessionId, BodyCandidate> documents = new HashMap<>(); // the last one of each session
    private final Set<String> alreadyAsked = new HashSet<>();

    private BodyCandidates() {}

    /** Return those whose response is worth fetching, the most suspicious first, and of equals the newest first. */
    static List<BodyCandidate> responses(List<BodyCandidate> all, BodyCapture capture) {
        var last = capture == BodyCapture.EVERYTHING ? BodyCandidate.Worth.OTHER : BodyCandidate.Worth.TEXT;
        return all.stream()
                .filter(request -> request.worth().compareTo(last) <= 0)
                .sorted(Comparator.comparing(BodyCandidate::worth))
                .toList();
    }

    /** Return the requests of a recording, the newest first; without those whose body has been asked for already. */
    static List<BodyCandidate> in(Recording recording) {
        var telling = new ArrayList<RecordedMessage>();
        for (var message : recording.messages()) {
            if (TELLING.contains(message.method())) {
                telling.add(message);
            }
        }
        var candidates = new BodyCandidates();
        telling.subList(Math.max(0, telling.size() - LOOKED_AT), telling.size()).forEach(candidates::see);
        candidates.requests.keySet().removeAll(candidates.alreadyAsked);
        var newestFirst = new ArrayList<>(candidates.requests.values());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    private void see(RecordedMessage message) {
        var params = message.tree().path("params");
        var id = params.path("requestId").asString("");
        if (message.isCommand()) {
            alreadyAsked.add(id);
        } else if (message.isEvent() && !id.isEmpty()) {
            var earlier = requests.get(id);
            var request = earlier == null ? new BodyCandidate(id) : earlier;
            request.see(message.session(), message.method(), params);
            requests.put(id, request);
            if (earlier == null && request.isDocument()) {
                var before = documents.put(message.session(), request);
                if (before != null) {
                    before.left();
                }
            }
        }
    }
}
