package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.transcript.BoundedMap;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** Which targets a recording tells of, how they belong together, and what they are called. Other detectors ask it, so it looks first. */
final class RecordedTargets implements Detector {

    private static final int REMEMBERED = 10_000;

    private final Map<String, String> ids = new BoundedMap<>(REMEMBERED); // by their sessions
    private final Map<String, RecordedTarget> targets = new BoundedMap<>(REMEMBERED); // by their ids
    private final Map<String, RecordedTarget> sharedWorkersOfNobody = new BoundedMap<>(REMEMBERED); // by their ids

    @Override
    public void look(RecordedMessage message, Findings findings) {
        if (!message.session().equals(SessionId.BROWSER)) {
            targets.computeIfAbsent(idOf(message.session()), RecordedTarget::new);
        }
        if (!message.isEvent()) {
            return;
        }
        switch (message.method()) {
            case "Target.attachedToTarget" -> attached(message);
            case "Target.targetInfoChanged" -> {
                var info = Detector.read(message, "params").path("targetInfo");
                Optional.ofNullable(targets.get(text(info, "targetId")))
                        .ifPresent(target -> target.moved(message.elapsed(), text(info, "url")));
            }
            case "Page.frameNavigated" -> {
                var frame = Detector.read(message, "params").path("frame");
                if (text(frame, "parentId").isEmpty()) {
                    of(message.session()).moved(message.elapsed(), text(frame, "url"));
                }
            }
            case "Target.detachedFromTarget" -> {
                var session = text(Detector.read(message, "params"), "sessionId");
                Optional.ofNullable(ids.get(session))
                        .map(targets::get)
                        .ifPresent(target -> target.went(message.elapsed()));
            }
            case "Network.requestWillBeSent" -> requested(message);
            default -> {
                // about something else
            }
        }
    }

    private void attached(RecordedMessage message) {
        var params = Detector.read(message, "params");
        var info = params.path("targetInfo");
        var session = text(params, "sessionId");
        var id = text(info, "targetId");
        if (session.isEmpty() || id.isEmpty()) {
            return;
        }
        ids.put(session, id);
        var fields = new HashMap<String, String>();
        for (var name : new String[] {"type", "url", "openerId", "browserContextId"}) {
            if (!text(info, name).isEmpty()) {
                fields.put(name, text(info, name));
            }
        }
        boolean below = !message.session().equals(SessionId.BROWSER)
                && !text(info, "type").equals("page");
        var target = targets.computeIfAbsent(id, RecordedTarget::new);
        target.attached(message.elapsed(), fields, below ? of(message.session()).id() : "");
        if (target.type().equals("shared_worker")) {
            sharedWorkersOfNobody.put(id, target);
        }
    }

    /** The request for the script of a shared worker has the id of the worker, and tells who has started it. */
    private void requested(RecordedMessage message) {
        if (!sharedWorkersOfNobody.isEmpty()) {
            var worker = sharedWorkersOfNobody.remove(text(Detector.read(message, "params"), "requestId"));
            if (worker != null) {
                worker.belongsTo(of(message.session()).id());
            }
        }
    }

    /** Return what a session talks to; of one whose begin is not on record, nothing is known of it but that. */
    RecordedTarget of(SessionId session) {
        var id = idOf(session);
        var target = targets.get(id);
        return target == null ? new RecordedTarget(id) : target;
    }

    /** Return the worker of this id; empty if there is none, or it is no worker. */
    Optional<RecordedTarget> worker(String id) {
        return Optional.ofNullable(targets.get(id)).filter(RecordedTarget::isWorker);
    }

    /** Return the URL of the only script that service workers of an origin were made of; empty if there are none or several. */
    String serviceWorkerOf(String origin) {
        var scripts = targets.values().stream()
                .filter(target -> target.type().equals("service_worker"))
                .map(RecordedTarget::lastUrl)
                .filter(url -> !origin.isEmpty() && Origins.of(url).equals(origin))
                .distinct()
                .limit(2)
                .toList();
        return scripts.size() == 1 ? scripts.get(0) : "";
    }

    private String idOf(SessionId session) {
        return ids.getOrDefault(session.value(), session.value());
    }

    /** Return the page that a target is a part of, itself if it is a page. */
    RecordedTarget pageOf(RecordedTarget target) {
        return top(target, RecordedTarget::parent);
    }

    /** Return the page with which all began: the one that opened the one that opened the page of a target. */
    RecordedTarget firstOf(RecordedTarget target) {
        return top(pageOf(target), RecordedTarget::opener);
    }

    private RecordedTarget top(RecordedTarget target, Function<RecordedTarget, String> above) {
        var seen = new HashSet<String>();
        var at = target;
        while (seen.add(at.id())) {
            var next = targets.get(above.apply(at));
            if (next == null) {
                return at;
            }
            at = next;
        }
        return at;
    }

    /** Return what a session talked to at a moment: {@code popup /help}, with its origin if the first target of all has another one at last; empty for the browser. */
    String name(SessionId session, Duration moment) {
        if (session.equals(SessionId.BROWSER)) {
            return "";
        }
        var home = targets.values().stream().findFirst().orElseGet(() -> of(session));
        return of(session).name(moment, home.lastUrl());
    }

    /** The same, and nothing if there is only one target, so that everybody knows which. */
    String nameIfSeveral(SessionId session, Duration moment) {
        return targets.size() > 1 ? name(session, moment) : "";
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
