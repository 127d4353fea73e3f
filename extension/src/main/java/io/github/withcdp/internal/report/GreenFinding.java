package io.github.withcdp.internal.report;

import io.github.withcdp.internal.finding.Suspicion;
import io.github.withcdp.internal.finding.Suspicions;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.Difference;
import io.github.withcdp.recording.Difference.Explanation;
import io.github.withcdp.recording.Difference.Kind;
import io.github.withcdp.recording.Difference.Presence;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.RecordingDiff;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Puts first among the findings what was otherwise when the test passed, if that can be what led to the failure: the first difference that
 * nothing explains, unless that is what the test itself has asked for, or was answered.
 */
final class GreenFinding {

    private static final int SENTENCE = 400;

    private GreenFinding() {}

    static Suspicions first(
            Suspicions found, Optional<RecordingDiff> diff, List<RecordedMessage> messages, Duration origin) {
        var first = diff.flatMap(each -> each.differences().stream().findFirst());
        if (first.isEmpty() || (first.get().kind() == Kind.COMMAND && found.total() > 0)) {
            return found;
        }
        var difference = first.get();
        var same = found.top().stream()
                .filter(suspicion -> difference.presence() != Presence.MISSING
                        && suspicion.messages().contains(difference.sequence()))
                .findFirst();
        var top = new ArrayList<Suspicion>();
        top.add(same.map(suspicion -> unlike(suspicion, difference))
                .orElseGet(() -> suspicion(difference, messages, origin)));
        found.top().stream()
                .filter(suspicion -> !same.equals(Optional.of(suspicion)))
                .limit(Suspicions.SHOWN - 1)
                .forEach(top::add);
        return new Suspicions(top, found.total() + (same.isPresent() ? 0 : 1), found.nothing());
    }

    /** Return a finding that is told already, with what was otherwise. */
    private static Suspicion unlike(Suspicion suspicion, Difference difference) {
        return new Suspicion(
                suspicion.kind(),
                suspicion.at(),
                suspicion.session(),
                suspicion.sentence() + "; unlike the last green run: " + SafeText.line(what(difference), SENTENCE),
                suspicion.times(),
                suspicion.messages(),
                suspicion.source());
    }

    private static String what(Difference difference) {
        if (difference.presence() == Presence.ADDED) {
            return "it was not there";
        }
        return difference.changes().stream()
                .filter(change -> change.explanation() == Explanation.NONE)
                .findFirst()
                .map(Difference.Change::toString)
                .orElse("it was another one");
    }

    private static Suspicion suspicion(Difference difference, List<RecordedMessage> messages, Duration origin) {
        // What is missing has its number in the other run.
        var shown = messages.stream()
                .filter(message ->
                        difference.presence() != Presence.MISSING && message.sequence() == difference.sequence())
                .findFirst();
        return new Suspicion(
                Suspicion.Kind.DIFFERENT,
                difference.elapsed().minus(origin),
                shown.map(RecordedMessage::session).orElse(SessionId.BROWSER),
                "unlike the last green run: " + SafeText.line(difference.toString(), SENTENCE),
                1,
                shown.map(message -> List.of(message.sequence())).orElse(List.of()),
                List.of());
    }
}
