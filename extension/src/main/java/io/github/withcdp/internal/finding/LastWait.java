package io.github.withcdp.internal.finding;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a test waited with at the end: since the first of its last commands that are all alike, it did nothing new.
 * One command without an answer is such a wait, one that is asked again and again too, and silence after one.
 */
final class LastWait implements Detector {

    /** What WithCDP sends on its own while a test waits. */
    private static final Set<String> OURS = Set.of(
            "Target.setAutoAttach",
            "Runtime.runIfWaitingForDebugger",
            "Runtime.releaseObject",
            "Runtime.releaseObjectGroup",
            "Network.getResponseBody",
            "Network.getRequestPostData",
            "Page.handleJavaScriptDialog");

    private Optional<RecordedMessage> first = Optional.empty();
    private Optional<RecordedMessage> before = Optional.empty();

    @Override
    public void look(RecordedMessage message, Findings findings) {
        if (isOfTest(message)
                && first.filter(command -> areAlike(command, message)).isEmpty()) {
            before = first;
            first = Optional.of(message);
        }
    }

    /** Return whether it is a command that a test sends, as far as can be told: not one that prepares a target. */
    static boolean isOfTest(RecordedMessage message) {
        return message.isCommand()
                && !OURS.contains(message.method())
                && !message.method().endsWith(".enable");
    }

    private static boolean areAlike(RecordedMessage one, RecordedMessage other) {
        return one.method().equals(other.method())
                && one.session().equals(other.session())
                && Detector.read(one, "params").equals(Detector.read(other, "params"));
    }

    /** Return when the wait began; empty if no command was sent. */
    Optional<Duration> since() {
        return first.map(RecordedMessage::elapsed);
    }

    /** Return with whom the test waited; empty if no command was sent. */
    Optional<SessionId> session() {
        return first.map(RecordedMessage::session);
    }

    /** Return when the test did the last that was not waiting: what it waited for in vain should have come of that, or in the wait. */
    Optional<Duration> stepSince() {
        return before.or(() -> first).map(RecordedMessage::elapsed);
    }
}
