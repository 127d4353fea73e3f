package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.PendingCommand;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.session.HandlerFailures.HandlerFailure;
import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.protocol.CDPEvent;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The sentences with which a wait that was not met says what may be the cause, and what came instead. */
final class Hints {

    /** Domains whose events come without an {@code enable}: always, or after a command of another name. */
    private static final Set<String> WITHOUT_ENABLE =
            Set.of("Browser", "Emulation", "Input", "Inspector", "Target", "Tethering", "Tracing");

    private static final Set<String> DOWNLOADS = Set.of(
            "Browser.downloadWillBegin", "Browser.downloadProgress", "Page.downloadWillBegin", "Page.downloadProgress");

    /** Commands that may wait for a promise of the page. */
    private static final Set<String> SETTLING =
            Set.of("Runtime.evaluate", "Runtime.callFunctionOn", "Runtime.awaitPromise");

    private static final int SHOWN = 3;
    private static final int SHOWN_COMMANDS = 5;

    private Hints() {}

    /** What may keep a command from being answered. */
    static List<String> silence(SessionState session, PendingCommand silent) {
        var lines = new ArrayList<>(obstacles(session));
        var others = session.context().connection().unansweredBeside(silent);
        others.stream()
                .limit(SHOWN_COMMANDS)
                .map(command -> "%s #%d, sent %s ago, is not answered either"
                        .formatted(command.method(), command.id(), Durations.format(command.age())))
                .forEach(lines::add);
        if (others.size() > SHOWN_COMMANDS) {
            lines.add("and %d more unanswered commands".formatted(others.size() - SHOWN_COMMANDS));
        }
        var remoteEnd = session.context().remoteEnd();
        if (lines.isEmpty() && remoteEnd.isInspector()) {
            lines.add(
                    "the target is %s; it may be busy (an endless loop?)%s"
                            .formatted(
                                    remoteEnd.name(),
                                    session.enabled("Runtime")
                                            ? ""
                                            : ", or have finished: then Node.js waits until nobody listens any more, and only where Runtime is enabled it says so"));
        } else if (lines.isEmpty()) {
            lines.add("the target is %s; %s%s"
                    .formatted(
                            MessageText.named(session.target()), maybe(session, silent.method()), tooLarge(session)));
        }
        lines.add("give the command more time: send(method, params, Duration), or withcdp.timeout for all of them");
        return lines;
    }

    /** What keeps a target from answering, a sentence each, as far as it has been told. */
    static List<String> obstacles(SessionState session) {
        var lines = session.watch().obstacles();
        session.failures().first().map(HandlerFailure::hint).ifPresent(lines::add);
        PendingRequests.lineOfNavigation(session)
                .map(
                        "the page is navigating, and Chrome may not answer before the server does: waiting for %s"
                                ::formatted)
                .ifPresent(lines::add);
        return lines;
    }

    /** What may keep a target from answering its first commands, with which its domains are enabled and it is told to run. */
    static List<String> standstill(SessionState session, List<PendingCommand> unanswered) {
        var lines = obstacles(session);
        var silent = unanswered.stream().map(PendingCommand::method).toList();
        if (lines.isEmpty()
                && !silent.isEmpty()
                && silent.stream().allMatch(method -> method.endsWith(".enable"))) { // but what came after them is
            lines.add("%s has not answered %s; leave out what it cannot enable: domains (withcdp.domains)"
                    .formatted(MessageText.named(session.target()), String.join(" and ", silent)));
        } else if (lines.isEmpty()) {
            lines.add(
                    "%s does not run: it may be frozen or discarded in the background, which Target.activateTarget ends, stopped in a debugger, or busy (an endless loop?)"
                            .formatted(MessageText.named(session.target())));
        }
        return lines;
    }

    private static String maybe(SessionState session, String method) {
        if (session.target().type().equals("browser")) {
            return "its process may be stopped, or short of time on a busy machine";
        }
        return "it may be busy (an endless loop?)"
                + (SETTLING.contains(method) ? ", or the promise that is waited for not settled yet" : "");
    }

    private static String tooLarge(SessionState session) {
        return session.context().connection().dropsLargeAnswers()
                ? ", or the answer larger than the 256 MiB that Chrome sends over a WebSocket"
                : "";
    }

    /** What keeps an answer from the one who waits for it. */
    static String handlerInTheWay(Duration timeout) {
        return "Chrome has answered, but a handler of an earlier event of this session has not returned in "
                + Durations.format(timeout);
    }

    /** Events that came and were not what was waited for. */
    static String refused(List<CDPEvent> events) {
        if (events.isEmpty()) {
            return "";
        }
        return events.stream()
                .skip(Math.max(0, events.size() - SHOWN))
                .map(each -> "\n    " + MessageText.cut(Json.text(each.params())))
                .collect(Collectors.joining(
                        "",
                        "\n  %d came that did not meet the condition%s:"
                                .formatted(events.size(), events.size() > SHOWN ? ", the last " + SHOWN : ""),
                        ""));
    }

    /** What came while something else was waited for. */
    static String insteadOf(SessionState session, String event, List<RecordedMessage> since) {
        var text = new StringBuilder();
        var tally = tally(since);
        if (tally.isEmpty()) {
            text.append("\n  Nothing else came in this session meanwhile");
        } else {
            text.append("\n  What came in this session meanwhile: ")
                    .append(tally.entrySet().stream()
                            .map(entry -> entry.getKey() + (entry.getValue() > 1 ? " ×" + entry.getValue() : ""))
                            .collect(Collectors.joining(", ")));
        }
        text.append(" (").append(MessageText.named(session.target())).append(')');
        obstacles(session).forEach(obstacle -> text.append("\n  ").append(obstacle));
        if (DOWNLOADS.contains(event)) {
            text.append(session.context().options().downloads().hint().replaceFirst("^, and ", "\n  "));
        }
        int dot = event.indexOf('.');
        var domain = dot < 0 ? event : event.substring(0, dot);
        var remoteEnd = session.context().remoteEnd();
        if (remoteEnd.missing().contains(domain)) {
            text.append("\n  %s has no domain %s".formatted(remoteEnd.name(), domain));
        } else if (remoteEnd.isInspector() && domain.equals("Network")) {
            text.append("\n  Node.js tells of requests only if it was started with --experimental-network-inspection");
        } else if (!WITHOUT_ENABLE.contains(domain)
                && tally.keySet().stream().noneMatch(method -> method.startsWith(domain + '.'))
                && !session.enabled(domain)) {
            text.append("\n  Was ").append(domain).append(".enable sent? Not in this session");
        }
        return text.toString();
    }

    private static Map<String, Long> tally(List<RecordedMessage> since) {
        return since.stream()
                .filter(RecordedMessage::isEvent)
                .collect(Collectors.groupingBy(RecordedMessage::method, LinkedHashMap::new, Collectors.counting()));
    }
}
