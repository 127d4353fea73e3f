package io.github.withcdp.internal.finding;

import io.github.withcdp.internal.script.ThrownException;
import io.github.withcdp.internal.text.Durations;
import io.github.withcdp.internal.text.SafeText;
import io.github.withcdp.internal.transcript.BoundedMap;
import io.github.withcdp.internal.transcript.ProtocolError;
import io.github.withcdp.protocol.SessionId;
import io.github.withcdp.recording.RecordedMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.node.MissingNode;

/**
 * Commands that Chrome refused or never answered, and those that failed although Chrome calls it a result.
 * An evaluation that threw is none if the same one had a value later on: whoever waits for a page asks before it is there, too.
 */
final class CommandDetector implements Detector {

    private record Sent(
            String method, String url, String expression, Duration elapsed, SessionId session, long sequence) {}

    /**
     * What an evaluation has thrown because a request failed.
     *
     * @param sentence that tells it
     */
    record Rejection(RecordedMessage message, String text, String sentence) {}

    /**
     * A command that Chrome has refused.
     *
     * @param command what it was
     * @param text why
     */
    private record Refusal(RecordedMessage message, String command, String text) {

        boolean isOfNobody() {
            return text.startsWith(GONE) || text.startsWith(NOBODY);
        }
    }

    private static final int REMEMBERED = 10_000;

    private static final String GONE = "Inspected target navigated or closed";
    private static final String NOBODY = "Session with given id not found";

    /** What is fetched for a report. What a failed test has not fetched by then comes after the failure; of one that passed nobody knows. */
    private static final Set<String> FOR_REPORT = Set.of(
            "Page.captureScreenshot", "DOM.getOuterHTML", "Network.getResponseBody", "Network.getRequestPostData");

    /** What WithCDP sends to clear up after itself, waiting for no answer: it may be the last that is on record. */
    private static final Set<String> UNAWAITED = Set.of("Runtime.releaseObject", "Runtime.releaseObjectGroup");

    private final RecordedTargets targets;
    private final Relevance relevance;
    private final Map<Integer, Sent> unanswered = new BoundedMap<>(REMEMBERED);
    private final Map<String, Finding> navigations = new BoundedMap<>(REMEMBERED); // by their loaders
    private final List<Rejection> rejections = new ArrayList<>();
    private final List<Refusal> tooLate = new ArrayList<>();
    private final Map<String, List<Rejection>> thrown = new BoundedMap<>(REMEMBERED);

    CommandDetector(RecordedTargets targets, Relevance relevance) {
        this.targets = targets;
        this.relevance = relevance;
    }

    @Override
    public void look(RecordedMessage message, Findings findings) {
        if (message.isCommand()) {
            if (!UNAWAITED.contains(message.method())) {
                message.id().ifPresent(id -> unanswered.put(id, sent(message)));
            }
        } else if (!message.isEvent()) {
            answer(message, findings);
        }
    }

    @Override
    public void end(PointInTime end, Findings findings) {
        tooLate.forEach(refusal -> addTooLate(refusal, findings));
        thrown.values().stream()
                .flatMap(List::stream)
                .forEach(each -> findings.add(Suspicion.Kind.EXCEPTION, each.message(), each.sentence()));
        unanswered.values().removeIf(sent -> !relevance.isAboutFailure() && FOR_REPORT.contains(sent.method()));
        unanswered
                .values()
                .removeIf(sent -> isSetUp(sent.method())
                        && targets.of(sent.session()).isWorker()
                        && targets.of(sent.session()).left().isPresent());
        for (var sent : unanswered.values()) {
            var sessionEnd = findings.endOf(sent.session());
            if (sessionEnd.isPresent()) { // nobody was there to answer
                sessionEnd
                        .get()
                        .alsoTold(
                                Suspicion.Kind.UNANSWERED,
                                sent.sequence(),
                                "; " + SafeText.line(described(sent), 120) + " was not answered");
            } else {
                findings.add(
                                Suspicion.Kind.UNANSWERED,
                                sent.elapsed(),
                                sent.session(),
                                sent.sequence(),
                                "%s was not answered; it was sent %s before %s"
                                        .formatted(
                                                described(sent),
                                                Durations.format(end.since(sent.elapsed())),
                                                end.name()))
                        .stillSo();
            }
        }
    }

    /** Return what tells that a navigation was refused, by the id of its loader, which is that of its request; empty if there is none. */
    Optional<Finding> navigation(String loader) {
        return Optional.ofNullable(navigations.get(loader));
    }

