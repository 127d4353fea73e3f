package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.internal.transcript.BoundedMap;
import io.github.withcdp.recording.RecordedMessage;
import java.util.Map;

/** Remembers which answers service workers took out of a cache of theirs, and what that is called. */
final class ServiceWorkerCaches implements Detector {

    private static final String FROM_WORKER = "\"fromServiceWorker\":true";

    private final Map<String, String> caches = new BoundedMap<>(10_000);

    @Override
    public void look(RecordedMessage message, Findings findings) {
        if (message.isEvent()
                && message.method().equals("Network.responseReceived")
                && message.json().contains(FROM_WORKER)) {
            var params = Detector.read(message, "params");
            var response = params.path("response");
            if (response.path("serviceWorkerResponseSource").asString("").equals("cache-storage")) {
                caches.put(
                        params.path("requestId").asString(""),
                        response.path("cacheStorageCacheName").asString(""));
            }
        }
    }

    boolean contain(String request) {
        return caches.containsKey(request);
    }

    /** Return the name of the cache, in quotes and with a blank before it; empty if it was not told. */
    String nameFor(String request) {
        var name = caches.getOrDefault(request, "");
        return name.isEmpty() ? "" : " \"" + SafeText.line(name, 40) + "\"";
    }
}
