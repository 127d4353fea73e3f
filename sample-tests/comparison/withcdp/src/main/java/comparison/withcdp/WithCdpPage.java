package comparison.withcdp;

import comparison.Page;
import io.github.withcdp.session.CDPSession;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** A session of WithCDP. */
record WithCdpPage(CDPSession session, Runnable closing) implements Page {

    @Override
    public Object send(String method, Map<String, Object> params) {
        return session.send(method, params);
    }

    @Override
    public CompletableFuture<?> sendAsync(String method, Map<String, Object> params) {
        return session.sendAsync(method, params);
    }

    @Override
    public boolean isThreadSafe() {
        return true;
    }

    @Override
    public void on(String event, Consumer<Object> handler) {
        session.on(event, received -> handler.accept(received.params()));
    }

    @Override
    public long number(Object node, Object... path) {
        return at(node, path).asLong();
    }

    @Override
    public String text(Object node, Object... path) {
        return at(node, path).asString();
    }

    private static JsonNode at(Object node, Object... path) {
        var found = (JsonNode) node;
        for (var step : path) {
            found = step instanceof Integer index ? found.path(index) : found.path((String) step);
        }
        return found;
    }

    @Override
    public void close() {
        closing.run();
    }
}
