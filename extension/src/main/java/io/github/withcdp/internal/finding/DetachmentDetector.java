package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.recording.DetachReasons;
import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.internal.transcript.BoundedMap;
import io.github.withcdp.protocol.DetachReason;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Pages that went away although no command asked for it.
 * Workers and frames come and go as their page likes, so they do not count; a page that crashed has been told already.
 *
 * <p>So do popups, and many a test counts on it: one is told only of a test that failed, and only if the test had to do with it last, or if it
 * went in the last step of the test. Who has closed a page, no message tells; but what the test had done before, and how long before.
 */
final class DetachmentDetector implements Detector {

    private static final int REMEMBERED = 10_000;
    private static final int URL = 120;

    /** A page that is asked to close itself by a script of the test. */
    private static final Pattern CLOSING = Pattern.compile("(?:^|[^.\\w$])(?:(?:window|self|top)\\.)?close\\(\\)");

    /** A page that went away; what is said of it, and what Chrome told as the reason. */
    private record Gone(
            RecordedMessage message, SessionId session, RecordedTarget target, String what, String chromeReason) {}

    private final RecordedTargets targets;
    private final Relevance relevance;
    private final ClosingScripts scripts;
    private final String browserEnd;

    /** Session, target and context ids whose end was asked for or has been told. */
    private final Map<String, Boolean> settled = new BoundedMap<>(REMEMBERED);

    /** Sessions that said something here: the end of others is not this recording's business. */
    private final Map<String, Boolean> seen = new BoundedMap<>(REMEMBERED);

    private final List<Gone> popups = new ArrayList<>();
    private Optional<RecordedMessage> lastCommand = Optional.empty();
    private boolean browserClosing;

    /**
     * Create for one pass.
     *
     * @param browserEnd how the browser ended, of which Chrome tells with the same words as of a page that was closed; empty if it runs
     */
    DetachmentDetector(RecordedTargets targets, Relevance relevance, ClosingScripts scripts, String browserEnd) {
        this.scripts = scripts;
        this.browserEnd = browserEnd;
        this.targets = targets;
        this.relevance = relevance;
    }

    @Override
    public void look(RecordedMessage message, Findings findings) {
        seen.put(message.session().value(), true);
        if (message.isCommand()) {
            command(message);
        } else if (message.isEvent()) {
            event(message, findings);
        }
    }

    private void command(RecordedMessage message) {
        if (LastWait.isOfTest(message)) {
            lastCommand = Optional.of(message);
        }
        switch (message.method()) {
            case "Browser.close" -> browserClosing = true;
            case "Page.close" -> settle(message.session().value());
            case "Target.closeTarget" -> settle(param(message, "targetId"));
            case "Target.disposeBrowserContext" -> settle(param(message, "browserContextId"));
            case "Target.detachFromTarget" -> {
                settle(param(message, "sessionId"));
                settle(param(message, "targetId"));
            }
            case "Runtime.evaluate" -> {
                if (CLOSING.matcher(param(message, "expression")).find()) {
                    settle(message.session().value());
                }
            }
            default -> {
                // ends nothing
            }
        }
    }

    private void event(RecordedMessage message, Findings findings) {
        switch (message.method()) {
            case "Target.attachedToTarget" -> seen.put(param(message, "sessionId"), true);
            case "Inspector.targetCrashed" -> settle(message.session().value());
            case "Inspector.detached" -> gone(message, message.session(), param(message, "reason"), findings);
            case "Target.detachedFromTarget" -> gone(message, new SessionId(param(message, "sessionId")), "", findings);
            default -> {
                // about something else
            }
        }
    }

    private void gone(RecordedMessage message, SessionId session, String chromeReason, Findings findings) {
        var target = targets.of(session);
        boolean asked = browserClosing
                || settled.containsKey(session.value())
                || settled.containsKey(target.id())
                || settled.containsKey(target.browserContext());
        if (asked || !seen.containsKey(session.value()) || !target.isPage()) {
            return;
        }
        settle(session.value());
        settle(target.id());
        var gone = new Gone(message, session, target, what(message.elapsed(), target), chromeReason);
        if (!target.isPopup()) {
            add(gone, findings);
        } else if (popups.size() < REMEMBERED) {
            popups.add(gone);
        }
    }

    @Override
    public void end(PointInTime end, Findings findings) {
        for (var popup : popups) {
            boolean lastOfTest = lastCommand
                    .filter(command -> targets.of(command.session())
                            .id()
                            .equals(popup.target().id()))
                    .isPresent();
            if (relevance.isAboutFailure()
                    && (lastOfTest || relevance.isOfLastStep(popup.message().elapsed()))) {
                add(popup, findings);
            }
        }
    }

    private void add(Gone gone, Findings findings) {
        findings.end(
                gone.session(),
                findings.add(
                        Suspicion.Kind.DETACHED,
                        gone.message().elapsed(),
                        gone.session(),
                        gone.message().sequence(),
                        gone.what() + ": " + why(gone.target(), gone.chromeReason())));
    }

    /** {@code The popup http://shop.test/help went away 1.2 s after it came and 12 ms after Runtime.evaluate (message 45)}. */
    private String what(Duration moment, RecordedTarget target) {
        var after = Stream.concat(
                        target.came().stream()
                                .map(came -> " " + Durations.format(moment.minus(came)) + " after it came"),
                        lastCommand.stream()
                                .map(command -> " %s after %s (message %d)"
                                        .formatted(
                                                Durations.format(moment.minus(command.elapsed())),
                                                SafeText.line(command.method(), 60),
                                                command.sequence())))
                .collect(Collectors.joining(" and"));
        return "The %s went away%s".formatted(target.fullName(moment), after);
    }

    private String why(RecordedTarget target, String chromeReason) {
        var words = DetachReasons.words(chromeReason);
        boolean closed = DetachReasons.reason(chromeReason) == DetachReason.TARGET_CLOSED;
        if (!browserEnd.isEmpty() && (closed || words.isEmpty())) {
            return browserEnd;
        }
        if (target.isPopup() && (closed || words.isEmpty())) { // in the process of its opener it goes without a word
            return "a script closed it (window.close()), %s, or another client or somebody at the window did"
                    .formatted(whose(target));
        }
        if (words.isEmpty()) {
            return "Chrome detached us without a reason, and nobody asked it to";
        }
        return closed ? words : "Chrome detached us: " + words;
    }

    /** Return whose script closed a popup, or which, if only one of them can have. */
    private String whose(RecordedTarget popup) {
        var closing = scripts.among(request -> {
                    var page = targets.pageOf(targets.of(request.session())).id();
                    return page.equals(popup.id()) || page.equals(popup.opener());
                })
                .orElse(List.of());
        return closing.size() == 1
                ? "and of those on record only %s calls close()".formatted(SafeText.line(closing.get(0), URL))
                : "its own or that of the page that opened it";
    }

    private void settle(String id) {
        if (!id.isEmpty()) {
            settled.put(id, true);
        }
    }

    private static String param(RecordedMessage message, String name) {
        return text(Detector.read(message, "params"), name);
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
