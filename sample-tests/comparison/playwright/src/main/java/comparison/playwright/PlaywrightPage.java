package comparison.playwright;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page.WaitForConditionOptions;
import com.microsoft.playwright.TimeoutError;
import comparison.Page;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A session of Playwright; its events come while somebody waits. */
record PlaywrightPage(com.microsoft.playwright.Page page, CDPSession session) implements Page {

    private static final Gson GSON = new Gson();

    @Override
    public Object send(String method, Map<String, Object> params) {
        var object = new JsonObject();
        params.forEach((name, value) -> object.add(name, GSON.toJsonTree(value)));
        return session.send(method, object);
    }

    @Override
    public void on(String event, Consumer<Object> handler) {
        session.on(event, handler::accept);
    }

    @Override
    public long number(Object node, Object... path) {
        return at(node, path).getAsLong();
    }

    @Override
    public String text(Object node, Object... path) {
        return at(node, path).getAsString();
    }

    private static JsonElement at(Object node, Object... path) {
        var found = (JsonElement) node;
        for (var step : path) {
            found = step instanceof Integer index
                    ? found.getAsJsonArray().get(index)
                    : found.getAsJsonObject().get((String) step);
        }
        return found;
    }

    @Override
    public void await(BooleanSupplier condition, long limitMillis) {
        try {
            page.waitForCondition(condition, new WaitForConditionOptions().setTimeout(limitMillis));
        } catch (TimeoutError e) {
            // what is missing is counted
        }
    }

    @Override
    public void close() {
        page.context().close();
    }
}
