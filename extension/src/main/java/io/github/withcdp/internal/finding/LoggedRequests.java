package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.transcript.BoundedMap;
import io.github.withcdp.recording.RecordedMessage;
import java.util.Map;

/** Remembers which entries of the browser's log are about which request. */
final class LoggedRequests implements Detector {

    private final Map<Long, String> requests = new BoundedMap<>(10_000);

    @Override
    public void look(RecordedMessage message, Findings findings) {
        if (message.isEvent() && message.method().equals("Log.entryAdded")) {
            var request = Detector.read(message, "params")
                    .path("entry")
                    .path("networkRequestId")
                    .asString("");
            if (!request.isEmpty()) {
                requests.put(message.sequence(), request);
            }
        }
    }

    /** Return the id of the request that the entry with this sequence is about, empty if it is about none. */
    String requestOf(long sequence) {
        return requests.getOrDefault(sequence, "");
    }
}
