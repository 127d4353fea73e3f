package io.github.withcdp.protocol;

import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A command whose parts were given; two are equal if they say the same. */
record GivenCommand<T>(String method, @Nullable Object params, Function<? super JsonNode, ? extends T> result)
        implements Command<T> {

    GivenCommand {
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(result, "result");
    }

    @Override
    public T resultOf(JsonNode answer) {
        return result.apply(answer);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof GivenCommand<?> that
                && method.equals(that.method)
                && Objects.equals(params, that.params);
    }

    @Override
    public int hashCode() {
        return Objects.hash(method, params);
    }

    @Override
    public String toString() {
        return params == null ? method : method + " " + params;
    }
}
