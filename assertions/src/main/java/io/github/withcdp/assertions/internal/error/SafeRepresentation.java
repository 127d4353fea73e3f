package io.github.withcdp.assertions.internal.error;

import io.github.withcdp.assertions.internal.text.ShownConsole;
import io.github.withcdp.assertions.internal.text.ShownExchange;
import io.github.withcdp.assertions.internal.text.ShownParams;
import io.github.withcdp.assertions.internal.text.ShownSession;
import io.github.withcdp.assertions.internal.text.ShownText;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.recording.CapturedEvents;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import io.github.withcdp.session.CDPSession;
import java.util.Optional;
import org.assertj.core.presentation.Representation;

/**
 * Shows sessions, recordings, events and messages short and safe. A representation that somebody has made for them goes first,
 * which shows in that it has more to say than their {@code toString}.
 */
record SafeRepresentation(Representation chosen) implements Representation {

    private static final int LONGEST = 500;

    @Override
    public String toStringOf(Object object) {
        String text = chosen.toStringOf(object);
        return usual(object)
                .map(usual -> text.equals(object.toString()) ? usual : ShownText.text(text, LONGEST))
                .orElse(text);
    }

    @Override
    public String unambiguousToStringOf(Object object) {
        return chosen.unambiguousToStringOf(object);
    }

    /** Return how something of ours is shown; empty for all else. */
    private static Optional<String> usual(Object object) {
        if (object instanceof CDPSession session) {
            return Optional.of(ShownSession.line(session));
        }
        if (object instanceof CDPEvent event) {
            return Optional.of("%s %s"
                    .formatted(
                            ShownText.text(event.method(), ShownText.VALUE), ShownParams.of(event.params(), LONGEST)));
        }
        if (object instanceof RecordedMessage message) {
            return Optional.of("#%d %s".formatted(message.sequence(), ShownText.text(message.json(), LONGEST)));
        }
        if (object instanceof Exchange exchange) {
            return Optional.of(ShownExchange.line(exchange));
        }
        if (object instanceof ConsoleMessage message) {
            return Optional.of(ShownConsole.line(message));
        }
        if (object instanceof Recording recording) {
            return Optional.of(
                    "recording of %s".formatted(many(recording.messages().size(), "message")));
        }
        if (object instanceof CapturedEvents events) {
            return Optional.of(many(events.stream().count(), "captured event"));
        }
        return Optional.empty();
    }

    private static String many(long count, String noun) {
        return "%d %s%s".formatted(count, noun, count == 1 ? "" : "s");
    }
}
