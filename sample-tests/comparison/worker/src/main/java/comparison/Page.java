package comparison;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A session with a page. Results and events have the form that the client gives them; only the client can read them. */
public interface Page {

    /** Send a command, wait, and return its result. */
    Object send(String method, Map<String, Object> params) throws Exception;

    /** Send a command without waiting. */
    default CompletableFuture<?> sendAsync(String method, Map<String, Object> params) throws Exception {
        throw new UnsupportedOperationException("no asynchronous send");
    }

    /** Return whether several threads may send at once, which is the next best thing to sending without waiting. */
    default boolean isThreadSafe() {
        return false;
    }

    /** Call the handler for every event of this name. */
    void on(String event, Consumer<Object> handler) throws Exception;

    /** Read a number in a result or an event, {@code number(result, "result", "value")}. */
    long number(Object node, Object... path);

    /** Read a text in a result or an event. */
    String text(Object node, Object... path);

    /** Wait until something is so, or the limit is over. Where events come only to those who wait, it lets them come. */
    default void await(BooleanSupplier condition, long limitMillis) throws Exception {
        long end = System.nanoTime() + limitMillis * 1_000_000;
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            Thread.sleep(2); // as little as costs no CPU that would be measured
        }
    }

    /** Close the page, and its context if it is isolated. */
    void close() throws Exception;

    /** Evaluate an expression and return its number. */
    default long evaluate(String expression) throws Exception {
        return number(send("Runtime.evaluate", Map.of("expression", expression)), "result", "value");
    }

    /** Evaluate an expression, wait for its promise, and return its text. */
    default String evaluateText(String expression) throws Exception {
        return text(
                send("Runtime.evaluate", Map.of("expression", expression, "returnByValue", true, "awaitPromise", true)),
                "result",
                "value");
    }
}
