package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.IncomingEvent;
import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.recording.DetachReasons;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.session.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/**
 * What the events of a session tell about the state of its target, kept so that a time-out can name what is in the way.
 * Written by the reader thread, read by anybody.
 */
final class PageWatch {

    /** What an event means for the session itself. */
    enum Sign {
        NONE,
        CRASHED,
        RELOADED,
        GONE,
        DETACHED,
        MOVED,
        DIALOG_OPENED,
        DIALOG_CLOSED
    }

    /** What lets a paused request go on; to look at its body does not. */
    private static final Set<String> RELEASING = Set.of(
            "Fetch.continueRequest",
            "Fetch.continueResponse",
            "Fetch.continueWithAuth",
            "Fetch.failRequest",
            "Fetch.fulfillRequest");

    /** The ids of requests that are paused, each with a number of its own for this pause, because one may pause again. */
    private final Map<String, Long> pausedRequests = new ConcurrentHashMap<>();

    /** What has a script that a debugger stopped go on; the event that says so comes after the answer. */
    private static final Set<String> RESUMING = Set.of(
            "Debugger.continueToLocation",
            "Debugger.disable", // of which no event tells
            "Debugger.restartFrame",
            "Debugger.resume",
            "Debugger.stepInto",
            "Debugger.stepOut",
            "Debugger.stepOver");

    private long pauses; // of the reader thread
    private volatile Target target;
    private volatile long movedAt = System.nanoTime();
    private volatile String dialog = "";
    private final AtomicLong debuggerPause = new AtomicLong(); // its number, 0 if there is none
    private volatile boolean foreign;

    /** What is known of the load of the document that is there. */
    enum LoadState {
        UNKNOWN,
        UNDER_WAY,
        OVER
    }

    private static final Set<String> WITH_DOCUMENT = Set.of("http:", "https:", "about:blank", "blob:");

    private final Promise<Boolean> document = new Promise<>();
    private final WorkerScript script = new WorkerScript();
    private volatile LoadState load = LoadState.UNKNOWN;
    private volatile String openedUrl = "";

    PageWatch(Target target) {
        this.target = target;
    }

    Target target() {
        return target;
    }

    /** Note that the target is somebody else's, who deals with its dialogs. */
    void markForeign() {
        foreign = true;
    }

    boolean isForeign() {
        return foreign;
    }

    /** Kept when the page has a first document of its own, or will have none, so that the empty one it began with is all there is. */
    Promise<Boolean> document() {
        return document;
    }

    WorkerScript script() {
        return script;
    }

    LoadState load() {
        return load;
    }

    /**
     * Whether the window that has just been opened, of which this must be asked once, gets a document of its own: not if it is for a script, or for one
     * of the URLs that Chrome lets no page open. Where nobody has told of its URL, nothing can be expected.
     */
    boolean documentOpened() {
        var url = openedUrl;
        openedUrl = "";
        return WITH_DOCUMENT.stream().anyMatch(url::startsWith);
    }

    /** Whether the URL has been told again within a time. */
    boolean hasMovedWithin(Duration time) {
        return System.nanoTime() - movedAt < time.toNanos();
    }

    Sign see(IncomingEvent event) {
        return switch (event.method()) {
            // Chrome says so of a shared worker whenever it ends, and that it has gone as well.
            case "Inspector.targetCrashed" -> target.type().equals("shared_worker") ? Sign.NONE : Sign.CRASHED;
            case "Inspector.targetReloadedAfterCrash" -> Sign.RELOADED;
            case "Inspector.detached" -> detached(event.params().path("reason").asString(""));
            case "Page.frameNavigated" -> navigated(event.params().path("frame"));
            case "Page.navigatedWithinDocument" ->
                event.params().path("frameId").asString("").equals(target.id())
                        ? moved(event.params().path("url").asString(""))
                        : Sign.NONE;
            case "Inspector.workerScriptLoaded" -> {
                script.over();
                yield Sign.NONE;
            }
            case "Page.loadEventFired" -> {
                load = LoadState.OVER;
                yield Sign.NONE;
            }
            case "Page.frameStoppedLoading" -> stopped(event.params());
            case "Page.windowOpen" -> {
                openedUrl = event.params().path("url").asString("");
                yield Sign.NONE;
            }
            case "Page.javascriptDialogOpening" -> dialogOpened(event.params());
            case "Page.javascriptDialogClosed" -> {
                dialog = "";
                yield Sign.DIALOG_CLOSED;
            }
            case "Debugger.paused" -> {
                debuggerPause.set(++pauses);
                script.over(); // what runs can be asked
                yield Sign.NONE;
            }
            case "Debugger.resumed" -> {
                debuggerPause.set(0);
                yield Sign.NONE;
            }
            case "Fetch.requestPaused", "Fetch.authRequired" -> {
                pausedRequests.put(event.params().path("requestId").asString(""), ++pauses);
                yield Sign.NONE;
            }
            default -> Sign.NONE;
        };
    }

