package comparison.selenium;

import comparison.Page;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.openqa.selenium.devtools.idealized.target.model.SessionID;

/** A session over Selenium's connection; its listeners hear the events of all sessions, on several threads. */
record SeleniumPage(RawConnection connection, SessionID session, String target, String context) implements Page {

    @Override
    public Object send(String method, Map<String, Object> params) {
        return connection.send(session, method, params);
    }

    @Override
    public CompletableFuture<?> sendAsync(String method, Map<String, Object> params) {
        return connection.sendAsync(session, method, params);
    }

    @Override
    public boolean isThreadSafe() {
        return true;
    }

    @Override
    public void on(String event, Consumer<Object> handler) {
        connection.on(event, handler::accept);
    }

    @Override
    public long number(Object node, Object... path) {
        return ((Number) at(node, path)).longValue();
    }

    @Override
    public String text(Object node, Object... path) {
        return (String) at(node, path);
    }

    private static Object at(Object node, Object... path) {
        var found = node;
        for (var step : path) {
            found = step instanceof Integer index ? ((List<?>) found).get(index) : ((Map<?, ?>) found).get(step);
        }
        return found;
    }

    @Override
    public void close() {
        if (context.isEmpty()) {
            connection.send(null, "Target.closeTarget", Map.of("targetId", target));
        } else {
            connection.send(null, "Target.disposeBrowserContext", Map.of("browserContextId", context));
        }
    }
}
