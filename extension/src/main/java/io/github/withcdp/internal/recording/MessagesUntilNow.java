package io.github.withcdp.internal.recording;

import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The messages that a recording has at one moment, which are looked for when somebody asks, however many have come since then. */
public final class MessagesUntilNow {

    private @Nullable Supplier<List<RecordedMessage>> search; // guarded by this, as what it found
    private List<RecordedMessage> found = List.of();

    private MessagesUntilNow(Supplier<List<RecordedMessage>> search) {
        this.search = search;
    }

    /** Take note of how far a recording has come. */
    public static MessagesUntilNow of(Recording recording) {
        if (recording instanceof StoredRecording stored) {
            return new MessagesUntilNow(stored.untilNow()::list);
        }
        var all = recording.messages(); // one that was made by hand
        return new MessagesUntilNow(() -> all);
    }

    /** Return them. */
    public synchronized List<RecordedMessage> list() {
        var toDo = search;
        if (toDo != null) {
            found = toDo.get();
            search = null;
        }
        return found;
    }
}
