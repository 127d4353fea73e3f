package io.github.withcdp.internal.recording.store;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Direction;
import io.github.withcdp.recording.RecordedMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** A message in a {@link PageStore}; its text is fetched when asked for. */
public final class StoredMessage implements RecordedMessage {

    private final PageStore store;
    private final Page page;
    private final int index;
    private final long sequence;
    private final long nanos;
    private final Direction direction;
    private final SessionId session;
    private final String method;
    private final int id;
    private final int length;

    /**
     * Create the message.
     *
     * @param slots of the page, or null if it is lost, in which case hardly anything is known
     */
    StoredMessage(PageStore store, Page page, int index, @Nullable PageContent slots) {
        this.store = store;
        this.page = page;
        this.index = index;
        if (slots == null) {
            sequence = page.firstSequence + index;
            nanos = page.firstNanos;
            direction = Direction.RECEIVED;
            session = SessionId.BROWSER;
            method = "";
            id = 0;
            length = 0;
        } else {
            sequence = page.firstSequence + slots.sequence(index);
            nanos = slots.nanos(index);
            direction = slots.direction(index);
            session = store.session(slots, index);
            method = store.method(slots, index);
            id = slots.id(index);
            length = slots.length(index);
        }
    }

    @Override
    public long sequence() {
        return sequence;
    }

    @Override
    public Duration elapsed() {
        return Duration.ofNanos(nanos);
    }

    @Override
    public Direction direction() {
        return direction;
    }

    @Override
    public SessionId session() {
        return session;
    }

    @Override
    public String method() {
        return method;
    }

    @Override
    public OptionalInt id() {
        return id == 0 ? OptionalInt.empty() : OptionalInt.of(id);
    }

    /** Return how many bytes its text has. */
    public int length() {
        return length;
    }

    @Override
    public String json() {
        var content = store.texts(page);
        return content == null
                ? ""
                : new String(content.texts, content.offset(index), content.length(index), StandardCharsets.UTF_8);
    }

    @Override
    public JsonNode tree() {
        var content = store.texts(page);
        if (content == null) {
            return MissingNode.getInstance();
        }
        try {
            return Json.read(content.texts, content.offset(index), content.length(index));
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof StoredMessage that && store == that.store && page == that.page && index == that.index;
    }

    @Override
    public int hashCode() {
        return page.first + index;
    }

    @Override
    public String toString() {
        return "#%d %s %s in %s".formatted(sequence, direction, method, session);
    }
}
