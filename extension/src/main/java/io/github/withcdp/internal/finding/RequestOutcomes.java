package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.network.Exchanges;
import io.github.withcdp.internal.transcript.BoundedMap;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** Remembers which messages tell what came of a request: its answer, and why it failed. */
final class RequestOutcomes implements Detector {

    private static final int REMEMBERED = 10_000;
    private static final long UNKNOWN = -1;

    private final Map<String, Long> answers = new BoundedMap<>(REMEMBERED);
    private final Map<String, Long> failures = new BoundedMap<>(REMEMBERED);

    @Override
    public void look(RecordedMessage message, Findings findings) {
        if (!message.isEvent()) {
            return;
        }
        switch (message.method()) {
            case "Network.responseReceived" -> answers.put(request(message), message.sequence());
            case "Network.loadingFailed" -> failures.put(request(message), message.sequence());
            default -> {
                // about something else
            }
        }
    }

    private static String request(RecordedMessage message) {
        return Exchanges.requestId(message.json());
    }

    /** Return the message that began a request, and those that tell what came of it. */
    List<Long> of(Exchange exchange) {
        return LongStream.of(
                        exchange.sequence(),
                        answers.getOrDefault(exchange.id(), UNKNOWN),
                        failures.getOrDefault(exchange.id(), UNKNOWN))
                .boxed()
                .toList();
    }
}
