package io.github.withcdp.internal.difference;

import io.github.withcdp.internal.difference.Found.Leaf;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.likeness.ContentForm;
import io.github.withcdp.internal.likeness.Explanation;
import io.github.withcdp.internal.likeness.JsonComparison;
import io.github.withcdp.internal.likeness.SessionRoles.Role;
import io.github.withcdp.recording.Difference.Kind;
import io.github.withcdp.recording.Difference.Presence;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Compares the events that are about neither requests nor the console, those of one method in one session with each other; and which targets there were. */
final class EventDifferences {

    /** Told elsewhere, or as often as it happens to be. */
    private static final Pattern ELSEWHERE = Pattern.compile("Network\\..*|Log\\.entryAdded"
            + "|Runtime\\.(consoleAPICalled|exceptionThrown|exceptionRevoked|executionContext.*)"
            + "|Page\\.(frame(Started|Stopped|Scheduled|ClearedScheduled|Requested|Resized|SubtreeWillBeDetached).*|lifecycleEvent|screencast.*|domContentEventFired)"
            + "|Target\\.(target.*|attachedToTarget|receivedMessageFromTarget)"
            + "|(DOM|CSS|Debugger|DOMDebugger|Overlay|Tracing|Performance|PerformanceTimeline|HeapProfiler|Profiler|ServiceWorker|Animation|LayerTree|Media|Accessibility|Preload|Storage)\\..*"
            + "|Inspector\\.(workerScriptLoaded|detached)|Target\\.detachedFromTarget");

    /** More of one stream are not compared: they are ticks of something. */
    private static final int MOST = 1_000;

    private static final int LONGEST = 256 * 1024;

    private record Event(RecordedMessage message, String stream) {

        JsonNode params() {
            try {
                var json = message.json();
                return json.length() > LONGEST ? Json.object() : Json.read(json).path("params");
            } catch (JacksonException notReadable) {
                return Json.object();
            }
        }

        Object key() {
            return List.of(stream, ContentForm.ofMessage(params()));
        }
    }

    private final ComparedRuns runs;

    private EventDifferences(ComparedRuns runs) {
        this.runs = runs;
    }

    static void add(ComparedRuns runs) {
        var differences = new EventDifferences(runs);
        differences.targets();
        differences.events();
    }

    private void targets() {
        for (var role : runs.expected().roles()) {
            var begun = runs.expected().begin(role);
            if (!runs.names().isTaken(role) && runs.isReached(begun)) {
                addTarget(Presence.MISSING, role, runs.anchors().of(begun), "");
            }
        }
        for (var role : runs.actual().roles()) {
            if (!runs.names().knows(role)) {
                var begun = runs.actual().begin(role);
                addTarget(Presence.ADDED, role, begun, Causes.at(begun, runs.actual()));
            }
        }
    }

    private void addTarget(Presence presence, Role role, Duration at, String cause) {
        runs.add(new Found(
                Kind.TARGET,
                presence,
                role.toString(),
                role.type(),
                role.toString(),
                new ArrayList<>(),
                Explanation.NONE,
                at,
                0,
                cause,
                Trace.ofTarget(role.path())));
    }

    private void events() {
        var expected = new ArrayList<Event>();
        var actual = new ArrayList<Event>();
        read(runs.expected(), expected, true);
        read(runs.actual(), actual, false);
        var matching =
                new Matching<>(expected, actual).by(Event::key, Event::key).by(Event::stream, Event::stream);
        for (var match : matching.matches()) {
            compare(match.expected(), match.actual());
        }
        for (var missing : matching.missing()) {
            var elapsed = missing.message().elapsed();
            if (runs.isReached(elapsed)) {
                add(Presence.MISSING, missing, runs.anchors().of(elapsed), "");
            }
        }
        for (var added : matching.added()) {
            var elapsed = added.message().elapsed();
            add(Presence.ADDED, added, elapsed, Causes.at(elapsed, runs.actual()));
        }
    }

    private void read(ComparedRun run, List<Event> events, boolean isExpected) {
        Map<String, Integer> counts = new HashMap<>();
        for (var message : run.messages()) {
            if (message.isEvent() && !ELSEWHERE.matcher(message.method()).matches()) {
                var role = isExpected ? runs.roleOfExpected(message.session()) : runs.roleOfActual(message.session());
                var stream = role + ' ' + message.method();
                if (counts.merge(stream, 1, Integer::sum) <= MOST) {
                    events.add(new Event(message, stream));
                }
            }
        }
    }

    private void compare(Event expected, Event actual) {
        var elapsed = actual.message().elapsed();
        runs.anchors().add(expected.message().elapsed(), elapsed);
        var leaves = JsonComparison.ofMessages(expected.params(), actual.params()).stream()
                .map(difference -> new Leaf(difference, elapsed))
                .toList();
        if (!leaves.isEmpty()) {
            runs.add(new Found(
                    Kind.EVENT,
                    Presence.CHANGED,
                    actual.stream(),
                    actual.message().method(),
                    actual.message().method(),
                    leaves,
                    Explanation.NONE,
                    elapsed,
                    actual.message().sequence(),
                    Causes.at(elapsed, runs.actual()),
                    Trace.NONE));
        }
    }

    private void add(Presence presence, Event event, Duration at, String cause) {
        runs.add(new Found(
                Kind.EVENT,
                presence,
                event.stream(),
                event.message().method(),
                event.message().method() + " " + event.params(),
                new ArrayList<>(),
                Explanation.NONE,
                at,
                event.message().sequence(),
                cause,
                Trace.NONE));
    }
}