    /** Return what evaluations have thrown because a request failed, which may have been told already. */
    List<Rejection> rejections() {
        return rejections;
    }

    /** A worker that does not start, or does little, goes before it was set up; of what is more than that somebody would miss the answer. */
    private static boolean isSetUp(String method) {
        return method.endsWith(".enable")
                || method.equals("Target.setAutoAttach")
                || method.equals("Runtime.runIfWaitingForDebugger");
    }

    private static Sent sent(RecordedMessage message) {
        var url = message.method().equals("Page.navigate") ? param(message, "url") : "";
        var expression = message.method().equals("Runtime.evaluate") ? param(message, "expression") : "";
        return new Sent(
                message.method(),
                SafeText.line(url, 200),
                expression,
                message.elapsed(),
                message.session(),
                message.sequence());
    }

    private static String param(RecordedMessage message, String name) {
        return Detector.read(message, "params").path(name).asString("");
    }

    private static String named(Sent sent) {
        return sent.url().isEmpty() ? sent.method() : sent.method() + " to " + sent.url();
    }

    /** Return the same with what was to be evaluated. */
    private static String described(Sent sent) {
        return sent.expression().isEmpty() ? named(sent) : named(sent) + " of " + SafeText.line(sent.expression(), 60);
    }

    private void answer(RecordedMessage message, Findings findings) {
        var sent = message.id().isPresent() ? unanswered.remove(message.id().getAsInt()) : null;
        var name = sent == null ? message.method() : named(sent);
        var error = ProtocolError.of(message.json());
        if (error.isPresent()) {
            var refusal = new Refusal(
                    message, name.isEmpty() ? "A message" : name, error.get().text());
            if (refusal.isOfNobody()
                    && isSetUp(message.method())
                    && targets.of(message.session()).isWorker()) {
                return;
            }
            if (refusal.isOfNobody() && tooLate.size() < REMEMBERED) {
                tooLate.add(refusal);
            } else {
                add(refusal, findings);
            }
        } else if (message.method().equals("Page.navigate")) {
            // A refused navigation is a result with an errorText.
            var result = Detector.read(message, "result");
            var text = result.path("errorText").asString("");
            if (!text.isEmpty()) {
                var finding = findings.add(Suspicion.Kind.COMMAND_FAILED, message, name + " failed: " + text);
                navigations.put(result.path("loaderId").asString(""), finding);
            }
        } else if (message.method().startsWith("Runtime.")) {
            evaluated(message, name, sent == null ? "" : sent.expression(), findings);
        }
    }

    private static void add(Refusal refusal, Findings findings) {
        findings.add(
                Suspicion.Kind.COMMAND_FAILED, refusal.message(), refusal.command() + " failed: " + refusal.text());
    }

    /** What was sent to somebody who had just gone belongs to what tells of that, as what was sent a moment before and got no answer. */
    private static void addTooLate(Refusal refusal, Findings findings) {
        var sessionEnd = findings.endOf(refusal.message().session());
        if (sessionEnd.isPresent()) {
            sessionEnd
                    .get()
                    .alsoTold(
                            Suspicion.Kind.COMMAND_FAILED,
                            refusal.message().sequence(),
                            "; " + SafeText.line(refusal.command(), 120) + " came too late");
        } else {
            add(refusal, findings);
        }
    }

    /** JavaScript that throws is a result, too. */
    private void evaluated(RecordedMessage answer, String name, String expression, Findings findings) {
        var evaluated = answer.session().value() + " " + expression;
        var details = answer.json().contains("\"exceptionDetails\"")
                ? Detector.read(answer, "result").path("exceptionDetails")
                : MissingNode.getInstance();
        if (!details.isObject()) {
            thrown.remove(evaluated);
            return;
        }
        var exception = ThrownException.of(details);
        var rejection = new Rejection(
                answer,
                exception.text(),
                name + " threw " + ConsoleSuspicions.at(exception.text(), exception.location())
                        + Callers.of(exception.url(), exception.line(), exception.stack())
                                .words(exception.url()));
        if (FailedRequests.isRejection(exception.text()) && rejections.size() < REMEMBERED) {
            rejections.add(rejection);
        } else if (expression.isEmpty()) {
            findings.add(Suspicion.Kind.EXCEPTION, answer, rejection.sentence());
        } else {
            var earlier = thrown.computeIfAbsent(evaluated, key -> new ArrayList<>());
            if (earlier.size() < REMEMBERED) {
                earlier.add(rejection);
            }
        }
    }
}
