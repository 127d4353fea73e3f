package io.github.withcdp.internal.report.story;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** Windows that pages open and pages that go away, as the events of targets tell. */
final class TargetSteps {

    /** What is longer is not parsed. */
    private static final int LONGEST = 1 << 20;

    private record Target(String id, boolean isPage, boolean isPopup) {}

    private final Map<SessionId, Target> targets = new HashMap<>();
    private final Set<String> windows = new HashSet<>();

    /** The sessions that the test ended itself: their pages stay. */
    private final Set<SessionId> left = new HashSet<>();

    /** Whether the test has ended the browser: that its pages go with it is no news. */
    private boolean browserEnding;

    /** The calls of which no window has come yet. */
    private final List<WindowStep> called = new ArrayList<>();

    /** Look at the next message, and return what it is a step of. */
    Optional<Step> look(RecordedMessage message) {
        return switch (message.method()) {
            case "Page.windowOpen" -> message.isEvent() ? Optional.of(called(message)) : Optional.empty();
            case "Target.attachedToTarget" -> {
                attached(params(message));
                yield Optional.empty();
            }
            case "Target.detachFromTarget" -> {
                if (message.isCommand()) {
                    left.add(session(params(message)));
                }
                yield Optional.empty();
            }
            case "Browser.close", "Browser.crash" -> {
                browserEnding = true;
                yield Optional.empty();
            }
            case "Target.detachedFromTarget" -> gone(message);
            default -> Optional.empty();
        };
    }

    private static JsonNode params(RecordedMessage message) {
        return (message.json().length() > LONGEST ? MissingNode.getInstance() : message.tree()).path("params");
    }

    private static SessionId session(JsonNode params) {
        return new SessionId(params.path("sessionId").asString(""));
    }

    private Step called(RecordedMessage message) {
        boolean isShort = message.json().length() <= LONGEST;
        var step = new WindowStep(message, isShort ? params(message).path("url").asString("") : "(too long)");
        called.add(step);
        return step;
    }

    private void attached(JsonNode params) {
        var info = params.path("targetInfo");
        var id = info.path("targetId").asString("");
        var opener = info.path("openerId").asString("");
        boolean isPage = info.path("type").asString("").equals("page");
        targets.put(session(params), new Target(id, isPage, !opener.isEmpty()));
        if (isPage && !opener.isEmpty() && windows.add(id)) {
            opened(List.of(opener, info.path("openerFrameId").asString(opener)));
        }
    }

    /** A window is attached to before the page that wanted it goes on, so it belongs to the latest call. */
    private void opened(List<String> openers) {
        for (int i = called.size() - 1; i >= 0; i--) {
            var target = targets.get(called.get(i).session());
            if (target != null && openers.contains(target.id())) {
                called.remove(i).opened();
                return;
            }
        }
    }

    private Optional<Step> gone(RecordedMessage message) {
        var session = session(params(message));
        var target = targets.remove(session);
        return target != null && target.isPage() && !left.contains(session) && !browserEnding
                ? Optional.of(new GonePageStep(message, session, target.isPopup()))
                : Optional.empty();
    }
}
