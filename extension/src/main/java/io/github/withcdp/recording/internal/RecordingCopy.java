package io.github.withcdp.recording.internal;

import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Function;

/**
 * A recording once more, with other texts: without its secrets, for example. Takes as little memory as any recording;
 * what does not fit is in a temporary file that only its owner can read.
 */
public final class RecordingCopy implements AutoCloseable {

    private final PageStore store;
    private final Recording recording;

    private RecordingCopy(PageStore store, About about) {
        this.store = store;
        this.recording = new StoredRecording(store, Cut.ALL, () -> about, ReportMaker.FOUND);
    }

    /**
     * Copy what has been recorded so far.
     *
     * @param about what the copy says about the conversation, see {@link About#of}
     * @param rewrite makes the raw text of a message in the copy; what it throws ends the copying, and is thrown
     */
    public static RecordingCopy of(Recording original, About about, Function<RecordedMessage, String> rewrite) {
        return of(
                original,
                about,
                rewrite,
                new PageStore(
                        PageStore.MEMORY_LIMIT,
                        PageStore.usualLagLimit(),
                        Path.of(System.getProperty("java.io.tmpdir"))));
    }

    static RecordingCopy of(
            Recording original, About about, Function<RecordedMessage, String> rewrite, PageStore store) {
        var copy = new RecordingCopy(store, about);
        boolean done = false;
        try {
            copy.fill(original, rewrite);
            done = true;
            return copy;
        } finally {
            if (!done) {
                copy.close();
            }
        }
    }

    private void fill(Recording original, Function<RecordedMessage, String> rewrite) {
        boolean diskFollows = true;
        for (var message : original.messages()) {
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
