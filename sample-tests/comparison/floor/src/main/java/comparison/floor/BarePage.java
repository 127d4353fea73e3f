package comparison.floor;

import comparison.Page;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A session of a bare client. Handlers are called on the thread that reads. */
final class BarePage implements Page {

    private record Handler(String event, Consumer<Object> action) {}

    private static final int METHOD = "{\"method\":\"".length();

    private final BareClient client;
    private final String session;
    private final String target;
    private final String context;
    private final CopyOnWriteArrayList<Handler> handlers = new CopyOnWriteArrayList<>();

    BarePage(BareClient client, String session, String target, String context) {
        this.client = client;
        this.session = session;
        this.target = target;
        this.context = context;
    }

    String session() {
        return session;
    }

    void handle(Message event) {
        for (var handler : handlers) {
            if (event.hasAt(METHOD, handler.event())) {
                handler.action().accept(event);
            }
        }
    }

    @Override
    public Object send(String method, Map<String, Object> params) throws Exception {
        return client.call(method, params, session);
    }

    @Override
    public CompletableFuture<?> sendAsync(String method, Map<String, Object> params) throws Exception {
        return client.callAsync(method, params, session);
    }

    @Override
    public boolean isThreadSafe() {
        return true;
    }

    @Override
    public void on(String event, Consumer<Object> handler) {
        handlers.add(new Handler(event + "\"", handler));
    }

    @Override
    public long number(Object node, Object... path) {
        return ((Message) node).number((String) path[path.length - 1]);
    }

    @Override
    public String text(Object node, Object... path) {
        return ((Message) node).text((String) path[path.length - 1]);
    }

    @Override
    public void close() throws Exception {
        client.forget(session);
        if (context.isEmpty()) {
            client.call("Target.closeTarget", Map.of("targetId", target), "");
        } else {
            client.call("Target.disposeBrowserContext", Map.of("browserContextId", context), "");
        }
    }
}
