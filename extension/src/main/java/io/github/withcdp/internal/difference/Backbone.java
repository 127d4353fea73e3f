package io.github.withcdp.internal.difference;

import io.github.withcdp.internal.likeness.SessionRoles;
import io.github.withcdp.recording.RecordedMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.regex.Pattern;

/** What the test did, in its order: its commands. How often it asked for the same until the answer was right is not a part of that. */
final class Backbone {

    /** What a client says to get ready and to end, and what it fetches for a report; in which order is chance. */
    private static final Pattern PREPARATIONS = Pattern.compile(
            "\\.(enable|disable)$|^(Target|Browser)\\.|^Runtime\\.(runIfWaitingForDebugger|releaseObject|releaseObjectGroup)$"
                    + "|^Page\\.(setLifecycleEventsEnabled|captureScreenshot|startScreencast|stopScreencast|screencastFrameAck)$"
                    + "|^DOM\\.(getDocument|getOuterHTML)$"
                    + "|^Network\\.(configureDurableMessages|getResponseBody|getRequestPostData|streamResourceContent)$");

    /** How many different commands may alternate while the test waits. */
    private static final int ALTERNATING = 4;

    private final List<BackboneStep> steps = new ArrayList<>();
    private int loop; // how many of the last steps are being repeated
    private int atInLoop;

    private Backbone() {}

    static Backbone of(List<RecordedMessage> messages, SessionRoles roles) {
        var all = new ArrayList<BackboneStep>();
        var unanswered = new HashMap<Integer, BackboneStep>();
        for (var message : messages) {
            if (message.isCommand()) {
                if (!PREPARATIONS.matcher(message.method()).find() && !isBarrier(message)) {
                    var step = new BackboneStep(roles.of(message.session()), message);
                    all.add(step);
                    message.id().ifPresent(id -> unanswered.put(id, step));
                }
            } else if (message.isAnswer()) {
                var step = unanswered.remove(message.id().orElse(0));
                if (step != null) {
                    step.answered(message);
                }
            }
        }
        var backbone = new Backbone();
        all.forEach(backbone::add);
        return backbone;
    }

    /** WithCDP asks for nothing to know that all events before the answer have come. */
    private static boolean isBarrier(RecordedMessage command) {
        var json = command.json();
        return command.method().equals("Runtime.evaluate")
                && json.length() < 300
                && json.contains("\"expression\":\"0\"")
                && json.contains("\"silent\":true");
    }

    private void add(BackboneStep step) {
        if (loop > 0) {
            var expected = steps.get(steps.size() - loop + atInLoop);
            if (expected.isLike(step)) {
                expected.again(step);
                atInLoop = (atInLoop + 1) % loop;
                return;
            }
        }
        loop = 0;
        steps.add(step);
        for (int period = 1; period <= ALTERNATING && loop == 0; period++) {
            fold(period);
        }
    }

    /** Fold the last steps if they are so many ones twice. */
    private void fold(int period) {
        int size = steps.size();
        if (size < 2 * period) {
            return;
        }
        for (int i = size - period; i < size; i++) {
            if (!steps.get(i - period).isLike(steps.get(i))) {
                return;
            }
        }
        for (int i = size - period; i < size; i++) {
            steps.get(i - period).again(steps.get(i));
        }
        steps.subList(size - period, size).clear();
        loop = period;
        atInLoop = 0;
    }

    List<BackboneStep> steps() {
        return List.copyOf(steps);
    }
}
