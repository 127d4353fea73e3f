package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.transcript.BoundedMap;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Remembers when a test did what makes a page act: input, and scripts that it ran in the page. */
final class TestActions implements Detector {

    private static final int REMEMBERED = 10_000;

    /** The sequences of a command and of its answer, the highest there is while there is none. */
    private record Run(SessionId session, long begin, long end) {}

    private final List<Long> inputs = new ArrayList<>();
    private final Map<Long, Run> runs = new BoundedMap<>(REMEMBERED);
    private final Map<Integer, Run> running = new HashMap<>();

    @Override
    public void look(RecordedMessage message, Findings findings) {
        if (message.isEvent()) {
            return;
        }
        if (message.isCommand() && message.method().startsWith("Input.") && inputs.size() < REMEMBERED) {
            inputs.add(message.sequence());
        } else if (message.method().equals("Runtime.evaluate")
                || message.method().equals("Runtime.callFunctionOn")) {
            run(message);
        }
    }

    private void run(RecordedMessage message) {
        int id = message.id().orElse(-1);
        var begun = running.remove(id);
        if (message.isCommand()) {
            var run = new Run(message.session(), message.sequence(), Long.MAX_VALUE);
            running.put(id, run);
            runs.put(run.begin(), run);
        } else if (begun != null) {
            runs.replace(begun.begin(), new Run(begun.session(), begun.begin(), message.sequence()));
        }
    }

    /**
     * Return whether something that was done after one message led to another: input between the two, or a script that ran then.
     *
     * @param session in which the other was told
     */
    boolean ledTo(SessionId session, long after, long to) {
        return inputs.stream().anyMatch(input -> after < input && input < to)
                || runs.values().stream()
                        .anyMatch(run -> run.session().equals(session)
                                && after < run.begin()
                                && run.begin() < to
                                && to < run.end());
    }
}
