package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.script.BusyPage;
import io.github.withcdp.internal.script.RunningFunction;
import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.internal.transcript.BoundedMap;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Pages that were busy with JavaScript when a test failed: what they executed, and since when they have said nothing. */
final class BusyPageDetector implements Detector {

    private static final int CALLS = 4;

    /** What Chrome says without the page. */
    private static final Set<String> OF_BROWSER = Set.of(
            "Network.requestWillBeSentExtraInfo",
            "Network.responseReceivedExtraInfo",
            "Network.getRequestPostData",
            "Network.getResponseBody",
            "Page.screencastFrame",
            "Page.screencastVisibilityChanged");

    private static final Set<String> DOMAINS_OF_BROWSER = Set.of("Fetch", "Inspector", "Target", "Tracing");

    private final Map<SessionId, Watched> busy;

    /** Create for the pages of which it is known that they were busy. */
    BusyPageDetector(List<BusyPage> busy) {
        this.busy = new HashMap<>();
        busy.forEach(page -> this.busy.putIfAbsent(page.session(), new Watched(page)));
    }

    /** A busy page, and what it has said. */
    private static final class Watched {

        private final BusyPage page;
        private final Map<Integer, RecordedMessage> unanswered = new BoundedMap<>(10_000);
        private @Nullable RecordedMessage lastAnswered;
        private @Nullable RecordedMessage lastSign;

        Watched(BusyPage page) {
            this.page = page;
        }
    }

    @Override
    public void look(RecordedMessage message, Findings findings) {
        if (busy.isEmpty()) {
            return;
        }
        var watched = busy.get(message.session());
        if (watched == null) {
            return;
        }
        int id = message.id().orElse(0);
        if (message.isCommand()) {
            watched.unanswered.put(id, message);
            return;
        }
        var command = message.isAnswer() ? watched.unanswered.remove(id) : null;
        if (isOfPage(message)) {
            watched.lastSign = message;
            watched.lastAnswered = command != null ? command : watched.lastAnswered;
        }
    }

    private static boolean isOfPage(RecordedMessage message) {
        var method = message.method();
        int dot = method.indexOf('.');
        return dot > 0 && !OF_BROWSER.contains(method) && !DOMAINS_OF_BROWSER.contains(method.substring(0, dot));
    }

    /** The commands that it did not answer are told with it: it is why they were not. */
    @Override
    public void end(PointInTime end, Findings findings) {
        busy.values().forEach(watched -> {
            var first = watched.unanswered.values().stream().findFirst().orElse(null);
            var about = watched.lastSign != null ? watched.lastSign : first;
            if (about != null) {
                var finding = findings.add(
                        Suspicion.Kind.BUSY,
                        about.elapsed(),
                        about.session(),
                        about.sequence(),
                        sentence(watched, Durations.format(end.since(about.elapsed()))));
                findings.end(about.session(), finding);
            }
        });
    }

    private static String sentence(Watched watched, String silence) {
        return "The page %s has said nothing for %s%s. It is busy: %s"
                .formatted(
                        SafeText.line(watched.page.url(), 80),
                        silence,
                        watched.lastAnswered == null ? "" : ", after it had answered " + named(watched.lastAnswered),
                        executed(watched.page.stack()));
    }

    private static String named(RecordedMessage command) {
        return "%s (message %d)".formatted(SafeText.line(command.method(), 60), command.sequence());
    }

    private static String executed(List<RunningFunction> stack) {
        // What V8 has optimized while it ran is missing, and what is left then is only the call from outside.
        if (stack.stream().allMatch(RunningFunction::isUnknown)) {
            return "JavaScript that goes on and on, in which function V8 does not tell";
        }
        return stack.stream()
                        .limit(CALLS)
                        .map(function -> function.isUnknown() ? "…" : SafeText.line(function.text(), 60))
                        .collect(Collectors.joining(" ← "))
                + (stack.size() > CALLS ? " ← …" : "");
    }
}
