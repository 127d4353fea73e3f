package io.github.withcdp.internal.session;

import io.github.withcdp.internal.connection.Answer;
import io.github.withcdp.internal.connection.Promise;
import io.github.withcdp.internal.json.Json;
import io.github.withcdp.internal.time.Deadline;
import io.github.withcdp.protocol.SessionId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Has the browser tell the bodies of what was sent and received, so that they are on record: the most suspicious first, within bounds.
 * Who reads the recording finds them as the answers to {@code Network.getResponseBody} and {@code Network.getRequestPostData}.
 */
final class BodyFetch {

    static final int MOST = 300;
    static final long LARGEST = 1_000_000;
    static final long ALL_TOGETHER = 10_000_000;

    private static final Duration LIMIT = Duration.ofSeconds(2);

    private final Map<SessionId, SessionCommands> sessions;
    private final Map<String, Integer> leftOut = new LinkedHashMap<>();
    private final List<Promise<String>> outcomes = new ArrayList<>();
    private final Deadline deadline = Deadline.in(LIMIT);
    private long bytes;

    private BodyFetch(Map<SessionId, SessionCommands> sessions) {
        this.sessions = sessions;
    }

    /** Ask for all of them at once. */
    static BodyFetch ask(Scope scope) {
        var fetch = new BodyFetch(scope.state().sessions().stream()
                .collect(Collectors.toMap(
                        DefaultCDPSession::id, DefaultCDPSession::commands, (first, second) -> second)));
        var requests = BodyCandidates.in(scope.recording());
        requests.stream()
                .filter(BodyCandidate::hasRequestBody)
                .forEach(request -> fetch.ask("Network.getRequestPostData", request));
        BodyCandidates.responses(requests).forEach(fetch::askForResponse);
        return fetch;
    }

    private void askForResponse(BodyCandidate request) {
        if (request.size() > LARGEST) {
            leaveOut("larger than 1 MB");
        } else if (bytes + request.size() > ALL_TOGETHER) {
            leaveOut("beyond 10 MB in all");
        } else if (ask("Network.getResponseBody", request)) {
            bytes += request.size();
        }
    }

    private boolean ask(String method, BodyCandidate request) {
        var session = sessions.get(request.session());
        if (session == null || !session.state().enabled("Network")) {
            return false; // whoever has disabled it knows that nothing is kept then
        }
        var obstacle = session.state().obstacle();
        if (obstacle.isPresent()) {
            leaveOut(obstacle.get());
            return false;
        }
        if (outcomes.size() >= MOST) {
            leaveOut("more than " + MOST);
            return false;
        }
        var outcome = new Promise<String>();
        outcomes.add(outcome);
        session.transmit(method, Json.write(Map.of("requestId", request.id())))
                .whenDone(answer -> outcome.complete(request.isFinished() ? failure(answer) : ""));
        return true;
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
