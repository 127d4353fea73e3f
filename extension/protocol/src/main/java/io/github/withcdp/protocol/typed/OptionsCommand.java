package io.github.withcdp.protocol.typed;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import io.github.withcdp.protocol.Command;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A command that has params which may be left out. A method for each of them returns a further command that has it; the one it is called on stays
 * as it is. Two are equal if their names and params are.
 *
 * @param <T> the result
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public abstract class OptionsCommand<T> implements Command<T> {

    private final String method;
    private final Map<String, Object> params;
    private final Function<? super JsonNode, ? extends T> result;

    /** Create one with the params that it has so far. */
    protected OptionsCommand(
            String method, Map<String, Object> params, Function<? super JsonNode, ? extends T> result) {
        this.method = method;
        this.params = params;
        this.result = result;
    }

    @Override
    public final String method() {
        return method;
    }

    /** Return the params in the order in which they were given, {@code null} if there are none. */
    @Override
    public final @Nullable Map<String, Object> params() {
        return params.isEmpty() ? null : params;
    }

    @Override
    public final T resultOf(JsonNode answer) {
        return result.apply(answer);
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof OptionsCommand<?> that && method.equals(that.method) && params.equals(that.params);
    }

    @Override
    public final int hashCode() {
        return Objects.hash(method, params);
    }

    @Override
    public final String toString() {
        return params.isEmpty() ? method : method + " " + params;
    }
}
