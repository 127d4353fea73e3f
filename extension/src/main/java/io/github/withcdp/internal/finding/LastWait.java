package io.github.withcdp.internal.finding;

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

    @Override
    public void look(RecordedMessage message, Findings findings) {
        if (message.isCommand()
                && isOfTest(message)
                && first.filter(command -> areAlike(command, message)).isEmpty()) {
            first = Optional.of(message);
        }
    }

    /** Return whether a command is one that tests send, and not what WithCDP sends on its own. */
    static boolean isOfTest(RecordedMessage command) {
        return !OURS.contains(command.method()) && !command.method().endsWith(".enable");
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
}
