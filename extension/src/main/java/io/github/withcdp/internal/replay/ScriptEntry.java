package io.github.withcdp.internal.replay;

import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.RecordedMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A message of a recording that is being played, and what has become of it. Guarded by its script. */
final class ScriptEntry {

    private final RecordedMessage message;
    private final int index;
    private final long nanos;

    /** Of an answer the command; of a command the answer. */
    private @Nullable ScriptEntry other;

    private int actualId; // of a command that has come
    private boolean skipped;
    private boolean goneOut; // of a received message: it has gone out
    private boolean repeated; // of a command: those before or after it ask the same
    private @Nullable Boolean look; // not before somebody asks

    ScriptEntry(RecordedMessage message, int index) {
        this.message = message;
        this.index = index;
        this.nanos = message.elapsed().toNanos();
    }

    static void join(ScriptEntry command, ScriptEntry answer) {
        command.other = answer;
        answer.other = command;
    }

    /** Note whether a test asks a page the same twice, one after the other: then it asks until the answer is as it should be. */
    static void noteRepetition(@Nullable ScriptEntry first, ScriptEntry second) {
        if (first != null
                && first.method().equals("Runtime.evaluate")
                && second.method().equals("Runtime.evaluate")
                && first.params().equals(second.params())) {
            first.repeated = true;
            second.repeated = true;
        }
    }

    RecordedMessage message() {
        return message;
    }

    /** Return the place in the recording, from zero on. */
    int index() {
        return index;
    }

    long nanos() {
        return nanos;
    }

    boolean isCommand() {
        return message.direction() == Direction.SENT;
    }

    String session() {
        return message.session().value();
    }

    String method() {
        return message.method();
    }

    JsonNode params() {
        return message.tree().path("params");
    }

    /** Return the answer to this command, or the command that this answers; null if there is none. */
    @Nullable
    ScriptEntry other() {
        return other;
    }

    /** Note that the command has come. */
    void come(int id) {
        actualId = id;
    }

    boolean hasCome() {
        return actualId != 0;
    }

    int actualId() {
        return actualId;
    }

    /** Note that what comes after it waits no longer for this command. */
    void skip() {
        skipped = true;
    }

    boolean isSkipped() {
        return skipped;
    }

    void say() {
        goneOut = true;
    }

    boolean isSaid() {
        return goneOut;
    }

    /** Return whether this is a question that assertions ask again and again, as often as there is time. */
    boolean isLook() {
        if (!isCommand() || !method().equals("Runtime.evaluate")) {
            return false;
        }
        if (repeated) {
            return true;
        }
        if (look == null) {
            look = Looks.isLook(params());
        }
        return look;
    }
}
