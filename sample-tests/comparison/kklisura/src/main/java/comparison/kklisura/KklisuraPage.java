package comparison.kklisura;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.kklisura.cdt.services.ChromeDevToolsService;
import com.github.kklisura.cdt.services.types.MethodInvocation;
import comparison.Page;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** A page of chrome-devtools-java-client, with trees instead of its classes, which spares it the work of making them. */
record KklisuraPage(ChromeDevToolsService service, Runnable closing) implements Page {

    private static final AtomicLong IDS = new AtomicLong(1_000_000);

    @Override
    public Object send(String method, Map<String, Object> params) {
        var command = new MethodInvocation();
        command.setId(IDS.incrementAndGet());
        command.setMethod(method);
        command.setParams(params);
        return service.invoke(null, JsonNode.class, command);
    }

    @Override
    public boolean isThreadSafe() {
        return true;
    }

    @Override
    public void on(String event, Consumer<Object> handler) {
        var names = event.split("\\.");
        service.addEventListener(names[0], names[1], handler::accept, JsonNode.class);
    }

    @Override
    public long number(Object node, Object... path) {
        return at(node, path).asLong();
    }

    @Override
    public String text(Object node, Object... path) {
        return at(node, path).asText();
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
        service.close();
        closing.run();
    }
}
