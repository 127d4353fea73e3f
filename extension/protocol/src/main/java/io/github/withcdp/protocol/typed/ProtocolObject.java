package io.github.withcdp.protocol.typed;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A view of an object that Chrome sent, or that is made to be sent. Its methods read a field each when they are called; one that must be there and is
 * not, or is of another kind, makes them throw a {@link io.github.withcdp.protocol.CDPException}. Two are equal if their types and their JSON are.
 *
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class ProtocolObject {

    private final JsonNode json;

    /** View JSON. */
    protected ProtocolObject(JsonNode json) {
        this.json = Objects.requireNonNull(json, "json");
    }

    /** Return all of it, with the fields that the type does not have. */
    public final JsonNode json() {
        return json;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof ProtocolObject that && getClass() == that.getClass() && json.equals(that.json);
    }

    @Override
    public final int hashCode() {
        return json.hashCode();
    }

    @Override
    public final String toString() {
        return json.toString();
    }
}
