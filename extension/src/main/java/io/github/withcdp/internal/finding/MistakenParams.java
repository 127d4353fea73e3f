package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.schema.StrictNames;
import io.github.withcdp.internal.transcript.BoundedMap;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Commands that the protocol does not have like this, and about which Chrome did not complain: it ignores a param that it does not know; and those that
 * it will not have for ever.
 */
final class MistakenParams implements Detector {

    private static final int REMEMBERED = 1_000;

    private record Sent(Duration elapsed, SessionId session, long sequence, List<String> remarks) {}

    private final StrictNames names;
    private final Map<Integer, Sent> unanswered = new BoundedMap<>(REMEMBERED);

    MistakenParams(StrictNames names) {
        this.names = names;
    }

    @Override
    public void look(RecordedMessage message, Findings findings) {
        if (message.isEvent() || message.id().isEmpty()) {
            return;
        }
        if (!message.isCommand()) {
            answered(message, findings);
        } else if (LastWait.isOfTest(message) && message.json().length() <= READABLE) {
            sent(message, Detector.read(message, "params"), findings);
        }
    }

    private void sent(RecordedMessage command, JsonNode params, Findings findings) {
        names.deprecations(command.method(), params)
                .forEach(remark -> findings.add(Suspicion.Kind.DEPRECATED, command, remark));
        var remarks = names.remarks(command.method(), params);
        if (!remarks.isEmpty()) {
            unanswered.put(
                    command.id().getAsInt(),
                    new Sent(command.elapsed(), command.session(), command.sequence(), remarks));
        }
    }

    private void answered(RecordedMessage answer, Findings findings) {
        var sent = unanswered.remove(answer.id().getAsInt());
        if (sent != null && !answer.tree().has("error")) { // which is told, with Chrome's own words
            add(sent, findings);
        }
    }

    @Override
    public void end(PointInTime end, Findings findings) {
        unanswered.values().forEach(sent -> add(sent, findings));
    }

    private static void add(Sent sent, Findings findings) {
        sent.remarks()
                .forEach(remark ->
                        findings.add(Suspicion.Kind.MISTAKEN, sent.elapsed(), sent.session(), sent.sequence(), remark));
    }
}
