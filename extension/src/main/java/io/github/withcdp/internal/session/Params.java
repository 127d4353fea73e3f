package io.github.withcdp.internal.session;

import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.internal.time.Ticker;
import java.lang.reflect.Array;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Turns what a test gives as method and params into what goes over the wire, or says what is wrong with it. */
final class Params {

    private static final byte[] NONE = {};
    private static final Pattern METHOD = Pattern.compile("[A-Za-z][A-Za-z0-9_]*\\.[A-Za-z][A-Za-z0-9_.]*");

    private Params() {}

    /** Refuse null where there must be something. */
    static <T> T given(@Nullable T thing, String what) {
        if (thing == null) {
            throw new IllegalArgumentException(what + " must be given, but is null");
        }
        return thing;
    }

    /**
     * Begin the time of a call.
     *
     * @throws IllegalArgumentException if it would be over at once
     */
    static Deadline deadline(@Nullable Duration timeout, Ticker ticker) {
        var limit = given(timeout, "a time limit");
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("a time limit must be longer than nothing, but is " + limit);
        }
        return Deadline.in(limit, ticker);
    }

    static String method(@Nullable String method) {
        var name = given(method, "a method of the protocol, as in \"Page.navigate\",");
        if (!METHOD.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "\"%s\" is no method of the protocol: write its domain, a dot and its name, as in \"Page.navigate\""
                            .formatted(name));
        }
        return name;
    }

    static byte[] encode(String method, @Nullable Object params) {
        if (params == null) {
            return NONE;
        }
        if (params instanceof JsonNode tree && (tree.isNull() || tree.isMissingNode())) {
            return NONE;
        }
        if (params instanceof CharSequence
                || params instanceof Number
                || params instanceof Boolean
                || params instanceof Enum<?>
                || params instanceof Collection<?>
                || params.getClass().isArray()
                || (params instanceof JsonNode tree && !tree.isObject())) {
            throw noObject(method, params);
        }
        byte[] json;
        try {
            json = Json.write(params);
        } catch (JacksonException unwritable) {
            throw new IllegalArgumentException(
                    "the params of %s, a %s, cannot be written as JSON: %s"
                            .formatted(method, params.getClass().getName(), unwritable.getOriginalMessage()),
                    unwritable);
        }
        if (json[0] != '{') {
            throw noObject(method, params);
        }
        return json;
    }

    private static IllegalArgumentException noObject(String method, Object params) {
        var what = params instanceof Collection<?> many
                ? "a list of " + many.size()
                : params.getClass().isArray()
                        ? "an array of " + Array.getLength(params)
                        : "a "
                                + (params.getClass().getSimpleName().isEmpty()
                                        ? params.getClass().getName()
                                        : params.getClass().getSimpleName());
        return new IllegalArgumentException(
                "the params of %s must be an object (a %s, a JSON object, a record or a bean; null for none), but here is %s"
                        .formatted(method, Map.class.getSimpleName(), what));
    }
}
