package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.transcript.BoundedMap;
import io.github.withcdp.recording.RecordedMessage;
import java.util.Map;

/** Remembers which header or method CORS did not like. */
final class CorsParameters implements Detector {

    private final Map<String, String> parameters = new BoundedMap<>(10_000);

    @Override
    public void look(RecordedMessage message, Findings findings) {
        if (message.isEvent()
                && message.method().equals("Network.loadingFailed")
                && message.json().contains("\"failedParameter\"")) {
            var params = Detector.read(message, "params");
            var parameter = params.at("/corsErrorStatus/failedParameter").asString("");
            if (!parameter.isEmpty()) {
                parameters.put(params.path("requestId").asString(""), parameter);
            }
        }
    }

    /** Return what Chrome named when CORS forbade the request of this id; empty if it named nothing. */
    String of(String request) {
        return parameters.getOrDefault(request, "");
    }
}
