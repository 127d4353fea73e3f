package io.github.withcdp.protocol;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.Objects;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The name of an event, and what its params are read as: a constant of the generated classes of {@code withcdp-protocol}, such as
 * {@code Network.RESPONSE_RECEIVED}, or one made for an event of one's own. Two are equal if their names are.
 *
 * @param <T> the params
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public final class EventType<T> {

    private final String method;
    private final Function<? super JsonNode, ? extends T> params;

    private EventType(String method, Function<? super JsonNode, ? extends T> params) {
        this.method = Objects.requireNonNull(method, "method");
        this.params = Objects.requireNonNull(params, "params");
    }

    /**
     * Create a type.
     *
     * @param method the method with its domain, {@code Network.responseReceived}
     * @param params what reads the params, which are an object, as Chrome sent it
     */
    public static <T> EventType<T> of(String method, Function<? super JsonNode, ? extends T> params) {
        return new EventType<>(method, params);
    }

    /** Return the name of the event with its domain, {@code Network.responseReceived}. */
    public String method() {
        return method;
    }

    /**
     * Return the params of an event as what they are read as.
     *
     * @throws IllegalArgumentException if it is another event
     */
    public T paramsOf(CDPEvent event) {
        if (!event.method().equals(method)) {
            throw new IllegalArgumentException("this is no %s, but a %s".formatted(method, event.method()));
        }
        return params.apply(event.params());
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof EventType<?> that && method.equals(that.method);
    }

    @Override
    public int hashCode() {
        return method.hashCode();
    }

    @Override
    public String toString() {
        return method;
    }
}
