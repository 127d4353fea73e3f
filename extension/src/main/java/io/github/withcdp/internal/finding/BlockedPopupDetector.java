package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.internal.transcript.BoundedMap;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Popups that Chrome blocked. It tells that a page calls {@code window.open()}, and not that nothing comes of it; but a popup that opens is
 * attached to before the page goes on, and only without a click or key of the user may one be blocked.
 * Nothing is said of pages whose popups are not attached to by themselves.
 */
final class BlockedPopupDetector implements Detector {

    private static final int REMEMBERED = 10_000;

    private final RecordedTargets targets;

    /** The pages that waited when they were attached to: so will their popups. */
    private final Set<String> watched = new HashSet<>();

    /** The latest call of each page of which nothing has come yet, by its target. */
    private final Map<String, RecordedMessage> called = new BoundedMap<>(REMEMBERED);

    BlockedPopupDetector(RecordedTargets targets) {
        this.targets = targets;
    }

    @Override
    public void look(RecordedMessage message, Findings findings) {
        switch (message.method()) {
            case "Target.attachedToTarget" -> attached(message);
            case "Page.windowOpen" -> {
                goesOn(message, findings);
                var page = page(message.session());
                if (watched.contains(page)
                        && !Detector.read(message, "params").path("userGesture").asBoolean(true)) {
                    called.put(page, message);
                }
            }
            case "Runtime.evaluate", "Runtime.callFunctionOn", "Input.dispatchMouseEvent", "Input.dispatchKeyEvent" -> {
                if (message.isAnswer()) {
                    goesOn(message, findings);
                }
            }
            case "Log.entryAdded" -> { // which tells that a sandbox forbids it, and is a finding itself
                if (Detector.read(message, "params")
                        .at("/entry/text")
                        .asString("")
                        .startsWith("Blocked opening '")) {
                    called.remove(page(message.session()));
                }
            }
            case "Page.loadEventFired", "Runtime.consoleAPICalled", "Runtime.exceptionThrown" ->
                goesOn(message, findings);
            default -> {
                // may be told while the popup is being made
            }
        }
    }

    private void attached(RecordedMessage message) {
        var params = Detector.read(message, "params");
        var info = params.path("targetInfo");
        if (params.path("waitingForDebugger").asBoolean(false) && watched.size() < REMEMBERED) {
            watched.add(info.path("targetId").asString(""));
        }
        called.remove(info.path("openerId").asString(""));
    }

    /** The page runs scripts again, so {@code window.open()} has returned. */
    private void goesOn(RecordedMessage message, Findings findings) {
        var call = called.remove(page(message.session()));
        if (call != null) {
            findings.add(
                    Suspicion.Kind.POPUP_BLOCKED,
                    call,
                    "Chrome blocked the popup %s: window.open() was not called for a click or a key of the user. Send one with Input.dispatchMouseEvent, or start the browser with --disable-popup-blocking, as WithCDP does"
                            .formatted(SafeText.line(
                                    Detector.read(call, "params").path("url").asString(""), 100)));
        }
    }

    private String page(SessionId session) {
        return targets.of(session).id();
    }
}
