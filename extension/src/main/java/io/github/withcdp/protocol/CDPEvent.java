package io.github.withcdp.protocol;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import java.util.function.Supplier;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Something that Chrome told without being asked: a method like {@code Network.responseReceived} and its params. Immutable.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class CDPEvent {

    private final SessionId session;
    private final String method;
    private final Supplier<JsonNode> source;
    private volatile @Nullable JsonNode params;

    private CDPEvent(SessionId session, String method, Supplier<JsonNode> source) {
        this.session = Objects.requireNonNull(session, "session");
        this.method = Objects.requireNonNull(method, "method");
        this.source = source;
    }

    /** Create an event by hand, for tests of code that reads events. */
    public static CDPEvent of(SessionId session, String method, JsonNode params) {
        return new CDPEvent(session, method, () -> params);
    }

    /** Create an event whose params are read from {@code source} when somebody first looks at them. */
    public static CDPEvent lazy(SessionId session, String method, Supplier<JsonNode> source) {
        return new CDPEvent(session, method, source);
    }

    /** Return what reads the params, also if it has done so. */
    Supplier<JsonNode> source() {
        return source;
    }

    /** Return the name of the event with its domain, {@code Page.loadEventFired}. */
    public String method() {
        return method;
    }

    /** Return the part of the method before the dot, {@code Page}. */
    public String domain() {
        int dot = method.indexOf('.');
        return dot < 0 ? method : method.substring(0, dot);
    }

    /** Return the session in which the event came. */
    public SessionId session() {
        return session;
    }

    /** Return the params, an empty object if Chrome sent none. Parsed when first asked for. */
    public JsonNode params() {
        var parsed = params;
        if (parsed == null) {
            var read = source.get();
            parsed = read.isMissingNode() ? JsonNodeFactory.instance.objectNode() : read;
            params = parsed;
        }
        return parsed;
    }

    /**
     * Return what a JSON pointer like {@code /response/status} leads to in the params, a missing node if nothing.
     *
     * @throws IllegalArgumentException if the pointer does not start with a slash
     */
    public JsonNode param(String pointer) {
        return params().at(JsonPointers.checked(pointer, method));
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CDPEvent that
                && method.equals(that.method)
                && session.equals(that.session)
                && params().equals(that.params());
    }

    @Override
    public int hashCode() {
        return Objects.hash(method, session);
    }

    @Override
    public String toString() {
        return method + " " + params();
    }
}
