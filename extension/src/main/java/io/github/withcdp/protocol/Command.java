package io.github.withcdp.protocol;

import static org.apiguardian.api.API.Status.EXPERIMENTAL;

import java.util.function.Function;
import org.apiguardian.api.API;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A command with its params, and what its result is: what the generated classes of {@code withcdp-protocol} make of a call like
 * {@code Page.captureScreenshot().quality(80)}, and what anybody can make for a command of their own:
 *
 * <pre>{@code
 * record Title(String title) {}
 *
 * var title = Command.of("Shop.getTitle", Map.of("item", 7), result -> new Title(result.path("title").asString()));
 * }</pre>
 *
 * <p>It is sent as its method and params would be on their own. Immutable, if its params are.
 *
 * @param <T> the result
 * @since 0.1
 */
@API(status = EXPERIMENTAL, since = "0.1")
public interface Command<T> {

    /** Return the name of the command with its domain, {@code Page.captureScreenshot}. */
    String method();

    /** Return the params: a {@code Map}, a JSON object, a record or a bean; {@code null} for none. */
    @Nullable
    Object params();

    /** Return the result that an answer means. The answer is an object, as Chrome sent it. */
    T resultOf(JsonNode answer);

    /**
     * Create a command.
     *
     * @param method the method with its domain
     * @param params a {@code Map}, a JSON object, a record or a bean; {@code null} for none
     * @param result what makes the result of an answer
     */
    static <T> Command<T> of(String method, @Nullable Object params, Function<? super JsonNode, ? extends T> result) {
        return new GivenCommand<>(method, params, result);
    }
}
