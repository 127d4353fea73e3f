package io.github.withcdp.internal.recording;

import io.github.withcdp.internal.recording.store.ByteSize;
import io.github.withcdp.internal.recording.store.PageStore;
import io.github.withcdp.internal.recording.store.StoredMessage;
import io.github.withcdp.internal.schema.KnowsNames;
import io.github.withcdp.internal.schema.StrictNames;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/**
 * A recording once more, with other texts: without its secrets, for example. Takes as little memory as any recording;
 * what does not fit is in a temporary file that only its owner can read.
 */
public final class RecordingCopy implements AutoCloseable {

    private final PageStore store;
    private final Recording recording;

    /** How much of a recording is copied. */
    public record Limit(int messages, long bytes) {

        /** All of it. */
        public static final Limit NONE = new Limit(Integer.MAX_VALUE, Long.MAX_VALUE);
    }

    private RecordingCopy(PageStore store, RecordingInfo info, StrictNames names) {
        this.store = store;
        this.recording = StoredRecording.copy(store, info, names);
    }

    /**
     * Copy what has been recorded so far.
     *
     * @param limit if there is more, the latest of it is copied, and the copy is not complete
     * @param info what the copy says about the conversation, see {@link StoredRecording#infoOf}
     * @param rewrite makes the raw text of a message in the copy; what it throws ends the copying, and is thrown
     */
    public static RecordingCopy of(
            Recording original, Limit limit, RecordingInfo info, Function<RecordedMessage, String> rewrite) {
        return of(original, limit, info, rewrite, PageStore.ofUsualSize());
    }

    static RecordingCopy of(
            Recording original,
            Limit limit,
            RecordingInfo info,
            Function<RecordedMessage, String> rewrite,
            PageStore store) {
        var copy = new RecordingCopy(store, info, KnowsNames.of(original));
        boolean done = false;
        try {
            copy.fill(original, limit, rewrite);
            done = true;
            return copy;
        } finally {
            if (!done) {
                copy.close();
            }
        }
    }

    private void fill(Recording original, Limit limit, Function<RecordedMessage, String> rewrite) {
        boolean diskFollows = true;
        var messages = original.messages();
        int from = latest(messages, limit);
        for (var message : messages.subList(from, messages.size())) {
            var text = rewrite.apply(message).getBytes(StandardCharsets.UTF_8);
            store.add(
                    message.sequence(),
                    message.elapsed().toNanos(),
                    message.direction(),
                    message.session(),
                    message.method(),
                    message.id().orElse(0),
                    text,
                    0,
                    text.length,
                    true);
            // A disk that is stuck is waited for once, not once for each message.
            diskFollows = diskFollows && store.awaitRoom();
        }
        // Asked last, because messages may have got lost while they were read.
        store.markIncomplete(original.incompleteBecause());
        if (from > 0) {
            store.markIncomplete(String.format(
                    Locale.ROOT,
                    "The latest %,d of %,d messages are here, no more than %s of them; the first one is #%d.",
                    messages.size() - from,
                    messages.size(),
                    ByteSize.format(limit.bytes()),
                    messages.get(from).sequence()));
        }
    }

    /** Return the first of the latest messages that are within a limit; the very last one always is. */
    private static int latest(List<RecordedMessage> messages, Limit limit) {
        int from = messages.size();
        long left = limit.bytes();
        while (from > 0 && messages.size() - from < limit.messages()) {
            left -= messages.get(from - 1) instanceof StoredMessage stored ? stored.length() : 0;
            if (left < 0 && from < messages.size()) {
                break;
            }
            from--;
        }
        return from;
    }

    /** Return the copy. Once this is closed, it may no longer have all messages. */
    public Recording recording() {
        return recording;
    }

    /** Delete the temporary file. Idempotent. */
    @Override
    public void close() {
        store.close();
    }
}
