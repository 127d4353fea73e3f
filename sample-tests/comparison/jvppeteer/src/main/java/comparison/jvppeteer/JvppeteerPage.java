package comparison.jvppeteer;

import com.fasterxml.jackson.databind.JsonNode;
import com.ruiyun.jvppeteer.api.core.CDPSession;
import com.ruiyun.jvppeteer.api.events.ConnectionEvents;
import com.ruiyun.jvppeteer.cdp.events.ConsoleAPICalledEvent;
import com.ruiyun.jvppeteer.cdp.events.LoadingFinishedEvent;
import com.ruiyun.jvppeteer.cdp.events.RequestWillBeSentEvent;
import com.ruiyun.jvppeteer.cdp.events.ResponseReceivedEvent;
import com.ruiyun.jvppeteer.cdp.events.ResponseReceivedExtraInfoEvent;
import comparison.Page;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A session of jvppeteer, whose results are trees, and whose events are objects of classes that it has for some of them. */
record JvppeteerPage(CDPSession session, Closing closing) implements Page {

    @FunctionalInterface
    interface Closing {
        void close() throws Exception;
    }

    /** It takes what is null out of the map that it is given, so that one has to be a copy. */
    @Override
    public Object send(String method, Map<String, Object> params) {
        return session.send(method, new LinkedHashMap<>(params));
    }

    @Override
    public boolean isThreadSafe() {
        return true;
    }

    @Override
    public void on(String event, Consumer<Object> handler) {
        session.on(eventOf(event), (Consumer<Object>) handler::accept);
    }

    private static ConnectionEvents eventOf(String name) {
        try {
            return ConnectionEvents.valueOf(name.replace('.', '_'));
        } catch (IllegalArgumentException e) {
            throw new UnsupportedOperationException("it does not know " + name, e);
        }
    }

    @Override
    public long number(Object node, Object... path) {
        return node instanceof ConsoleAPICalledEvent event
                ? ((Number) event.getArgs().get(0).getValue()).longValue()
                : at(node, path).asLong();
    }

    @Override
    public String text(Object node, Object... path) {
        if (node instanceof RequestWillBeSentEvent event) {
            return event.getRequestId();
        }
        if (node instanceof ResponseReceivedEvent event) {
            return event.getRequestId();
        }
        if (node instanceof ResponseReceivedExtraInfoEvent event) {
            return event.getRequestId();
        }
        return node instanceof LoadingFinishedEvent event
                ? event.getRequestId()
                : at(node, path).asText();
    }

    private static JsonNode at(Object node, Object... path) {
        var found = (JsonNode) node;
        for (var step : path) {
            found = step instanceof Integer index ? found.path(index) : found.path((String) step);
        }
        return found;
    }

    @Override
    public void close() throws Exception {
        closing.close();
    }
}
