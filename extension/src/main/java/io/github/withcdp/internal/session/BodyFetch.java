package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.protocol.SessionId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Has the browser tell the bodies of what was sent and received, so that they are on record: the most suspicious first, within bounds.
 * Who reads the recording finds them as the answers to {@code Network.getResponseBody} and {@code Network.getRequestPostData}.
 *
 * <p>Chrome keeps bodies in its network process, so those of a popup that has closed, of a worker that has ended or of a page that has crashed
 * can still be had from any other session of the same browser context.
 */
final class BodyFetch {

    private final BodyCapture capture;
    private final Map<SessionId, DefaultCDPSession> sessions;
    private final Map<String, Integer> leftOut = new LinkedHashMap<>();
    private final List<Promise<String>> outcomes = new ArrayList<>();
    private final Deadline deadline;
    private long bytes;

    private BodyFetch(BodyCapture capture, Map<SessionId, DefaultCDPSession> sessions, Deadline deadline) {
        this.capture = capture;
        this.sessions = sessions;
        this.deadline = deadline;
    }

    /** Ask for all of them at once. */
    static BodyFetch ask(Scope scope, BodyCapture capture) {
        var sessions = scope.state().sessions().stream()
                .collect(Collectors.toMap(
                        DefaultCDPSession::id, Function.identity(), (first, second) -> second, LinkedHashMap::new));
        var fetch = new BodyFetch(capture, sessions, Deadline.in(capture.limit(), scope.ticker()));
        var requests = BodyCandidates.in(scope.recording());
        requests.stream()
                .filter(BodyCandidate::hasRequestBody)
                .forEach(request -> fetch.ask("Network.getRequestPostData", request));
        BodyCandidates.responses(requests, capture).forEach(fetch::askForResponse);
        return fetch;
    }

    private void askForResponse(BodyCandidate request) {
        if (request.size() > capture.largest()) {
            leaveOut(capture.tooLarge());
        } else if (bytes + request.size() > capture.together()) {
            leaveOut(capture.tooMuch());
        } else if (ask("Network.getResponseBody", request)) {
            bytes += request.size();
        }
    }

    private boolean ask(String method, BodyCandidate request) {
        var session = knowing(method, request);
        if (session == null || !session.state().enabled("Network")) {
            return false; // whoever has disabled it knows that nothing is kept then
        }
        var obstacle = session.state().obstacle();
        if (obstacle.isPresent()) {
            leaveOut(obstacle.get());
            return false;
        }
        if (outcomes.size() >= capture.most()) {
            leaveOut("more than " + capture.most());
            return false;
        }
        var outcome = new Promise<String>();
        outcomes.add(outcome);
        session.commands()
                .transmit(method, Json.write(Map.of("requestId", request.id())))
                .whenDone(answer -> outcome.complete(request.isFinished() ? failure(answer) : ""));
        return true;
    }

    /** Return whom to ask for a response: another session of the same browser context if the own one cannot answer any more. */
    private @Nullable DefaultCDPSession knowing(String method, BodyCandidate request) {
        var own = sessions.get(request.session());
        if (own == null
                || own.state().end().orCrash() == null
                || !method.equals("Network.getResponseBody")) { // what was sent is not kept there
            return own;
        }
        return sessions.values().stream()
                .filter(other ->
                        other.state().obstacle().isEmpty() && other.state().enabled("Network"))
                .filter(other -> other.browserContextId().equals(own.browserContextId()))
                .findFirst()
                .orElse(own);
    }

    private void leaveOut(String because) {
        leftOut.merge(because, 1, Integer::sum);
    }

    private static String failure(Answer answer) {
        if (answer instanceof Answer.Refused refused) {
            return refused.message();
        }
        return answer instanceof Answer.Gone gone ? gone.reason().sentence() : "";
    }

    /** Wait for the answers, and tell what is missing, a sentence for each reason. */
    List<String> problems() {
        for (var outcome : outcomes) {
            var failure = Await.value(outcome, deadline, because -> because);
            if (!failure.isEmpty()) {
                leaveOut(failure);
            }
        }
        return leftOut.entrySet().stream()
                .map(reason -> "%d %s of requests or responses left out: %s"
                        .formatted(reason.getValue(), reason.getValue() == 1 ? "body" : "bodies", reason.getKey()))
                .toList();
    }
}
