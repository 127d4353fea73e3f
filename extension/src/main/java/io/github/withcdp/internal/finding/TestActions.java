package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.transcript.BoundedMap;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Remembers when a test did what makes a page act: input, and scripts that it ran in the page; and when pages asked because of it. Chrome may
 * tell of a request when the next input has been sent already, but with the time of its own clock, which is read against that of the recording.
 */
final class TestActions implements Detector {

    private static final int REMEMBERED = 10_000;
    private static final Duration UNENDED = Duration.ofSeconds(Long.MAX_VALUE);
    private static final double NANOS = 1e9;
    private static final Pattern WALL_TIME = Pattern.compile("\"wallTime\":(\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)");

    private record Run(SessionId session, Duration begin, Duration end) {}

    private final List<Duration> inputs = new ArrayList<>();
    private final Map<Long, Run> runs = new BoundedMap<>(REMEMBERED);
    private final Map<Integer, Long> running = new HashMap<>(); // sequences by the ids of commands
    private final Map<Long, Duration> askedAt = new BoundedMap<>(REMEMBERED); // by sequences, on Chrome's clock

    /** How far the clock of the recording is ahead of Chrome's: no message can come before what it tells. */
    private Duration ahead = UNENDED;

    @Override
    public void look(RecordedMessage message, Findings findings) {
        if (message.isEvent()) {
            if (message.method().equals("Network.requestWillBeSent")) {
                asked(message);
            }
        } else if (message.isCommand() && message.method().startsWith("Input.")) {
            if (inputs.size() < REMEMBERED) {
                inputs.add(message.elapsed());
            }
        } else if (message.method().equals("Runtime.evaluate")
                || message.method().equals("Runtime.callFunctionOn")) {
            run(message);
        }
    }

    private void asked(RecordedMessage message) {
        double wallTime = wallTime(message.json());
        if (wallTime > 0 && wallTime < Integer.MAX_VALUE) {
            var chromeTime = Duration.ofNanos((long) (wallTime * NANOS));
            askedAt.put(message.sequence(), chromeTime);
            var late = message.elapsed().minus(chromeTime);
            ahead = late.compareTo(ahead) < 0 ? late : ahead;
        }
    }

    /** Return when the browser says it was, in seconds; 0 if it does not. All requests are asked for it, so they are not read as a whole. */
    private static double wallTime(String request) {
        var time = WALL_TIME.matcher(request);
        return time.find() ? Double.parseDouble(time.group(1)) : 0;
    }

    private void run(RecordedMessage message) {
        int id = message.id().orElse(-1);
        if (message.isCommand()) {
            running.put(id, message.sequence());
            runs.put(message.sequence(), new Run(message.session(), message.elapsed(), UNENDED));
            return;
        }
        var begun = running.remove(id);
        if (begun != null) {
            runs.computeIfPresent(begun, (sequence, run) -> new Run(run.session(), run.begin(), message.elapsed()));
        }
    }

    /** Return whether something that was done after one request led to another: input between the two, or a script that ran then. */
    boolean ledTo(Exchange newer, Exchange older) {
        var after = asked(older);
        var to = asked(newer);
        return inputs.stream().anyMatch(input -> isBetween(after, input, to))
                || runs.values().stream()
                        .anyMatch(run -> run.session().equals(newer.session())
                                && isBetween(after, run.begin(), to)
                                && to.compareTo(run.end()) <= 0);
    }

    private Duration asked(Exchange exchange) {
        var chromeTime = askedAt.get(exchange.sequence());
        return chromeTime == null ? exchange.timing().started() : chromeTime.plus(ahead);
    }

    private static boolean isBetween(Duration one, Duration moment, Duration other) {
        return one.compareTo(moment) < 0 && moment.compareTo(other) < 0;
    }
}
