package io.github.withcdp.internal.difference;

import io.github.withcdp.internal.likeness.SessionRoles;
import io.github.withcdp.internal.likeness.SessionRoles.Role;
import io.github.withcdp.internal.recording.RecordingInfo;
import io.github.withcdp.internal.recording.StoredRecording;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.ConsoleMessage;
import io.github.withcdp.recording.Exchange;
import io.github.withcdp.recording.RecordedMessage;
import io.github.withcdp.recording.Recording;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What is compared of a run, read once. What was said after the test had failed was said for its report, and is left out. */
final class ComparedRun {

    private static final Duration NEVER = Duration.ofSeconds(Long.MAX_VALUE);

    private final RecordingInfo info;
    private final List<RecordedMessage> messages;
    private final Duration end;
    private final SessionRoles roles;
    private final Map<Role, Duration> begins = new HashMap<>();
    private final Backbone backbone;
    private final List<Exchange> exchanges;
    private final List<ConsoleMessage> console;

    private ComparedRun(Recording recording, Optional<Duration> failedAt) {
        info = StoredRecording.infoOf(recording);
        end = failedAt.orElseGet(() -> failedAt(info.report()));
        var all = recording.messages();
        messages = all.stream().filter(message -> isBefore(message.elapsed())).toList();
        roles = SessionRoles.of(all);
        messages.forEach(message -> begins.putIfAbsent(roles.of(message.session()), message.elapsed()));
        backbone = Backbone.of(messages, roles);
        exchanges = recording.exchanges().stream()
                .filter(exchange -> isBefore(exchange.timing().started()) && !exchange.isFavicon())
                .toList();
        console = recording.console().stream()
                .filter(message -> isBefore(message.elapsed()) && !message.isAboutFavicon())
                .toList();
    }

    /** @param failedAt when it failed, if that is known; the header of a report's recording knows it as well */
    static ComparedRun of(Recording recording, Optional<Duration> failedAt) {
        return new ComparedRun(recording, failedAt);
    }

    private static Duration failedAt(JsonNode report) {
        var failedAt = report.path("failedAt");
        return failedAt.isNumber() ? Duration.ofNanos(failedAt.asLong(0)) : NEVER;
    }

    private boolean isBefore(Duration elapsed) {
        return elapsed.compareTo(end) <= 0;
    }

    /** Return the major version of the browser; empty if it is not known. */
    String majorVersion() {
        var digits = info.browser().replaceFirst("^[^0-9]*([0-9]+).*$", "$1");
        return digits.equals(info.browser()) ? "" : digits;
    }

    /** Return when it ended, if it failed; very late if it did not. */
    Duration end() {
        return end;
    }

    Role role(SessionId session) {
        return roles.of(session);
    }

    /** Return when the last thing happened of which this tells. */
    Duration lastMoment() {
        return messages.isEmpty()
                ? Duration.ZERO
                : messages.get(messages.size() - 1).elapsed();
    }

    /** Return when something was first said in a role. */
    Duration begin(Role role) {
        return begins.getOrDefault(role, Duration.ZERO);
    }

    /** Return what sessions there were, in the order in which they began. */
    Collection<Role> roles() {
        return roles.all();
    }

    List<RecordedMessage> messages() {
        return messages;
    }

    Backbone backbone() {
        return backbone;
    }

    List<Exchange> exchanges() {
        return exchanges;
    }

    List<ConsoleMessage> console() {
        return console;
    }
}
