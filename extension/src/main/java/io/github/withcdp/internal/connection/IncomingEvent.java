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

    private final MessageTap tap;
    private SessionId session = SessionId.BROWSER;
    private String method = "";
    private byte[] buffer = {};
    private int paramsFrom;
    private int paramsTo;
    private @Nullable CDPEvent event;

    IncomingEvent(MessageTap tap) {
        this.tap = tap;
    }

    IncomingEvent reset(SessionId session, String method, byte[] buffer, int paramsFrom, int paramsTo) {
        this.session = session;
        this.method = method;
        this.buffer = buffer;
        this.paramsFrom = paramsFrom;
        this.paramsTo = paramsTo;
        this.event = null;
        return this;
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
        var params = Arrays.copyOfRange(buffer, paramsFrom, paramsTo);
        var name = method;
        var copy = CDPEvent.lazy(session, name, tap.source(() -> read(name, params)));
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

    private static JsonNode read(String method, byte[] params) {
        try {
            return Json.read(params, 0, params.length);
        } catch (JacksonException unreadable) {
            throw new CDPException(
                    "The params of the event %s cannot be read: %s".formatted(method, unreadable.getOriginalMessage()),
                    unreadable);
        }
    }
}
