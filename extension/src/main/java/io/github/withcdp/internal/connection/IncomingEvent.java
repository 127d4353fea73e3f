package io.github.withcdp.internal.connection;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.protocol.SessionId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** An event in the buffer of the reader: only good while it is being routed. What outlives that is copied, once, when asked for. */
public final class IncomingEvent {

    private static final byte[] NONE = {};

    private final MessageTap tap;
    private SessionId session = SessionId.BROWSER;
    private String method = "";
    private byte[] buffer = NONE;
    private int paramsFrom;
    private int paramsTo;
    private boolean kept;
    private @Nullable CDPEvent event;

    IncomingEvent(MessageTap tap) {
        this.tap = tap;
    }

    /**
     * Be another event.
     *
     * @param kept whether the buffer may be kept, because it holds this event alone and never changes
     */
    IncomingEvent reset(SessionId session, String method, byte[] buffer, int paramsFrom, int paramsTo, boolean kept) {
        this.session = session;
        this.method = method;
        this.buffer = buffer;
        this.paramsFrom = paramsFrom;
        this.paramsTo = paramsTo;
        this.kept = kept;
        this.event = null;
        return this;
    }

    /** Hold on to nothing: it may be long until the next one, and this one large. */
    void forget() {
        buffer = NONE;
        event = null;
    }

    /** Return the method with its domain. */
    public String method() {
        return method;
    }

    /** Return the session in which it came. */
    public SessionId session() {
        return session;
    }

    /** Return the event as something that can be kept, its params parsed when somebody looks at them. */
    public CDPEvent event() {
        var existing = event;
        if (existing != null) {
            return existing;
        }
        var params = kept ? buffer : Arrays.copyOfRange(buffer, paramsFrom, paramsTo);
        int from = kept ? paramsFrom : 0;
        int length = paramsTo - paramsFrom;
        var name = method;
        var copy = CDPEvent.lazy(session, name, tap.source(() -> read(name, params, from, length)));
        event = copy;
        return copy;
    }

    /** Return the params, parsed; an empty object if they cannot be, because a broken message must not stop those after it. */
    public JsonNode params() {
        try {
            return event().params();
        } catch (CDPException unreadable) {
            return Json.object();
        }
    }

    private static JsonNode read(String method, byte[] params, int from, int length) {
        try {
            return Json.read(params, from, length);
        } catch (JacksonException unreadable) {
            throw new CDPException(
                    "The params of the event %s cannot be read: %s".formatted(method, unreadable.getOriginalMessage()),
                    unreadable);
        }
    }
}
