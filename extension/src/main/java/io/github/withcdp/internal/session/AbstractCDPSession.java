package io.github.withcdp.internal.session;

import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.protocol.CDPException;
import io.github.withcdp.recording.CapturedEvents;
import io.github.withcdp.session.CDPSession;
import io.github.withcdp.session.Target;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The forms of the methods of a session that leave something out, a condition or the limit of time, or make something of the result of another. */
abstract class AbstractCDPSession implements ChildSession {

    /** Return the limit of a call that has none of its own. */
    abstract Duration timeout();

    @Override
    public CapturedEvents events() {
        return recording().events();
    }

    // --- Commands

    @Override
    public JsonNode send(String method) {
        return send(method, null);
    }

    @Override
    public JsonNode send(String method, @Nullable Object params) {
        return send(method, params, timeout());
    }

    @Override
    public <T> T send(String method, @Nullable Object params, Class<T> resultType) {
        var result = send(method, params);
        return ResultBinding.bind("result of " + method, result, Params.given(resultType, "a type"));
    }

    @Override
    public CompletableFuture<JsonNode> sendAsync(String method, @Nullable Object params) {
        return sendAsync(method, params, timeout());
    }

    // --- Events and children

    @Override
    public CDPEvent await(String event) {
        return await(event, () -> {});
    }

    @Override
    public CDPEvent await(String event, Runnable action) {
        return await(event, any -> true, action);
    }

    @Override
    public CDPEvent await(String event, Predicate<CDPEvent> condition, Runnable action) {
        return await(event, condition, timeout(), action);
    }

    @Override
    public CDPSession awaitChild(Predicate<Target> condition, Runnable action) {
        return awaitChild(condition, timeout(), action);
    }

    // --- What every test needs

    @Override
    public JsonNode navigate(String url) {
        return navigate(url, timeout());
    }

    @Override
    public void awaitLoad() {
        awaitLoad(timeout());
    }

    @Override
    public JsonNode evaluate(String expression) {
        return evaluate(expression, timeout());
    }

    @Override
    public <T> T evaluate(String expression, Class<T> type) {
        return evaluate(expression, type, timeout());
    }

    @Override
    public <T> T evaluate(String expression, Class<T> type, Duration timeout) {
        Params.given(type, "a type");
        var value = evaluate(expression, timeout);
        if (!type.isInstance(value) && (value.isNull() || value.isMissingNode())) {
            throw new CDPException("The value of the expression is %s, which does not fit %s; it was: %s"
                    .formatted(value.isNull() ? "null" : "undefined", type.getName(), MessageText.cut(expression)));
        }
        return ResultBinding.bind("value of the expression", value, type);
    }
}