    private static Sign detached(String reason) {
        return DetachReasons.reason(reason) == DetachReason.TARGET_CLOSED ? Sign.GONE : Sign.DETACHED;
    }

    private Sign navigated(JsonNode frame) {
        if (!frame.path("id").asString("").equals(target.id())) {
            return Sign.NONE;
        }
        load = LoadState.UNDER_WAY;
        var sign =
                moved(frame.path("url").asString("") + frame.path("urlFragment").asString(""));
        document.complete(true); // last, because whoever waits for it goes on with all of that at once
        return sign;
    }

    /** Loading has ended, with a load event or without; or that which was to replace the document turned out to be none. */
    private Sign stopped(JsonNode params) {
        if (params.path("frameId").asString("").equals(target.id())) {
            load = LoadState.OVER;
            document.complete(true);
        }
        return Sign.NONE;
    }

    private Sign dialogOpened(JsonNode params) {
        dialog = "%s(\"%s\")"
                .formatted(
                        params.path("type").asString("dialog"),
                        params.path("message").asString(""));
        return Sign.DIALOG_OPENED;
    }

    /** Return what is to be done when a command that is about to be sent is answered: if it was not refused, it has ended a pause. */
    Optional<Consumer<Answer>> release(String method, byte[] params) {
        if (RESUMING.contains(method)) {
            var pause = debuggerPause.get();
            return Optional.of(answer -> {
                if (answer instanceof Answer.Result) {
                    debuggerPause.compareAndSet(pause, 0); // unless it has stopped again
                }
            });
        }
        if (pausedRequests.isEmpty()) {
            return Optional.empty();
        }
        if (method.equals("Fetch.disable")) {
            return Optional.of(answer -> {
                if (answer instanceof Answer.Result) {
                    pausedRequests.clear();
                }
            });
        }
        if (!RELEASING.contains(method)) {
            return Optional.empty();
        }
        var id = Json.read(params, 0, params.length).path("requestId").asString("");
        var pause = pausedRequests.get(id);
        return Optional.of(answer -> {
            if (answer instanceof Answer.Result && pause != null) {
                pausedRequests.remove(id, pause);
            }
        });
    }

    void crashed() {
        document.complete(true);
        script.over();
        dialog = "";
        debuggerPause.set(0);
        pausedRequests.clear();
    }

    boolean isDebuggerPaused() {
        return debuggerPause.get() != 0;
    }

    boolean hasPausedRequests() {
        return !pausedRequests.isEmpty();
    }

    /** Return what keeps the target from answering, a sentence each. */
    List<String> obstacles() {
        var sentences = standstill();
        if (!pausedRequests.isEmpty()) {
            sentences.add(
                    "%d request(s) paused by Fetch.requestPaused wait for Fetch.continueRequest, fulfillRequest or failRequest"
                            .formatted(pausedRequests.size()));
        }
        return sentences;
    }

    /** Return what keeps the page from doing anything at all, a sentence each; with a paused request it can still be looked at. */
    List<String> standstill() {
        var sentences = new ArrayList<String>();
        if (!dialog.isEmpty()) {
            sentences.add("a dialog is open and waits for Page.handleJavaScriptDialog%s: %s"
                    .formatted(foreign ? ", of the test or of the tool whose page this is" : "", dialog));
        }
        if (isDebuggerPaused()) {
            sentences.add("the debugger is paused and waits for Debugger.resume");
        }
        return sentences;
    }

    static DetachReason reason(Sign sign) {
        return switch (sign) {
            case CRASHED -> DetachReason.TARGET_CRASHED;
            case GONE -> DetachReason.TARGET_CLOSED;
            default -> DetachReason.DETACHED;
        };
    }

    private Sign moved(String url) {
        movedAt = System.nanoTime();
        target = new Target(target.id(), target.type(), url);
        return Sign.MOVED;
    }
}
