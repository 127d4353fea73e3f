package io.github.withcdp.internal.finding;

import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A message at which several detectors look, one after another on one thread: it is decoded once for all of them, and read once.
 * A detector may keep it; {@link #forget} lets go of what was read, because a tree takes many times the memory of its text.
 */
final class SharedMessage implements RecordedMessage {

    private final RecordedMessage message;
    private @Nullable String json;
    private @Nullable JsonNode tree;
    private boolean shared = true;

    SharedMessage(RecordedMessage message) {
        this.message = message;
    }

    /** Forget what was read; whoever asks again has it read again. */
    void forget() {
        shared = false;
        json = null;
        tree = null;
    }

    @Override
    public String json() {
        if (!shared) {
            return message.json();
        }
        var text = json;
        if (text == null) {
            text = message.json();
            json = text;
        }
        return text;
    }

    @Override
    public JsonNode tree() {
        if (!shared) {
            return message.tree();
        }
        var read = tree;
        if (read == null) {
            read = message.tree();
            tree = read;
        }
        return read;
    }

    @Override
    public long sequence() {
        return message.sequence();
    }

    @Override
    public Duration elapsed() {
        return message.elapsed();
    }

    @Override
    public Direction direction() {
        return message.direction();
    }

    @Override
    public SessionId session() {
        return message.session();
    }

    @Override
    public String method() {
        return message.method();
    }

    @Override
    public OptionalInt id() {
        return message.id();
    }
}
