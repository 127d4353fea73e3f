package io.github.withcdp.assertions.internal.evidence;

import io.github.withcdp.assertions.internal.match.EventPattern;
import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.recording.CapturedEvents;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Why an event may be missing. */
public final class MissingEventHint {

    private static final int WORDS = 300;

    /** Domains whose events come without an {@code enable}: always, or after a command of another name. */
    private static final Set<String> WITHOUT_ENABLE =
            Set.of("Browser", "Emulation", "Input", "Inspector", "Target", "Tethering", "Tracing");

    private MissingEventHint() {}

    /** Return the question to ask if no event of a domain came; empty if there is none. */
    public static List<String> in(CapturedEvents events, EventPattern missing) {
        return isSilent(events, missing.domain())
                ? List.of("None came from its domain. Was %s.enable sent?".formatted(missing.domain()))
                : List.of();
    }

    private static boolean isSilent(CapturedEvents events, String domain) {
        return !WITHOUT_ENABLE.contains(domain)
                && events.inDomain(domain).stream().findAny().isEmpty();
    }

    /** Return what a session tells about an event that it has not received. */
    public static List<String> in(CDPSession session, EventPattern missing) {
        var recording = session.recording();
        if (session.target().type().equals("node")
                && missing.domain().equals("Network")
                && isSilent(recording.events(), "Network")) {
            return List.of(
                    "Node.js tells of requests only if it was started with --experimental-network-inspection, which not every version knows.");
        }
        return in(recording, missing);
    }

    /** Return what a recording tells about an event that it has not. */
    public static List<String> in(Recording recording, EventPattern missing) {
        var lines = new ArrayList<String>();
        domain(recording, missing).ifPresent(lines::add);
        if (!recording.isComplete()) {
            lines.add("The recording is incomplete: " + ShownText.text(recording.incompleteBecause(), WORDS));
        }
        return lines;
    }

    private static Optional<String> domain(Recording recording, EventPattern missing) {
        var commands = recording.commands();
        var enable = missing.domain() + ".enable";
        var disable = missing.domain() + ".disable";
        var last = commands.stream()
                .map(RecordedMessage::method)
                .filter(method -> method.equals(enable) || method.equals(disable))
                .reduce((earlier, later) -> later);
        if (last.isPresent() && last.get().equals(disable)) {
            return Optional.of("The domain was switched off by %s.".formatted(disable));
        }
        if (last.isPresent() || !isSilent(recording.events(), missing.domain())) {
            return Optional.empty();
        }
        return Optional.of("None came from its domain, and %s was not sent.".formatted(enable));
    }
}
