package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.schema.StrictNames;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Events that the test has asked for, and that a later Chrome may no longer send; shown by the first that came. */
final class DeprecatedEvents implements Detector {

    private final Map<String, String> sentences; // of those that have not come

    DeprecatedEvents(StrictNames names) {
        sentences = new LinkedHashMap<>(names.deprecatedEvents());
    }

    @Override
    public void look(RecordedMessage message, Findings findings) {
        if (!sentences.isEmpty() && message.isEvent()) {
            var sentence = sentences.remove(message.method());
            if (sentence != null) {
                findings.add(Suspicion.Kind.DEPRECATED, message, sentence);
            }
        }
    }

    @Override
    public void end(PointInTime end, Findings findings) {
        sentences
                .values()
                .forEach(sentence ->
                        findings.add(Suspicion.Kind.DEPRECATED, end.elapsed(), SessionId.BROWSER, List.of(), sentence));
    }
}
